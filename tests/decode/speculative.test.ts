import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError, ShapeError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";
import {chain} from "../../lib/decode/chain.js";
import {softmax} from "../../lib/decode/softmax.js";
import {
  acceptance,
  expectedTokens,
  speculate,
  speculativeRound,
  type SpeculativeConfig
} from "../../lib/decode/speculative.js";
import {temperature} from "../../lib/decode/temperature.js";
import {topK} from "../../lib/decode/topK.js";

const VOCABULARY = 3;

/** A model of the last id, with logits that look random. */
const modelOf =
  (seed: number) =>
  (ids: ArrayLike<number>): Float64Array =>
    Float64Array.from({length: VOCABULARY}, (_, i) => normal(key(10 * seed + (ids[ids.length - 1] ?? 9)), i));

const base: SpeculativeConfig = {
  predict: modelOf(1),
  draft: modelOf(2),
  gamma: 3,
  prompt: [0],
  length: 4,
  key: key(1)
};
const tokensOf = (config: SpeculativeConfig): readonly number[] =>
  Array.from(speculate(config), ({tokens}) => tokens).flat();

/** Chi-squared of counts against probabilities. */
const distance = (counts: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): number =>
  [...expected].reduce((sum, [text, count]) => sum + ((counts.get(text) ?? 0) - count) ** 2 / count, 0);

describe("speculative decoding", () => {
  it("gives a token the target's probability, counted over every number that a round can draw", () => {
    const [p, q] = [
      [1 / 8, 3 / 8, 4 / 8],
      [4 / 8, 2 / 8, 2 / 8]
    ];
    const grid = Array.from({length: 12}, (_, i) => (i + 0.5) / 12);
    const counts = [0, 0, 0];
    q!.forEach((share, token) => {
      for (const u of grid)
        for (const v of grid) {
          const {tokens} = speculativeRound({drafted: [token], draft: [q!], target: () => p!, uniforms: [u, v]});
          counts[tokens[0]!]! += 8 * share;
        }
    });
    expect(counts).toEqual(p!.map((share) => 8 * 144 * share));
  });

  it("draft, acceptance and residual together are the target, whatever the draft", () => {
    const weights = fc.array(fc.nat(20), {minLength: 5, maxLength: 5}).filter((list) => list.some((x) => x > 0));
    fc.assert(
      fc.property(weights, weights, (a, b) => {
        const [p, q] = [a, b].map((list) => list.map((x) => x / list.reduce((sum, y) => sum + y, 0)));
        const {accepted, rate, residual} = acceptance(p!, q!);
        q!.forEach((x, i) =>
          expect(x * (accepted[i] ?? 0) + (1 - rate) * (residual?.[i] ?? 0)).toBeCloseTo(p![i]!, 14)
        );
        expect(rate).toBeCloseTo(1 - p!.reduce((sum, x, i) => sum + Math.abs(x - q![i]!), 0) / 2, 14);
      })
    );
  });

  it.each([undefined, chain(temperature(0.7), topK(2))])(
    "writes texts as often as the target writes them (%#)",
    (rule) => {
      const [length, runs] = [3, 6000];
      const expected = new Map<string, number>();
      const visit = (tokens: readonly number[], share: number): void => {
        if (tokens.length === length) return void expected.set(tokens.join(""), runs * share);
        const ids = [0, ...tokens];
        const logits = base.predict(ids);
        softmax(rule === undefined ? logits : rule(logits, ids)).forEach((p, id) => {
          if (p > 0) visit([...tokens, id], share * p);
        });
      };
      visit([], 1);
      const counts = new Map<string, number>();
      for (let seed = 0; seed < runs; seed++) {
        const text = tokensOf({...base, gamma: 2, length, key: key(seed), ...(rule === undefined ? {} : {rule})}).join(
          ""
        );
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      expect([...counts.keys()].filter((text) => !expected.has(text))).toEqual([]);
      const freedom = expected.size - 1;
      expect(distance(counts, expected)).toBeLessThan(freedom + 4 * Math.sqrt(2 * freedom));
      const draft = new Map([...expected.keys()].map((text) => [text, runs / expected.size]));
      expect(distance(counts, draft)).toBeGreaterThan(10 * freedom); // another distribution would be found out
    }
  );

  it("accepts all that a draft like the target writes, in as few rounds as there can be", () => {
    const rounds = [...speculate({...base, draft: base.predict, length: 12})];
    expect(rounds.map(({tokens, accepted}) => [tokens.length, accepted])).toEqual([
      [4, 3],
      [4, 3],
      [4, 3]
    ]);
  });

  it("writes as many tokens a round as the rate lets expect", () => {
    const even = {...base, predict: () => Float64Array.of(0, 1, 0), draft: () => Float64Array.of(0.5, 0, 0)};
    const {rate} = acceptance(softmax(even.predict()), softmax(even.draft()));
    const rounds = [...speculate({...even, length: 12000})];
    const mean = rounds.reduce((sum, {tokens}) => sum + tokens.length, 0) / rounds.length;
    expect(Math.abs(mean / expectedTokens(rate, 3) - 1)).toBeLessThan(0.02);
    expect(expectedTokens(1, 3)).toBe(4);
  });

  it("writes at most its length, ends right after the end, and the same again", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({min: 1, max: 5}), fc.nat(999), fc.nat(2), (length, gamma, seed, end) => {
        const config = {...base, length, gamma, key: key(seed), end};
        const tokens = tokensOf(config);
        const at = tokens.indexOf(end);
        expect(at < 0 ? tokens.length : at).toBe(at < 0 ? length : tokens.length - 1);
        expect(tokensOf(config)).toEqual(tokens);
      })
    );
  });

  it("asks the target for many beginnings at once, where it can answer that", () => {
    const asked: number[] = [];
    const config: SpeculativeConfig = {
      ...base,
      length: 20,
      predict: () => expect.fail("one by one"),
      predictEach: (ids, from) => {
        asked.push(ids.length - from);
        return Array.from({length: ids.length - from + 1}, (_, i) => base.predict(ids.slice(0, from + i)));
      }
    };
    expect(tokensOf(config)).toEqual(tokensOf({...base, length: 20}));
    expect(asked).toHaveLength([...speculate({...base, length: 20})].length);
  });

  it("refuses other vocabularies, and settings that cannot be", () => {
    expect(() => tokensOf({...base, draft: () => new Float64Array(4)})).toThrow(ShapeError);
    expect(() => acceptance([1], [0.5, 0.5])).toThrow(ShapeError);
    expect(() => speculativeRound({drafted: [0], draft: [[1]], target: () => [1], uniforms: [0]})).toThrow(ShapeError);
    expect(() => tokensOf({...base, gamma: 0})).toThrow("speculate.gamma");
    expect(() => tokensOf({...base, length: -1})).toThrow("speculate.length");
    expect(() => tokensOf({...base, drafts: 2} as SpeculativeConfig)).toThrow(ConfigError);
    expect(() => expectedTokens(0.5, -1)).toThrow("expectedTokens.gamma");
  });
});
