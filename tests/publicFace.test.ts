import {join} from "node:path";
import {expect, it} from "vitest";
import * as face from "../lib/index.js";
import * as scalar from "../lib/scalar.js";
import * as tensor from "../lib/tensor.js";
import * as interop from "../lib/interop.js";
import * as transformer from "../lib/transformer.js";
import * as tokenizers from "../lib/tokenizers.js";
import {root} from "../tools/root.js";
import {stageFaces} from "../tools/stageFaces.js";

const stages = await Promise.all(
  Object.entries(stageFaces()).map(
    async ([name, file]) => [`the face ${name}`, (await import(join(root, file))) as object] as const
  )
);

// adding to these lists is a decision: why is what is here, composed, not enough?
it.each<readonly [string, object]>([
  ["the library", face],
  ["its face for scalars", scalar],
  ["its face for tensors", tensor],
  ["its face for transformers", transformer],
  ["its face for other engines", interop],
  ["its face for tokenizers", tokenizers],
  ...stages
])("%s exports these names, and no others", (_, names) => {
  expect(Object.keys(names).sort()).toMatchSnapshot();
});
