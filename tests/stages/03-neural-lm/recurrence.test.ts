import {describe, expect, it} from "vitest";
import * as t from "../../../lib/tensor.js";
import {copyText} from "../../../src/stages/03-neural-lm/model/copyAfter.js";
import {boundsBack, gradientsBack} from "../../../src/stages/03-neural-lm/model/recurrentGradients.js";
import {SENTENCE} from "../../../src/stages/03-neural-lm/model/sentence.js";
import {OUTPUT, TOKENS, VECTORS, type Token} from "../../../src/stages/03-neural-lm/model/tinyHidden.js";
import {KEPT, tinyReading} from "../../../src/stages/03-neural-lm/model/tinyRecurrent.js";
import {corpus} from "../../../tools/corpora.js";

it("the sentence stands in the book", () => expect(corpus("moby-dick").text).toContain(SENTENCE));

describe("gradients through time", () => {
  const text = SENTENCE.slice(0, 31);

  it("of an Elman network stay under the bound that the page proves", () => {
    for (const scale of [0.5, 1, 2, 3]) {
      const norms = gradientsBack(text, {cell: "elman", scale, keepBias: 0});
      const bounds = boundsBack(norms, scale);
      expect(norms).toHaveLength(30);
      norms.forEach((v, i) => expect(v).toBeLessThanOrEqual(bounds[i]! * (1 + 1e-12)));
    }
  });

  it.each(["gru", "lstm"] as const)("of a %s come further when the keeping gate is open", (cell) => {
    const left = (keepBias: number): number => {
      const norms = gradientsBack(text, {cell, scale: 1, keepBias});
      return norms[0]! / norms.at(-1)!;
    };
    expect(left(0)).toBeLessThan(1e-4);
    expect(left(5)).toBeGreaterThan(0.3);
  });
});

describe("the tiny network with a memory", () => {
  const letters: readonly Token[] = ["a", "n", "n"];
  const cell = t.elmanCell();
  const loss = (weightHidden: t.Tensor): t.Tensor => {
    const ids = letters.map((letter) => TOKENS.indexOf(letter));
    const x = t.tensor([ids.map((i) => [...VECTORS[i]!])], "float64");
    const params = {weightInput: t.eye(2, "float64"), weightHidden};
    const {state} = t.unroll(cell, params, x, t.restingState(cell, 1, 2, "float64"));
    const output = t.tensor(OUTPUT as number[][], "float64");
    return t.crossEntropy(t.matmul(state.h, output), t.tensor([TOKENS.indexOf("a")], "int32"));
  };

  it("is the library’s cell, in its loss and in its gradient through time", () => {
    const weights = t.mul(t.eye(2, "float64"), KEPT);
    const read = tinyReading(letters, "a");
    expect(read.loss).toBeCloseTo(t.item(loss(weights)), 12);
    const slopes = Array.from(t.grad(loss)(weights).data);
    read.recurrent.flat().forEach((v, i) => expect(v).toBeCloseTo(Number(slopes[i]), 12));
  });
});

it("a copied letter comes back at its distance", () => {
  const text = copyText(5, 4);
  expect(text).toMatch(/^(?<letter>[abcd])\.{4}\k<letter>/);
  expect(text).toHaveLength(24);
});
