import {describe, expect, it} from "vitest";
import {fold, key, roundToBfloat16, uniform} from "../../../lib/index.js";
import * as t from "../../../lib/tensor.js";
import {angleBetween, clippedByNorm, clippedByValue, lengthOf} from "../../../src/stages/04-optimization/model/clip.js";
import {cliffHeight, cliffSlope, cliffWalk, LOWEST} from "../../../src/stages/04-optimization/model/cliff.js";
import {
  BFLOAT16,
  FLOAT16,
  FLOAT32,
  FORMATS,
  gapAt,
  largest,
  numbersBetween,
  roundByChance,
  roundTo,
  smallest
} from "../../../src/components/floats.js";
import {gradientFates, nextScale, type LossScale} from "../../../src/components/lossScale.js";
import {
  allAlike,
  differenceOfNeurons,
  mapNumbers,
  practiceNetwork,
  rescaled
} from "../../../src/stages/04-optimization/model/practiceNetwork.js";
import {leastLoss, shuffled} from "../../../src/stages/04-optimization/model/protocol.js";
import {trained} from "../../../src/stages/04-optimization/model/trained.js";
import {groupedOptimizer, usualOptimizer} from "../../../src/stages/04-optimization/model/usualOptimizer.js";

const names = "anna\nhannah\nbob\nemma\notto\nada\neve\n".repeat(10);
const drawn = key(3);
/** Numbers of all sizes that a format has, and of both signs. */
const someNumbers = (count: number, low: number, high: number): readonly number[] =>
  Array.from({length: count}, (_, i) => {
    const size = 2 ** (low + (high - low) * uniform(fold(drawn, 0), i)) * (1 + uniform(fold(drawn, 1), i));
    return i % 2 === 0 ? size : -size;
  });

/** All numbers from 0 up that a format of 16 bits has, from their bits. */
function halfNumbers(fractionBits: number, least: number, exponents: number): readonly number[] {
  const per = 2 ** fractionBits;
  return Array.from({length: per * exponents}, (_, code) => {
    const [e, f] = [Math.floor(code / per), code % per];
    return e === 0 ? f * 2 ** (least - fractionBits) : (1 + f / per) * 2 ** (least + e - 1);
  });
}

describe("rounding", () => {
  it("each number of 16 bits stays, and what lies between two goes to the nearer, or from the middle to the even one", () => {
    for (const [format, all] of [
      [FLOAT16, halfNumbers(10, -14, 31)],
      [BFLOAT16, halfNumbers(7, -126, 255)]
    ] as const) {
      const wrong = all.slice(0, -1).filter((a, code) => {
        const b = all[code + 1]!;
        const even = code % 2 === 0 ? a : b;
        const quarter = (b - a) / 4;
        return !(
          roundTo(format, a) === a &&
          roundTo(format, -b) === -b &&
          roundTo(format, a + quarter) === a &&
          roundTo(format, b - quarter) === b &&
          roundTo(format, a + 2 * quarter) === even &&
          roundTo(format, -a - 2 * quarter) === -even
        );
      });
      expect(wrong).toEqual([]);
      expect(all.at(-1)).toBe(largest(format));
      expect(all[1]).toBe(smallest(format));
    }
  });

  it("has all numbers of a stretch in their order, more densely below a power of two, and none if they are too many", () => {
    const all = halfNumbers(10, -14, 31);
    const both = [
      ...all
        .slice(1)
        .map((x) => -x)
        .reverse(),
      ...all
    ];
    for (const [low, high] of [
      [0.99, 1.01],
      [-2.003, -1.99],
      [-3e-7, 2e-7]
    ] as const)
      expect(numbersBetween(FLOAT16, low, high, 1000)).toEqual(both.filter((x) => x >= low && x <= high));
    expect(numbersBetween(FLOAT16, 0.99, 1.01, 10.5)).toBeUndefined();
  });

  it("is that of the machine to float32, and that of the library to bfloat16", () => {
    for (const x of [...someNumbers(2000, -155, 130), 2 ** -150, 1.5 * 2 ** -149, 3.4028235677973366e38]) {
      expect(roundTo(FLOAT32, x)).toBe(Math.fround(x));
      expect(roundTo(BFLOAT16, x)).toBe(roundToBfloat16(x));
    }
  });

  it("becomes infinite halfway beyond the largest number, and not before", () => {
    for (const format of FORMATS) {
      const [top, gap] = [largest(format), gapAt(format, largest(format))];
      expect(roundTo(format, top + 0.49 * gap)).toBe(top);
      expect(roundTo(format, top + gap / 2)).toBe(Infinity);
      expect(roundTo(format, -top - gap)).toBe(-Infinity);
    }
    expect(roundTo(FLOAT16, 65519)).toBe(65504);
    expect(roundTo(FLOAT16, 65520)).toBe(Infinity);
  });

  it("goes to zero at half of the smallest number, with the sign of what it was", () => {
    for (const format of FORMATS) {
      expect(roundTo(format, smallest(format) / 2)).toBe(0);
      expect(Object.is(roundTo(format, -smallest(format) / 2), -0)).toBe(true);
      expect(roundTo(format, 0.51 * smallest(format))).toBe(smallest(format));
    }
  });

  it("leaves alone what is no number, infinities and zeros of both signs", () => {
    for (const x of [NaN, Infinity, -Infinity, 0, -0])
      for (const format of FORMATS) {
        expect(roundTo(format, x)).toBe(x);
        expect(roundByChance(format, x, 0.3)).toBe(x);
      }
  });

  it("by chance goes to one of two neighbors, and never moves a number of the format", () => {
    for (const x of someNumbers(500, -20, 14)) {
      const [low, high] = [roundByChance(FLOAT16, x, 0.9999999), roundByChance(FLOAT16, x, 0)];
      expect(Math.abs(low)).toBeLessThanOrEqual(Math.abs(x));
      expect(Math.abs(high)).toBeGreaterThanOrEqual(Math.abs(x));
      expect(Math.abs(high - low)).toBeLessThanOrEqual(gapAt(FLOAT16, x));
      expect(roundByChance(FLOAT16, low, 0)).toBe(low);
    }
  });

  it("by chance has the number itself as its mean, and (x − a)(b − x) as its variance", () => {
    const count = 4096; // evenly spread, so that the mean is exact to a part in as many
    for (const x of [1.001, -5.3, 0.3, 1e-6]) {
      const gap = gapAt(BFLOAT16, x);
      const stored = Array.from({length: count}, (_, i) => roundByChance(BFLOAT16, x, (i + 0.5) / count));
      const mean = stored.reduce((a, b) => a + b) / count;
      expect(Math.abs(mean - x) / gap).toBeLessThan(1 / count);
      const variance = stored.reduce((sum, s) => sum + (s - x) ** 2, 0) / count;
      const part = (Math.abs(x) / gap) % 1;
      expect(variance / gap ** 2).toBeCloseTo(part * (1 - part), 3);
    }
  });

  it("loses an update below 2⁻⁹ of a weight in bfloat16, and none above 2⁻⁸", () => {
    for (const x of someNumbers(500, -10, 10)) {
      const weight = roundTo(BFLOAT16, x);
      expect(roundTo(BFLOAT16, weight * (1 + 0.999 * 2 ** -9))).toBe(weight);
      expect(roundTo(BFLOAT16, weight * (1 + 1.01 * 2 ** -8))).not.toBe(weight);
    }
  });
});

