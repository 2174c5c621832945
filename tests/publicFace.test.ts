import {expect, it} from "vitest";
import * as face from "../lib/index.js";
import * as scalar from "../lib/scalar.js";

// adding to this list is a decision: why is what is here, composed, not enough?
it("the library exports these names, and no others", () => {
  expect(Object.keys(face).sort()).toMatchSnapshot();
});

it("the face of scalar expressions exports these names, and no others", () => {
  expect(Object.keys(scalar).sort()).toMatchSnapshot();
});
