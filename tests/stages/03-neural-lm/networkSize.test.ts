import {expect, it} from "vitest";
import {leaves} from "../../../lib/index.js";
import {bengio} from "../../../lib/stages/03-neural-lm/index.js";
import {isTensor} from "../../../lib/tensor.js";
import {networkSize} from "../../../src/stages/03-neural-lm/model/networkSize.js";

it.each([
  {context: 1, width: 2, hidden: []},
  {context: 3, width: 2, hidden: [10]},
  {context: 5, width: 7, hidden: [4, 6, 3]}
])("the formula counts what the library makes: %j", (config) => {
  const {model, tokenizer} = bengio({corpus: "the quick brown fox jumps ".repeat(20), ...config});
  const made = leaves(model().params).reduce((sum, [, leaf]) => sum + (isTensor(leaf) ? leaf.data.length : 0), 0);
  expect(networkSize({...config, vocabulary: tokenizer.vocabulary.tokens.length})).toBe(made);
});
