import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError, ShapeError} from "../../lib/core/errors.js";
import {crossEntropy, entropy, jensenShannon, kl, perplexity, surprisal, toBits} from "../../lib/core/information.js";
import {sequenceInformation} from "../../lib/core/sequenceInformation.js";
import {sum} from "../../lib/core/sum.js";

const weight = fc.oneof(fc.constant(0), fc.double({min: 0, max: 1, noNaN: true}), fc.constantFrom(1e-300, 5e-324));
const normalized = (weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / total);
};
/** Distributions over n outcomes, with zeros and with masses that underflow when squared. */
const distributions = (count: number) =>
  fc
    .integer({min: 1, max: 12})
    .chain((n) =>
      fc.tuple(
        ...Array.from({length: count}, () =>
          fc
            .tuple(fc.array(weight, {minLength: n, maxLength: n}), fc.nat(n - 1))
            .map(([ws, sure]) => normalized(ws.map((w, i) => (i === sure ? w + 0.1 : w))))
        )
      )
    );
const two = distributions(2).map(([p, q]) => [p!, q!] as const);

describe("entropy and divergence", () => {
  it("entropy lies between 0 and that of the uniform distribution", () => {
    fc.assert(
      fc.property(two, ([p]) => {
        expect(entropy(p)).toBeGreaterThanOrEqual(0);
        expect(entropy(p)).toBeLessThanOrEqual(Math.log(p.length) + 1e-12);
      })
    );
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(2 * Math.LN2, 15);
    expect(Object.is(entropy([1, 0]), 0)).toBe(true);
  });

  it("cross-entropy is entropy plus divergence, and the divergence is never negative (Gibbs)", () => {
    fc.assert(
      fc.property(two, ([p, q]) => {
        const d = kl(p, q);
        expect(d).toBeGreaterThanOrEqual(0);
        if (d === Infinity) expect(crossEntropy(p, q)).toBe(Infinity);
        else expect(crossEntropy(p, q)).toBeCloseTo(entropy(p) + d, 9);
        expect(kl(p, p)).toBeLessThan(1e-15);
      })
    );
  });

  it("Jensen–Shannon is symmetric, at most ln 2, and ln 2 for disjoint distributions", () => {
    fc.assert(
      fc.property(two, ([p, q]) => {
        expect(jensenShannon(p, q)).toBe(jensenShannon(q, p));
        expect(jensenShannon(p, q)).toBeGreaterThanOrEqual(0);
        expect(jensenShannon(p, q)).toBeLessThanOrEqual(Math.LN2 + 1e-15);
      })
    );
    expect(jensenShannon([1, 0], [0, 1])).toBeCloseTo(Math.LN2, 15);
    expect(jensenShannon([1, 5e-324], [1, 0])).toBe(0); // half of the smallest float is 0, and no division by it
  });

  it("units convert: a bit is ln 2 nats, and n even outcomes have perplexity n", () => {
    expect(toBits(surprisal(1 / 8))).toBeCloseTo(3, 15);
    expect(perplexity(entropy([0.2, 0.2, 0.2, 0.2, 0.2]))).toBeCloseTo(5, 12);
    expect(surprisal(0)).toBe(Infinity);
    expect(Object.is(surprisal(1), 0)).toBe(true);
  });

  it("counts, logits and lists of other lengths are refused", () => {
    expect(() => entropy([3, 1])).toThrow(ConfigError);
    expect(() => entropy([0.5, 0.4])).toThrow(/sum to 1/);
    expect(() => entropy([])).toThrow(/sum to 1/);
    expect(() => entropy([-0.5, 1.5])).toThrow(/p\[0\]/);
    expect(() => kl([0.5, 0.5], [NaN, 1])).toThrow(/q\[0\]/);
    expect(() => kl([1], [0.5, 0.5])).toThrow(ShapeError);
  });
});

describe("a scored text", () => {
  it("of a million tokens loses nothing to rounding", () => {
    const n = 1_000_000;
    const {totalNats, crossEntropyNats} = sequenceInformation({
      logProbs: new Float64Array(n).fill(-0.1),
      characters: n,
      bytes: n
    });
    expect(totalNats).toBeCloseTo(100000, 10); // a plain sum is off by 1e-6
    expect(crossEntropyNats).toBeCloseTo(0.1, 15);
  });

  it("has bits per byte that count all of its bits", () => {
    const {bitsPerByte, bitsPerCharacter, crossEntropyBits} = sequenceInformation({
      logProbs: [-Math.LN2, -3 * Math.LN2],
      characters: 4,
      bytes: 8
    });
    expect([bitsPerByte, bitsPerCharacter, crossEntropyBits]).toEqual([0.5, 1, 2]);
  });

  it.each([
    [{logProbs: [], characters: 1, bytes: 1}, /at least one token/],
    [{logProbs: [0.5], characters: 1, bytes: 1}, /logProbs\[0\].*\n.*logarithms/],
    [{logProbs: [-1, NaN], characters: 1, bytes: 1}, /logProbs\[1\]/],
    [{logProbs: [-1], characters: 0, bytes: 1}, /`characters`/],
    [{logProbs: [-1], characters: 1, bytes: NaN}, /`bytes`/]
  ])("%j is refused", (scored, message) => {
    expect(() => sequenceInformation(scored)).toThrow(ConfigError);
    expect(() => sequenceInformation(scored)).toThrow(message);
  });
});

describe("sum", () => {
  it("keeps what cancellation would lose", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(Array.from({length: 10}, () => 0.1))).toBe(1);
  });

  it("of infinities and NaN is what adding them gives", () => {
    expect(sum([1, -Infinity, 2])).toBe(-Infinity);
    expect(sum([Infinity, 1, -Infinity])).toBeNaN();
    expect(sum([1, NaN])).toBeNaN();
    expect(sum([])).toBe(0);
  });
});