describe("a loss scale", () => {
  it("a loss scale settles below the largest one that is finite", () => {
    let at: LossScale = {scale: 2 ** 24, good: 0};
    const seen: number[] = [];
    for (let step = 0; step < 200; step++) {
      at = nextScale(at, at.scale <= 2 ** 15, 10);
      seen.push(at.scale);
    }
    expect(seen.slice(0, 9)).toEqual(Array.from({length: 9}, (_, i) => 2 ** (23 - i)));
    expect(new Set(seen.slice(20))).toEqual(new Set([2 ** 15, 2 ** 16]));
    expect(seen.slice(20).filter((scale) => scale === 2 ** 16).length).toBeLessThan(20);
  });

  it("counts what float16 would lose as the format does", () => {
    const sizes = [-30, -25, -20, -14, 0, 15, 16].map((exponent) => ({exponent, count: 1}));
    expect(gradientFates(sizes, 0)).toEqual({lost: 1 / 7, coarse: 2 / 7, infinite: 1 / 7});
    for (const {exponent} of sizes) {
      const stored = roundTo(FLOAT16, 1.3 * 2 ** exponent);
      const fates = gradientFates([{exponent, count: 1}], 0);
      expect(fates.lost).toBe(stored === 0 ? 1 : 0);
      expect(fates.infinite).toBe(stored === Infinity ? 1 : 0);
    }
  });
});

