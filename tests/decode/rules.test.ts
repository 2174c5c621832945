import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";
import {chain} from "../../lib/decode/chain.js";
import {greedy} from "../../lib/decode/greedy.js";
import type {LogitsRule} from "../../lib/decode/logits.js";
import {minP} from "../../lib/decode/minP.js";
import {frequencyPenalty, logitBias, presencePenalty, repetitionPenalty} from "../../lib/decode/penalties.js";
import {logSoftmax, softmax} from "../../lib/decode/softmax.js";
import {temperature} from "../../lib/decode/temperature.js";
import {topK} from "../../lib/decode/topK.js";
import {topP} from "../../lib/decode/topP.js";
import {typical} from "../../lib/decode/typical.js";

// multiples of 1/1024, so that quotients and sums of a test are exact where it says so
const grid = fc.integer({min: -30 * 1024, max: 30 * 1024}).map((n) => n / 1024);
const logit = fc.oneof(
  grid,
  fc.integer({min: -2, max: 2}), // ties
  fc.constantFrom(-Infinity, -1e4, 1e4)
);
/** Logits of which at least one is finite. */
const logits = fc
  .tuple(fc.array(logit, {maxLength: 20}), grid, fc.array(logit, {maxLength: 20}))
  .map(([before, sure, after]) => Float64Array.from([...before, sure, ...after]));
const context = fc.array(fc.nat(45), {maxLength: 12});
const share = fc.double({min: 0, max: 1, noNaN: true});
const minKeep = fc.integer({min: 1, max: 6});

const truncation: fc.Arbitrary<readonly [string, LogitsRule]> = fc.oneof(
  fc.integer({min: 1, max: 30}).map((k) => [`topK(${k})`, topK(k)] as const),
  fc.tuple(share, minKeep).map(([p, n]) => [`topP(${p}, ${n})`, topP(p, {minKeep: n})] as const),
  fc.tuple(share, minKeep).map(([p, n]) => [`minP(${p}, ${n})`, minP(p, {minKeep: n})] as const),
  fc.double({min: 1e-9, max: 1, noNaN: true}).map((m) => [`typical(${m})`, typical(m)] as const)
);
const change: fc.Arbitrary<readonly [string, LogitsRule]> = fc.oneof(
  fc.constantFrom(0, 5e-324, 0.1, 1, 7, Infinity).map((T) => [`temperature(${T})`, temperature(T)] as const),
  fc.double({min: 0.1, max: 3, noNaN: true}).map((x) => [`repetitionPenalty(${x})`, repetitionPenalty(x)] as const),
  fc.double({min: -2, max: 2, noNaN: true}).map((x) => [`presencePenalty(${x})`, presencePenalty(x)] as const),
  fc.double({min: -2, max: 2, noNaN: true}).map((x) => [`frequencyPenalty(${x})`, frequencyPenalty(x)] as const),
  fc.double({min: -9, max: 9, noNaN: true}).map((x) => [`logitBias(${x})`, logitBias([[0, x]])] as const)
);
const rule = fc.oneof(truncation, change);

const kept = (list: Float64Array): readonly number[] => Array.from(list.keys()).filter((id) => list[id] !== -Infinity);
const total = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);

