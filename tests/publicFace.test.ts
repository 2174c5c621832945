import {expect, it} from "vitest";
import * as face from "../lib/index.js";
import * as scalar from "../lib/scalar.js";
import * as tensor from "../lib/tensor.js";

// adding to these lists is a decision: why is what is here, composed, not enough?
it.each([
  ["the library", face],
  ["its face for scalars", scalar],
  ["its face for tensors", tensor]
] as const)("%s exports these names, and no others", (_, names) => {
  expect(Object.keys(names).sort()).toMatchSnapshot();
});
