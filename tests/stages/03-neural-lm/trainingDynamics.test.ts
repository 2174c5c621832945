import {describe, expect, it} from "vitest";
import {excerpt} from "../../../tools/corpora.js";
import * as t from "../../../lib/tensor.js";
import {mostLoss, secondOrderLoss} from "../../../src/stages/03-neural-lm/model/firstLoss.js";
import {outputScaled} from "../../../src/stages/03-neural-lm/model/outputScale.js";
import {
  backwardSquares,
  forwardSquares,
  LAYERINGS,
  passedBack,
  passedOn,
  SIGNAL_BENDS
} from "../../../src/stages/03-neural-lm/model/predictedSignals.js";
import {
  firstParams,
  lossOf,
  namesData,
  signalsOf,
  training,
  type SignalSetting
} from "../../../src/stages/03-neural-lm/model/signals.js";
import {DRAWS, meanSquare, sumsOfProducts} from "../../../src/stages/03-neural-lm/model/sumOfProducts.js";
import {tinyScaled} from "../../../src/stages/03-neural-lm/model/tinyScaled.js";

const corpus = excerpt("names").text;
const {data, vocabulary} = namesData(corpus);
const plain: SignalSetting = {bend: "relu", gain: 1, depth: 4, layering: "plain", width: 128};
const rms = (list: ArrayLike<number>): number => Math.sqrt(meanSquare(list));

describe("what theory says of signals", () => {
  it("is exact where there is a formula: relu halves, and without a bend nothing is lost", () => {
    for (const variance of [0.01, 1, 7]) {
      expect(passedOn("relu", variance) / variance).toBeCloseTo(0.5, 8);
      expect(passedOn("none", variance) / variance).toBeCloseTo(1, 8);
      expect(passedBack("relu", variance)).toBeCloseTo(0.5, 8);
    }
  });

  it("of a small tanh is q − 2q², and of a large one is 1", () => {
    expect(passedOn("tanh", 1e-3)).toBeCloseTo(1e-3 - 2e-6, 7);
    expect(passedOn("tanh", 1e6)).toBeGreaterThan(0.998);
    expect(passedOn("tanh", 1e6)).toBeLessThanOrEqual(1);
  });

  it("multiplies by g/2 in a plain layer of relu, and by 1 + g/2 in a residual one, both ways", () => {
    const shape = {bend: "relu", gain: 3, depth: 5} as const;
    for (const [layering, factor] of [
      ["plain", 1.5],
      ["residual", 2.5]
    ] as const) {
      const forward = forwardSquares({...shape, layering}, 2);
      const backward = backwardSquares({...shape, layering}, forward, 7);
      expect(forward.at(-1)! / 2).toBeCloseTo(factor ** 5, 4);
      expect(backward[0]! / 7).toBeCloseTo(factor ** 5, 4);
      expect(backward.at(-1)).toBe(7);
    }
  });

  it("holds for networks on names, layer by layer, within what one draw of weights scatters", () => {
    const {data, vocabulary} = namesData(corpus, 256, 3);
    for (const layering of LAYERINGS)
      for (const bend of SIGNAL_BENDS)
        for (const gain of [0.5, 2]) {
          const setting = {bend, gain, layering, depth: 5, width: 128};
          const {layers} = signalsOf(setting, firstParams(setting, vocabulary), data(0));
          const forward = forwardSquares(setting, layers[0]!.rms ** 2);
          const backward = backwardSquares(setting, forward, layers.at(-1)!.gradientRms ** 2);
          layers.forEach((layer, i) => {
            expect(Math.abs(Math.log(layer.rms / Math.sqrt(forward[i]!)))).toBeLessThan(0.35);
            expect(Math.abs(Math.log(layer.gradientRms / Math.sqrt(backward[i]!)))).toBeLessThan(0.35);
          });
        }
  });
});