describe("clipping", () => {
  it("by norm is nearer than anything else that is as short, and keeps the direction", () => {
    const g = [3, -4, 12];
    const clipped = clippedByNorm(g, 2);
    expect(lengthOf(clipped)).toBeCloseTo(2, 12);
    expect(angleBetween(clipped, g)).toBeCloseTo(0, 5);
    const distance = (z: readonly number[]): number => lengthOf(g.map((x, i) => x - z[i]!));
    for (let i = 0; i < 200; i++) {
      const z = [0, 1, 2].map((axis) => 2 * uniform(fold(drawn, 5 + axis), i) - 1);
      const other = z.map((x) => (2 * x) / lengthOf(z));
      expect(distance(other)).toBeGreaterThanOrEqual(distance(clipped) - 1e-12);
    }
    expect(clippedByNorm(g, 13)).toEqual(g);
  });

  it("by value turns the gradient, but never beyond a right angle", () => {
    expect(clippedByValue([3, 0.4], 1)).toEqual([1, 0.4]);
    expect(angleBetween([3, 0.4], [1, 0.4])).toBeCloseTo(14.207, 3);
    for (let i = 0; i < 100; i++) {
      const g = [0, 1, 2].map((axis) => 8 * (uniform(fold(drawn, 9 + axis), i) - 0.5));
      expect(angleBetween(g, clippedByValue(g, 0.1))).toBeLessThan(90);
    }
  });

  it("has a cliff whose slope is that of its height", () => {
    for (const w of [-1.1, 0.5, 0.93, 1.2]) {
      const h = 1e-6;
      expect((cliffHeight(w + h) - cliffHeight(w - h)) / (2 * h)).toBeCloseTo(cliffSlope(w), 4);
    }
    expect(cliffHeight(LOWEST)).toBeCloseTo(0, 20);
  });

  it("saves a walk at a cliff, where no step is longer than rate times threshold", () => {
    const walk = cliffWalk(1.2, 0.01, 10, 60);
    walk.slice(1).forEach((w, k) => expect(Math.abs(w - walk[k]!)).toBeLessThanOrEqual(0.1 + 1e-12));
    expect(walk.at(-1)).toBeCloseTo(LOWEST, 6);
    expect(Math.abs(cliffWalk(1.2, 0.01, Infinity, 3).at(-1)!)).toBeGreaterThan(1e6);
  });
});

describe("a small network", () => {
  const network = practiceNetwork(names);

  it("whose neurons are alike keeps them alike, and one whose neurons differ at one end does not", () => {
    const train = (from: typeof network.first) =>
      trained({network, from, optimizer: t.adam({learningRate: 0.01}), steps: 5});
    const alike = allAlike(network.first);
    expect(differenceOfNeurons(alike)).toBe(0);
    expect(differenceOfNeurons(train(alike))).toBe(0);
    const half = {...alike, layers: [alike.layers[0]!, network.first.layers[1]!]};
    expect(differenceOfNeurons(train(half))).toBeGreaterThan(0.001);
  });

  it("begins near ln V, and with loud outputs far above it", () => {
    const batch = network.data(0);
    expect(network.lossOn(network.first, batch)).toBeCloseTo(Math.log(network.vocabulary), 1);
    expect(network.lossOn(rescaled(network.first, 1, 300), batch)).toBeGreaterThan(5);
  });

  it("cannot learn a batch below its least loss, which is zero where each context has one answer", () => {
    const batch = network.data(0);
    const batches = {...network, data: () => batch};
    const end = trained({network: batches, from: network.first, optimizer: t.adam({learningRate: 0.01}), steps: 150});
    const least = leastLoss(batch);
    expect(network.lossOn(end, batch)).toBeGreaterThan(least);
    expect(network.lossOn(end, batch)).toBeLessThan(least + 0.01);
    const two = {...batch, contexts: t.zeros([2, 4], "int32"), next: t.tensor([1, 2], {dtype: "int32"})};
    expect(leastLoss(two)).toBeCloseTo(Math.log(2), 12);
    expect(leastLoss({...two, contexts: t.tensor([0, 0, 0, 0, 0, 0, 0, 1], {shape: [2, 4], dtype: "int32"})})).toBe(0);
  });

  it("gets the same answers in another order where they are dealt out anew", () => {
    const batch = network.data(0);
    const dealt = shuffled(batch, 0);
    const sorted = (ids: t.Numbers): readonly number[] => Array.from(ids, Number).sort((a, b) => a - b);
    expect(sorted(dealt.next.data)).toEqual(sorted(batch.next.data));
    expect(Array.from(dealt.next.data)).not.toEqual(Array.from(batch.next.data));
    expect(dealt.contexts).toBe(batch.contexts);
  });

  it("the usual optimizer lets matrices decay, and neither biases nor embeddings", () => {
    const optimizer = usualOptimizer(0.5, 0.1);
    const params = mapNumbers(network.first, () => 1);
    const zero = mapNumbers(params, () => 0);
    const [updates] = optimizer.update(zero, optimizer.init(params), params);
    const firstOf = (x: t.Tensor): number => Number(x.data[0]);
    expect(firstOf(updates.layers[0]!.weight)).toBeCloseTo(-0.05, 6);
    expect(firstOf(updates.layers[1]!.weight)).toBeCloseTo(-0.05, 6);
    expect(firstOf(updates.layers[0]!.bias)).toBeCloseTo(0, 12);
    expect(firstOf(updates.embedding.weight)).toBeCloseTo(0, 12);
    const [all] = usualOptimizer(0.5, 0.1, "**").update(zero, usualOptimizer(0.5, 0.1, "**").init(params), params);
    expect(firstOf(all.embedding.weight)).toBeCloseTo(-0.05, 6);
  });

  it("groups go by their own rates", () => {
    const optimizer = groupedOptimizer(0.01, 0.1);
    const ones = mapNumbers(network.first, () => 1);
    const [updates] = optimizer.update(ones, optimizer.init(ones), ones);
    expect(updates.embedding.weight.data[0]).toBeCloseTo(-0.1, 6);
    expect(updates.layers[1]!.weight.data[0]).toBeCloseTo(-0.01, 6);
  });
});
