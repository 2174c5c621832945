import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {sizeOf, type Tensor} from "../../../lib/core/tensorData.js";
import {leaves} from "../../../lib/core/tree.js";
import {bengio} from "../../../lib/stages/03-neural-lm/index.js";
import {batchAt, timesSeen} from "../../../src/stages/03-neural-lm/model/drawnBatches.js";
import {EXAMPLES, STEPS_OF_EPOCH} from "../../../src/stages/03-neural-lm/model/drawnSizes.js";
import {parametersOf} from "../../../src/stages/03-neural-lm/model/networkSizes.js";
import {numberAt} from "../../../src/stages/03-neural-lm/model/orderByRounds.js";
import {hashAfterStop, hashAtOnce} from "../../../src/stages/03-neural-lm/model/smallRun.js";
import {productsOf, stepWork, total} from "../../../src/stages/03-neural-lm/model/stepWork.js";

const size = {vocabulary: 7, context: 3, width: 2, hidden: 5, batch: 4} as const;
const partOf = (name: string) => stepWork(size).find((part) => part.name === name)!;

/** Multiplications and additions of X·W + b, and of the two products back, by doing them. */
function counted(batch: number, m: number, n: number) {
  let [forward, back] = [0, 0];
  for (let row = 0; row < batch; row++)
    for (let j = 0; j < n; j++) {
      for (let i = 0; i < m; i++) {
        forward += 2; // y[row, j] += x[row, i] · w[i, j], which began as the bias
        back += 2; // δw[i, j] += x[row, i] · δy[row, j]
        back += 2; // δx[row, i] += δy[row, j] · w[i, j]
      }
      back += 1; // δb[j] += δy[row, j]
    }
  return {forward, back};
}

describe("the work of a step", () => {
  it("has as many operations in its layers as loops that do them", () => {
    const output = counted(4, 5, 7);
    expect(partOf("Output layer").forward.operations).toBe(output.forward);
    expect(partOf("Output layer").backward.operations).toBe(output.back);
    const hidden = counted(4, 6, 5); // and tanh: one for each neuron there, and three back
    expect(partOf("Hidden layer").forward.operations).toBe(hidden.forward + 20);
    expect(partOf("Hidden layer").backward.operations).toBe(hidden.back + 60);
  });

  it("is mostly 6·B·Σ mn where layers are large", () => {
    const large = {vocabulary: 5000, context: 8, width: 64, hidden: 1000, batch: 256};
    expect(productsOf(large) / total(stepWork(large), "operations")).toBeGreaterThan(0.97);
  });

  it("lets the optimizer read four numbers for each parameter of the real network, and write three", () => {
    const corpus = "abcdef abcdef ".repeat(10);
    const opened = bengio({corpus, context: 3, width: 2, hidden: [5]});
    const vocabulary = opened.tokenizer.vocabulary.tokens.length;
    const parameters = leaves(opened.model().params).reduce((sum, [, leaf]) => sum + sizeOf((leaf as Tensor).shape), 0);
    expect(parametersOf({vocabulary, context: 3, width: 2, hidden: 5})).toBe(parameters);
    expect(stepWork({...size, vocabulary}).at(-1)!.backward.bytes).toBe(4 * 7 * parameters);
  });

  it("copies on the way into the table, and multiplies nothing", () => {
    expect(partOf("Lookup").forward.operations).toBe(0);
    expect(partOf("Lookup").backward.operations).toBe(4 * 3 * 2);
  });
});

describe("batches by number", () => {
  it("give each example once in an epoch, also in one that nobody came to", () => {
    for (const epoch of [0, 1, 1_000_000])
      expect(timesSeen("once", epoch, STEPS_OF_EPOCH - 1)).toEqual(Array.from({length: EXAMPLES}, () => 1));
    expect(batchAt("once", 0)).not.toEqual(batchAt("once", STEPS_OF_EPOCH));
  });

  it("that are drawn miss about 1/e of the examples in each epoch", () => {
    const missed = Array.from(
      {length: 200},
      (_, epoch) => timesSeen("replaced", epoch, STEPS_OF_EPOCH - 1).filter((n) => n === 0).length / EXAMPLES
    );
    const mean = missed.reduce((a, b) => a + b) / missed.length;
    // an epoch scatters by about 0.04 around (1 − 1/60)⁶⁰ = 0.365, a mean of 200 by 0.003
    expect(Math.abs(mean - 0.365)).toBeLessThan(0.012);
  });

  it("by any amounts of any rounds are an order", () =>
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 40}),
        fc.integer({min: 1, max: 8}),
        fc.array(fc.array(fc.nat(50), {minLength: 40, maxLength: 40}), {maxLength: 6}),
        (n, wide, rounds) => {
          const order = Array.from({length: n}, (_, place) => numberAt(place, n, wide, rounds));
          expect([...order].sort((a, b) => a - b)).toEqual(order.map((_, i) => i));
        }
      )
    ));

  it("of the page’s five examples are 4, 1, 0, 2, 3", () => {
    const rounds = [
      [1, 2],
      [0, 1, 1]
    ];
    expect([0, 1, 2, 3, 4].map((place) => numberAt(place, 5, 3, rounds))).toEqual([4, 1, 0, 2, 3]);
  });
});

it("a small run that was stopped and saved ends as one that was not, and other seeds end elsewhere", () => {
  const hashes = [1, 2].map(hashAtOnce);
  expect([1, 2].map((seed) => hashAfterStop(seed).hash)).toEqual(hashes);
  expect(hashes[0]).not.toBe(hashes[1]);
});