describe("a network that is looked into", () => {
  it("gives at the input the gradient that its table of vectors gets, example by example", () => {
    for (const layering of LAYERINGS) {
      const setting: SignalSetting = {...plain, layering, bend: "tanh", width: 16};
      const [params, batch] = [firstParams(setting, vocabulary), data(0)];
      const {layers, loss} = signalsOf(setting, params, batch);
      expect(loss).toBeCloseTo(t.item(lossOf(setting)(params, batch)), 6);
      const {table} = t.grad(lossOf(setting))(params, batch);
      const expected = new Float64Array(table.data.length);
      const rows = batch.contexts.shape[0]!;
      Array.from(batch.contexts.data).forEach((id, place) => {
        for (let k = 0; k < 4; k++) expected[4 * id + k]! += layers[0]!.gradient[4 * place + k]! / rows;
      });
      expected.forEach((value, i) => expect(table.data[i]).toBeCloseTo(value, 5));
    }
  });

  it("counts slopes that are flat, and neurons that are flat for all examples", () => {
    const setting: SignalSetting = {...plain, depth: 2, width: 16};
    const params = firstParams(setting, vocabulary);
    const low = {...params.layers[0]!.dense, bias: t.full([16], -100)};
    const layers = [{...params.layers[0]!, dense: low}, params.layers[1]!];
    const found = signalsOf(setting, {...params, layers}, data(0)).layers;
    expect(found.map(({dead}) => dead)).toEqual([0, 1, 1]);
    expect(found.map(({flat}) => flat)).toEqual([0, 1, 1]);
    expect(found[0]!.gradientRms).toBe(0);
    const healthy = signalsOf(setting, params, data(0)).layers[1]!;
    expect(healthy.flat).toBeGreaterThan(0.3);
    expect(healthy.flat).toBeLessThan(0.7);
  });

  it("with a norm in each layer forgets how large its weights are", () => {
    const [small, large] = [0.25, 16].map((gain) => {
      const setting: SignalSetting = {...plain, layering: "norm", gain};
      return signalsOf(setting, firstParams(setting, vocabulary), data(0)).layers;
    });
    small!.forEach(({rms, gradientRms}, i) => {
      expect(rms / large![i]!.rms).toBeCloseTo(1, 3);
      expect(gradientRms / large![i]!.gradientRms).toBeCloseTo(1, 3);
    });
  });

  it("learns by each of its trainings but the one that is too long, where relus die and stay dead", () => {
    const setting: SignalSetting = {...plain, gain: 2, depth: 6, width: 64};
    const first = firstParams(setting, vocabulary);
    const judged = data(5000);
    const after = (kind: Parameters<typeof training>[0], from = first) => {
      const run = training(kind, setting, from, data);
      let params = from;
      for (let step = 0; step < 60; step++) params = run.next().value;
      return params;
    };
    const loss = (params: typeof first): number => t.item(lossOf(setting)(params, judged));
    for (const kind of ["descent", "adamw"] as const) expect(loss(after(kind))).toBeLessThan(loss(first) - 0.7);
    const long = after("long");
    expect(signalsOf(setting, long, judged).layers[6]!.dead).toBe(1);
    const later = after("descent", long);
    expect(signalsOf(setting, later, judged).layers[6]!.dead).toBe(1);
    expect(Array.from(later.layers[2]!.dense.weight.data)).toEqual(Array.from(long.layers[2]!.dense.weight.data));
  });
});

describe("the first loss", () => {
  it("of normal logits is what second order says while they are small, and never above the bound", () => {
    const [rows, V] = [4000, 56];
    for (const deviation of [0.1, 0.5, 1, 3, 8]) {
      const logits = t.affine(t.randomNormal(t.key(5), [rows, V], "float64"), deviation, 0);
      const next = t.tensor(Int32Array.from({length: rows}, (_, i) => i % V));
      const loss = t.item(t.crossEntropy(logits, next));
      const scatter = (4 * deviation) / Math.sqrt(rows); // of the mean of the right logits
      expect(loss).toBeLessThan(mostLoss(V, deviation) + scatter);
      if (deviation <= 1) expect(Math.abs(loss - secondOrderLoss(V, deviation))).toBeLessThan(scatter + 0.02);
      else expect(loss).toBeLessThan(secondOrderLoss(V, deviation) - 0.5);
    }
  });

  it("of the names is near ln V, and rises with the output weights", () => {
    const [usual, large] = [1, 100].map((factor) => outputScaled(corpus, factor, 0));
    expect(usual!.losses).toHaveLength(1);
    expect(usual!.losses[0]).toBeCloseTo(Math.log(usual!.vocabulary), 1);
    expect(large!.deviation / usual!.deviation).toBeCloseTo(100, 3);
    expect(large!.losses[0]).toBeGreaterThan(10);
    expect(large!.losses[0]).toBeLessThan(mostLoss(large!.vocabulary, large!.deviation));
  });
});

it("sums of n products have n times the variance of a weight", () => {
  for (const inputs of [1, 4, 64])
    for (const variance of [0.1, 1 / inputs]) {
      const ratio = meanSquare(sumsOfProducts(inputs, variance)) / (inputs * variance);
      // the squares of a product have a kurtosis of at most 5.4, so their mean scatters by √(4.4/2000) at most
      expect(Math.abs(ratio - 1)).toBeLessThan(4 * Math.sqrt(4.4 / DRAWS));
    }
});

it("the tiny network with other scales has the numbers that a pencil finds", () => {
  const h = Math.tanh(1);
  const total = (o: number): number => Math.log(2 * Math.exp(o) + 2 + Math.exp(-o));
  expect(tinyScaled(1, 10, "n").loss).toBeCloseTo(total(10 * h) - 10 * h, 12);
  expect(tinyScaled(1, 10, "⏎").loss).toBeCloseTo(total(10 * h), 12);
  const {slopes} = tinyScaled(5, 1, "n");
  expect(slopes.z[0]! / slopes.h[0]!).toBeCloseTo(1 - Math.tanh(5) ** 2, 12);
  expect(rms(tinyScaled(5, 1, "n").z)).toBeCloseTo(5 / Math.sqrt(2), 12);
});
