import {describe, expect, it} from "vitest";
import {timeline} from "../../../lib/reactive/timeline.js";
import {readGguf} from "../../../lib/interop.js";
import {transformerLm} from "../../../lib/stages/06-transformer/index.js";
import {saveCheckpoint, tensor} from "../../../lib/tensor.js";
import {transformer} from "../../../lib/transformer.js";
import {takeAway} from "../../../src/stages/06-transformer/model/takeAway.js";

const lines = "anna\nbob\nhannah\notto\neve\nada\n".repeat(20);

describe("a model that is taken away", () => {
  it.each([
    ["a long text", {corpus: lines}],
    ["names", {corpus: lines, documents: true}],
    ["subwords", {corpus: lines, tokens: "subwords" as const, vocabSize: 270}],
    ["names in subwords", {corpus: lines, documents: true, tokens: "subwords" as const, vocabSize: 270}]
  ])("of %s predicts the same from its GGUF file", (_, text) => {
    const config = {...text, context: 16, width: 16, layers: 1, heads: 2, batchSize: 4};
    const run = timeline(transformerLm, config, {history: false});
    const {state} = run.at(3);
    const {name, bytes} = takeAway("GGUF", saveCheckpoint({step: 3, state}), config);
    expect(name).toBe("transformer-step-3.gguf");
    const read = readGguf(bytes);
    const ids = tensor([[1, 2, 3, 1]], {dtype: "int32"});
    const logits = transformer(read.config).apply(read.params, ids);
    expect(Array.from(logits.data)).toEqual(Array.from(run.opened().transformer.apply(state.params, ids).data));
    expect(read.tokenizer!.decode(read.tokenizer!.encode("hannah"))).toBe("hannah");
    expect(read.tokenizer!.encode(lines)).toEqual(run.opened().tokenizer.encode(lines));
  });

  it("is a zip of a directory for those who train on", () => {
    const config = {corpus: lines, context: 16, width: 16, layers: 1, heads: 2};
    const {state} = timeline(transformerLm, config, {history: false}).at(1);
    const {name, bytes} = takeAway("Hugging Face", saveCheckpoint({step: 1, state}), config);
    expect(name).toMatch(/\.zip$/);
    const text = new TextDecoder("latin1").decode(bytes);
    for (const file of ["config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"])
      expect(text).toContain(file);
  });
});