describe("softmax", () => {
  it("sums to 1, keeps the order, and is e to the logSoftmax", () => {
    fc.assert(
      fc.property(logits, (list) => {
        const probs = softmax(list);
        const logProbs = logSoftmax(list);
        expect(total(probs)).toBeCloseTo(1, 12);
        probs.forEach((p, id) => {
          expect(p).toBeCloseTo(Math.exp(logProbs[id]!), 12);
          if (list[id]! >= list[0]!) expect(p).toBeGreaterThanOrEqual(probs[0]!);
        });
      })
    );
  });

  it("does not change when all logits move together", () => {
    const list = Float64Array.of(1, 2, 3, -Infinity);
    expect(softmax(list.map((x) => x + 4096))).toEqual(softmax(list));
  });

  it("refuses logits that say nothing", () => {
    for (const f of [softmax, logSoftmax, greedy]) {
      expect(() => f([])).toThrow(/at least one token/);
      expect(() => f([-Infinity, -Infinity])).toThrow(ConfigError);
      expect(() => f([0, NaN])).toThrow(/logits\[1\] +"?NaN/);
      expect(() => f([Infinity])).toThrow(/below Infinity/);
    }
  });
});

describe("every rule", () => {
  it("leaves a distribution that sums to 1, over at least one token, and its argument as it was", () => {
    fc.assert(
      fc.property(logits, context, fc.array(rule, {maxLength: 4}), (list, ids, rules) => {
        const before = list.slice();
        const after = chain(...rules.map(([, r]) => r))(list, ids);
        expect(list).toEqual(before);
        expect(after).not.toBe(list);
        expect(after).toHaveLength(list.length);
        expect(kept(after).length).toBeGreaterThan(0);
        expect(total(softmax(after))).toBeCloseTo(1, 12);
        for (const id of kept(after)) expect(before[id]).not.toBe(-Infinity); // what is removed stays removed
      }),
      {numRuns: 400}
    );
  });

  it("that truncates changes no logit that it keeps", () => {
    fc.assert(
      fc.property(logits, truncation, (list, [, truncate]) => {
        const after = truncate(list, []);
        for (const id of kept(after)) expect(after[id]).toBe(list[id]);
      })
    );
  });

  it("that keeps the likeliest keeps no token and drops a likelier one", () => {
    const byRank = fc.oneof(
      fc.integer({min: 1, max: 30}).map(topK),
      fc.tuple(share, minKeep).map(([p, n]) => topP(p, {minKeep: n})),
      fc.tuple(share, minKeep).map(([p, n]) => minP(p, {minKeep: n}))
    );
    fc.assert(
      fc.property(logits, byRank, (list, truncate) => {
        const after = truncate(list, []);
        const least = Math.min(...kept(after).map((id) => list[id]!));
        list.forEach((x, id) => x > least && expect(after[id]).toBe(x));
        expect(after[greedy(list)]).not.toBe(-Infinity);
      })
    );
  });
});

describe("temperature", () => {
  it("at 0 is shared by the likeliest, and so is its limit", () => {
    fc.assert(
      fc.property(logits, (list) => {
        const top = list[greedy(list)]!;
        const best = list.filter((x) => x === top).length;
        const probs = softmax(temperature(0)(list, []));
        list.forEach((x, id) => expect(probs[id]).toBe(x === top ? 1 / best : 0));
        const cold = softmax(temperature(5e-324)(list, []));
        expect(cold).toEqual(probs);
      })
    );
  });

  it("at Infinity is even over all tokens that are not removed, and so is its limit", () => {
    fc.assert(
      fc.property(logits, (list) => {
        const probs = softmax(temperature(Infinity)(list, []));
        const count = kept(list).length;
        list.forEach((x, id) => expect(probs[id]).toBe(x === -Infinity ? 0 : 1 / count));
        softmax(temperature(1e300)(list, [])).forEach((p, id) => expect(p).toBeCloseTo(probs[id]!, 12));
      })
    );
  });

  it("at 1 changes nothing, and two temperatures multiply", () => {
    fc.assert(
      fc.property(logits, (list) => {
        expect(temperature(1)(list, [])).toEqual(list);
        expect(chain(temperature(2), temperature(4))(list, [])).toEqual(temperature(8)(list, []));
      })
    );
  });

  it("commutes with topK, but not with topP", () => {
    fc.assert(
      fc.property(logits, fc.integer({min: 1, max: 30}), (list, k) => {
        const one = chain(temperature(2), topK(k))(list, []);
        expect(chain(topK(k), temperature(2))(list, [])).toEqual(one);
      })
    );
    const list = Float64Array.of(3, 2, 1);
    expect(kept(chain(topP(0.6), temperature(8))(list, []))).toEqual([0]);
    expect(kept(chain(temperature(8), topP(0.6))(list, []))).toEqual([0, 1]);
  });
});

describe("truncation", () => {
  it("topK keeps k tokens, and only ties make it more", () => {
    fc.assert(
      fc.property(logits, fc.integer({min: 1, max: 30}), (list, k) => {
        const ids = kept(topK(k)(list, []));
        const least = Math.min(...ids.map((id) => list[id]!));
        expect(ids.length).toBeGreaterThanOrEqual(Math.min(k, kept(list).length));
        expect(ids.filter((id) => list[id]! > least).length).toBeLessThan(k);
      })
    );
  });

  it("topP keeps the smallest set that has p", () => {
    fc.assert(
      fc.property(logits, fc.double({min: 0, max: 0.999, noNaN: true}), (list, p) => {
        const probs = softmax(list);
        const mass = kept(topP(p)(list, [])).map((id) => probs[id]!);
        const sum = mass.reduce((a, b) => a + b, 0);
        expect(sum).toBeGreaterThanOrEqual(p - 1e-12);
        if (mass.length > 1) expect(sum - Math.min(...mass)).toBeLessThan(p + 1e-12);
      })
    );
  });

  it("topP takes from equals at the border those with smaller ids", () => {
    expect(kept(topP(0.5)(new Float64Array(4), []))).toEqual([0, 1]);
    expect(kept(minP(1, {minKeep: 3})(Float64Array.of(1, 2, 1, 1), []))).toEqual([0, 1, 2]);
  });

  it("minP keeps exactly what is likely enough beside the likeliest", () => {
    const list = Float64Array.from([1, 0.5, 0.26, 0.24], Math.log);
    expect(kept(minP(0.25)(list, []))).toEqual([0, 1, 2]);
  });

  it("typical keeps what is as surprising as the average, and may drop the likeliest", () => {
    // entropy 1.61 nats; surprisals 0.92, 1.61 and 2.30
    const list = Float64Array.from([0.4, 0.2, 0.1, 0.1, 0.1, 0.1], Math.log);
    expect(kept(typical(0.15)(list, []))).toEqual([1]);
  });

  it("typical is what its definition by sorting gives", () => {
    fc.assert(
      fc.property(logits, fc.double({min: 0.01, max: 0.99, noNaN: true}), (list, mass) => {
        const logProbs = logSoftmax(list);
        const ids = kept(logProbs);
        const entropy = ids.reduce((sum, id) => sum - Math.exp(logProbs[id]!) * logProbs[id]!, 0);
        const far = (id: number): number => Math.abs(-logProbs[id]! - entropy);
        const order = [...ids].sort((a, b) => far(a) - far(b));
        let sum = 0;
        let n = 0;
        while (n < order.length && sum < mass - 1e-9) sum += Math.exp(logProbs[order[n++]!]!);
        const result = kept(typical(mass)(list, []));
        for (const id of order.slice(0, n)) expect(result).toContain(id);
      })
    );
  });
});

describe("penalties and bias", () => {
  it("touch only tokens of the context, and pass ids without a logit", () => {
    const list = Float64Array.of(2, -2, 0, 1);
    expect(repetitionPenalty(2)(list, [0, 1, 1, 99, -1])).toEqual(Float64Array.of(1, -4, 0, 1));
    expect(presencePenalty(0.5)(list, [3, 3, 3])).toEqual(Float64Array.of(2, -2, 0, 0.5));
    expect(frequencyPenalty(0.5)(list, [3, 3, 3])).toEqual(Float64Array.of(2, -2, 0, -0.5));
    expect(logitBias(new Map([[2, -Infinity]]))(list, [])).toEqual(Float64Array.of(2, -2, -Infinity, 1));
  });

  it("of value 1 or 0 are the identity", () => {
    fc.assert(
      fc.property(logits, context, (list, ids) => {
        for (const r of [repetitionPenalty(1), presencePenalty(0), frequencyPenalty(0), logitBias([]), chain()])
          expect(r(list, ids)).toEqual(list);
      })
    );
  });

  it("name a token outside of the vocabulary", () => {
    expect(() => logitBias([[4, 1]])(new Float64Array(4), [])).toThrow(/vocabSize +4/);
  });
});

describe("settings", () => {
  const bad: readonly (readonly [string, () => unknown])[] = [
    ["temperature(-1)", () => temperature(-1)],
    ["temperature(NaN)", () => temperature(NaN)],
    ["topK(0)", () => topK(0)],
    ["topK(1.5)", () => topK(1.5)],
    ["topP(-0.1)", () => topP(-0.1)],
    ["topP(1.1)", () => topP(1.1)],
    ["topP(NaN)", () => topP(NaN)],
    ["topP(0.5, {minKeep: 0})", () => topP(0.5, {minKeep: 0})],
    ["minP(2)", () => minP(2)],
    ["minP(0.5, {minKeep: 0.5})", () => minP(0.5, {minKeep: 0.5})],
    ["typical(0)", () => typical(0)],
    ["typical(1.5)", () => typical(1.5)],
    ["repetitionPenalty(0)", () => repetitionPenalty(0)],
    ["repetitionPenalty(Infinity)", () => repetitionPenalty(Infinity)],
    ["presencePenalty(NaN)", () => presencePenalty(NaN)],
    ["frequencyPenalty(Infinity)", () => frequencyPenalty(Infinity)],
    ["logitBias([[0, NaN]])", () => logitBias([[0, NaN]])],
    ["logitBias([[0, Infinity]])", () => logitBias([[0, Infinity]])],
    ["logitBias([[-1, 0]])", () => logitBias([[-1, 0]])]
  ];
  it.each(bad)("%s is refused by name, with what was found", (text, make) => {
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(new RegExp(`^${text.slice(0, text.indexOf("("))}: .*\\n +found`));
  });
});

it("no rule takes a second for a vocabulary of 50,000 tokens, ties or not", () => {
  const rules = [topK(50), topP(0.9), minP(0.02), typical(0.9), temperature(0.7), repetitionPenalty(1.2)];
  const ids = Array.from({length: 1000}, (_, i) => i * 7);
  for (const list of [Float64Array.from({length: 50000}, (_, i) => 3 * normal(key(1), i)), new Float64Array(50000)]) {
    const start = performance.now();
    for (const r of rules) r(list, ids);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});

describe("a border that is reached exactly in decimals", () => {
  const shuffled = fc
    .tuple(fc.array(fc.integer({min: 1, max: 12}), {minLength: 2, maxLength: 9}), fc.nat(8))
    .map(([weights, at]) => ({weights, sum: weights.reduce((a, b) => a + b, 0), at: at % weights.length}));
  const logs = (weights: readonly number[], sum: number) => Float64Array.from(weights, (w) => Math.log(w / sum));

  it("is reached by the nucleus", () => {
    expect(kept(topP(0.8)(logs([3, 1, 1, 5], 10), []))).toEqual([0, 3]);
    fc.assert(
      fc.property(shuffled, ({weights, sum, at}) => {
        const sorted = [...weights].sort((a, b) => b - a).slice(0, at + 1);
        const mass = sorted.reduce((a, b) => a + b, 0) / sum;
        expect(kept(topP(mass)(logs(weights, sum), []))).toHaveLength(at + 1);
      })
    );
  });

  it("is reached by min-p", () => {
    fc.assert(
      fc.property(shuffled, ({weights, sum, at}) => {
        const share = weights[at]! / Math.max(...weights);
        const expected = Array.from(weights.keys()).filter((i) => weights[i]! >= weights[at]!);
        expect(kept(minP(share)(logs(weights, sum), []))).toEqual(expected);
      })
    );
  });

  it("is reached by typical sampling", () => {
    fc.assert(
      fc.property(fc.integer({min: 2, max: 12}), fc.integer({min: 1, max: 12}), (tokens, at) => {
        // all alike: each is as typical as the others, so all stay, and no rounding may ask for more
        expect(kept(typical(Math.min(at, tokens) / tokens)(new Float64Array(tokens), []))).toHaveLength(tokens);
      })
    );
  });
});

describe("a plain array", () => {
  it.each([
    ["topK", topK(1)],
    ["topP", topP(0.5)],
    ["minP", minP(0.5, {minKeep: 2})]
  ] as const)("is refused by %s with what to give instead: sorted as words, 10 would come before 9", (_, rule) => {
    const words = [9, 10, 8] as unknown as Float64Array; // what JavaScript lets pass
    expect(() => rule(words, [])).toThrow(ConfigError);
    expect(() => rule(words, [])).toThrow(/Float64Array\.from/);
    expect([...rule(Float64Array.from(words), [])][1]).toBe(10);
  });
});
