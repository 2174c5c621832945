import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {key} from "../../../lib/core/random/key.js";
import * as t from "../../../lib/tensor.js";
import {llama, transformer} from "../../../lib/transformer.js";
import {layerNormed, rms, rmsNormed, rmsSlope} from "../../../src/stages/06-transformer/model/norms.js";
import {lossWithout, streamSeen, valuesAgree} from "../../../src/stages/06-transformer/model/streamSeen.js";
import {tinyBlock, tinyFirst} from "../../../src/stages/06-transformer/model/tinyBlock.js";
import type {OpenModel} from "../../../src/components/languageModel/keptModel.js";

const numbers = fc.array(fc.double({min: -5, max: 5, noNaN: true}), {minLength: 4, maxLength: 4});
const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describe("a norm", () => {
  it("has the slope that differences have, at right angles to the vector", () => {
    fc.assert(
      fc.property(numbers, numbers, (x, g) => {
        fc.pre(rms(x) > 0.1);
        const slope = rmsSlope(x, g);
        expect(product(slope, x)).toBeCloseTo(0, 9);
        const loss = (y: readonly number[]): number => product(rmsNormed(y), g);
        const [up, down] = [1e-5, -1e-5].map((step) => loss(x.map((each, i) => (i === 1 ? each + step : each))));
        expect(slope[1]).toBeCloseTo((up! - down!) / 2e-5, 3);
      })
    );
  });

  it("gives what the library gives, and forgets a stretch, and LayerNorm a shift", () => {
    const x = [3, -1, 2, 0.5];
    const wide = t.tensor(x, {dtype: "float64"});
    const ones = t.ones([4], "float64");
    const ours = [rmsNormed(x), layerNormed(x)];
    const theirs = [
      t.rmsNorm(wide, ones, {epsilon: 0}),
      t.layerNorm(wide, ones, t.zeros([4], "float64"), {epsilon: 0})
    ];
    ours.forEach((list, i) => list.forEach((each, j) => expect(each).toBeCloseTo(theirs[i]!.data[j]!, 12)));
    const longer = rmsNormed(x.map((each) => 7 * each));
    longer.forEach((each, i) => expect(each).toBeCloseTo(rmsNormed(x)[i]!, 12));
    const moved = layerNormed(x.map((each) => each + 3));
    moved.forEach((each, i) => expect(each).toBeCloseTo(layerNormed(x)[i]!, 12));
    expect(rmsNormed([0, 0])).toEqual([0, 0]);
  });
});

describe("the tiny block", () => {
  it("is a sum of what came in and what was added", () => {
    const {before, read, made, after} = tinyFirst();
    expect(after).toEqual([before[0] + read[0] + made[0], before[1] + read[1] + made[1]]);
    expect(after).toEqual([1, 1]);
    expect(tinyBlock().before).toEqual([1, 1]);
  });
});

describe("the stream of a model", () => {
  const tokens = [..."abcdefg"];
  const model = transformer(llama({vocabSize: 7, layers: 3, width: 16, heads: 2, context: 16}));
  const open: OpenModel = {
    model,
    params: model.init(key(4)),
    tokens,
    encode: (text) => t.tensor([[...text].map((letter) => tokens.indexOf(letter))], {dtype: "int32"}),
    changed: () => model
  };

  it("splits the last stream into what each part has added", () => {
    const {parts, embedded, lens, scale} = streamSeen(open, "abcadefg");
    expect(parts.map(({layer, kind}) => `${layer} ${kind}`).slice(0, 3)).toEqual([
      "1 attention",
      "1 feedForward",
      "2 attention"
    ]);
    expect(embedded + parts.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 5);
    expect([lens.length, scale.length]).toEqual([4, 4]);
  });

  it("says at the last depth what the model says", () => {
    const said = streamSeen(open, "abcadefg").lens.at(-1)!;
    expect(said.at(-1)!.nats).toBeUndefined();
    const mean = said.slice(0, -1).reduce((sum, {nats}) => sum + nats! / 7, 0);
    expect(lossWithout(open, "abcadefg")).toBeCloseTo(mean, 6);
    expect(lossWithout(open, "abcadefg", {layer: 1, kind: "attention"})).not.toBeCloseTo(mean, 6);
    said.forEach(({likeliest}) => expect(likeliest[0]!.probability).toBeGreaterThanOrEqual(likeliest[1]!.probability));
  });

  it("counts for each layer how often values foretell a letter", () => {
    const found = valuesAgree(open, ["abcadefg", "gfedacba"], 3);
    expect(found.map(({layer}) => layer)).toEqual([1, 2, 3]);
    for (const {agrees} of found) {
      expect(agrees).toBeGreaterThanOrEqual(0);
      expect(agrees).toBeLessThan(0.6);
    }
  });
});
