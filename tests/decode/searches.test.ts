import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError, ShapeError} from "../../lib/core/errors.js";
import {key} from "../../lib/core/random/key.js";
import {normal} from "../../lib/core/random/normal.js";
import {beams, beamSearch, type BeamConfig} from "../../lib/decode/beamSearch.js";
import {contrastive, contrastiveScores, type ContrastiveConfig} from "../../lib/decode/contrastive.js";
import {generate} from "../../lib/decode/generation.js";
import {gnmtPenalty, lengthPenalty} from "../../lib/decode/lengthPenalties.js";
import {largestIds} from "../../lib/decode/logits.js";
import {logitBias} from "../../lib/decode/penalties.js";
import {logSoftmax, softmax} from "../../lib/decode/softmax.js";
import {temperature} from "../../lib/decode/temperature.js";

const VOCABULARY = 4;

/** A model of the last two ids, with logits that look random. */
const modelOf =
  (seed: number) =>
  (ids: ArrayLike<number>): Float64Array => {
    const [last, before] = [ids[ids.length - 1] ?? 0, ids[ids.length - 2] ?? 0];
    return Float64Array.from({length: VOCABULARY}, (_, i) => 2 * normal(key(100 * seed + 10 * last + before), i));
  };

const greedily = (config: Omit<BeamConfig, "beams" | "penalty">): readonly number[] =>
  Array.from(generate({...config, rule: temperature(0), key: key(0)}), ({token}) => token);

/** All texts that end with the end or have so many tokens, and their log-probabilities. */
function everything(predict: BeamConfig["predict"], length: number, end: number) {
  const all: {readonly tokens: readonly number[]; readonly logProb: number}[] = [];
  const visit = (tokens: readonly number[], logProb: number): void => {
    if (tokens.length === length || tokens.at(-1) === end) return void all.push({tokens, logProb});
    logSoftmax(predict(tokens)).forEach((x, id) => visit([...tokens, id], logProb + x));
  };
  visit([], 0);
  return all;
}

describe("beam search", () => {
  it("with one beam writes what the likeliest token each time writes", () => {
    fc.assert(
      fc.property(fc.nat(99), fc.integer({min: 1, max: 8}), (seed, length) => {
        const config = {predict: modelOf(seed), prompt: [1], length};
        expect(beamSearch({...config, beams: 1})[0]!.tokens).toEqual(greedily(config));
      })
    );
  });

  it("with as many beams as beginnings finds the best of all texts, under every penalty", () => {
    const penalties = fc.constantFrom(lengthPenalty(0), lengthPenalty(0.7), lengthPenalty(1.5), gnmtPenalty(1));
    fc.assert(
      fc.property(fc.nat(99), penalties, (seed, penalty) => {
        const predict = modelOf(seed);
        const found = beamSearch({predict, prompt: [], beams: 4 ** 3, length: 4, end: 0, penalty});
        const scores = everything(predict, 4, 0).map(({tokens, logProb}) => logProb / penalty(tokens.length));
        expect(found[0]!.score).toBeCloseTo(Math.max(...scores), 12);
        expect(found.map(({score}) => score)).toEqual(found.map(({score}) => score).sort((a, b) => b - a));
      }),
      {numRuns: 30}
    );
  });

  it("tells probabilities that the model gives, and ends where it says that it does", () => {
    fc.assert(
      fc.property(fc.nat(99), fc.integer({min: 1, max: 5}), (seed, width) => {
        const predict = modelOf(seed);
        for (const {tokens, logProb, ended} of beamSearch({predict, prompt: [2], beams: width, length: 5, end: 3})) {
          let sum = 0;
          tokens.forEach((id, i) => (sum += logSoftmax(predict([2, ...tokens.slice(0, i)]))[id]!));
          expect(logProb).toBeCloseTo(sum, 12);
          expect(tokens.indexOf(3)).toBe(ended ? tokens.length - 1 : -1);
          expect(ended || tokens.length === 5).toBe(true);
        }
      })
    );
  });

  it("drops an end that ranks behind the beams, and goes on when others have ended", () => {
    const probs: Readonly<Record<string, readonly number[]>> = {
      "": [0.5, 0.3, 0.2],
      "0": [0.6, 0.3, 0.1],
      "1": [1, 0, 0]
    };
    const predict = (ids: ArrayLike<number>): Float64Array =>
      logSoftmax(Float64Array.from(probs[Array.from(ids).join("")] ?? [1, 1, 1], (p) => Math.log(p)));
    const {model, step, done} = beams({predict, prompt: [], beams: 2, length: 2, end: 2});
    const first = step(model(), undefined);
    expect([first.live.map(({tokens}) => tokens), first.finished]).toEqual([[[0], [1]], []]);
    const ends = beams({predict, prompt: [], beams: 3, length: 2, end: 2});
    const second = ends.step(ends.model(), undefined);
    expect([second.finished.map(({tokens}) => tokens), ends.done!(second), done!(second)]).toEqual([
      [[2]],
      false,
      false
    ]);
    expect(ends.step(ends.step(second, undefined), undefined).count).toBe(2);
  });

  it("never takes what a rule removes", () => {
    const found = beamSearch({
      predict: modelOf(1),
      prompt: [0],
      beams: 8,
      length: 3,
      rule: logitBias({1: -Infinity, 2: -Infinity})
    });
    expect(found).toHaveLength(8);
    expect(new Set(found.flatMap(({tokens}) => tokens))).toEqual(new Set([0, 3]));
  });

  const config: BeamConfig = {predict: modelOf(1), prompt: [0], beams: 2, length: 3};
  it.each<readonly [string, BeamConfig]>([
    ["beamSearch.beams", {...config, beams: 0}],
    ["beamSearch.length", {...config, length: 0}],
    ["beamSearch.prompt[0]", {...config, prompt: [9]}],
    ["beamSearch.end", {...config, end: -1}],
    ["beamSearch.beam", {...config, beam: 3} as BeamConfig]
  ])("refuses, by the name of %s", (name, wrong) => {
    expect(() => beamSearch(wrong)).toThrow(ConfigError);
    expect(() => beamSearch(wrong)).toThrow(name);
  });

  it("penalties refuse an exponent that is none", () => {
    expect(() => lengthPenalty(NaN)).toThrow("lengthPenalty.alpha");
    expect(() => gnmtPenalty(-1)).toThrow("gnmtPenalty.alpha");
  });
});

describe("contrastive search", () => {
  const look = (ids: readonly number[]) => ({
    logits: modelOf(3)(ids),
    hidden: Array.from({length: 3}, (_, i) => normal(key(ids.at(-1)!), i))
  });
  const base: ContrastiveConfig = {look, prompt: [1, 2], length: 12, k: 3, alpha: 0.6};
  const tokensOf = (config: ContrastiveConfig): readonly number[] =>
    Array.from(contrastive(config), ({token}) => token);

  it("is greedy with one candidate, or where likeness costs nothing", () => {
    const greedy = greedily({predict: modelOf(3), prompt: [1, 2], length: 12});
    expect(tokensOf({...base, k: 1})).toEqual(greedy);
    expect(tokensOf({...base, alpha: 0})).toEqual(greedy);
    expect(tokensOf(base)).not.toEqual(greedy);
  });

  it("takes the candidate with the best score, of all tokens that are among the k likeliest", () => {
    const ids = [...base.prompt];
    for (const {token, prob, penalty, score} of contrastive(base)) {
      const probs = softmax(modelOf(3)(ids));
      const candidates = largestIds(probs, 3);
      const {scores, penalties, best} = contrastiveScores({
        probs: candidates.map((id) => probs[id]!),
        hidden: candidates.map((id) => look([id]).hidden),
        context: ids.map((id) => look([id]).hidden),
        alpha: 0.6
      });
      expect(token).toBe(candidates[best]);
      expect(prob).toBeCloseTo(probs[token]!, 12);
      expect([penalty, score]).toEqual([penalties[best], scores[best]]);
      expect(score).toBe(Math.max(...scores));
      ids.push(token);
    }
    expect(ids).toHaveLength(14);
  });

  it("stops right after the end, and asks for nothing that is not read", () => {
    const tokens = tokensOf({...base, length: 40});
    const end = tokens[5]!;
    expect(tokensOf({...base, length: 40, end})).toEqual(tokens.slice(0, tokens.indexOf(end) + 1));
    let asked = 0;
    const counted = contrastive({...base, look: (ids) => (asked++, look(ids))});
    counted.next();
    expect(asked).toBe(2 + 3);
  });

  it("a state of zeros is like nothing, and without a context nothing is repeated", () => {
    const zeros = contrastiveScores({
      probs: [0.4, 0.3],
      hidden: [
        [0, 0],
        [1, 0]
      ],
      context: [[1, 0]],
      alpha: 0.5
    });
    expect(zeros).toEqual({penalties: [0, 1], scores: [0.2, -0.35], best: 0});
    expect(contrastiveScores({probs: [0.4], hidden: [[1]], context: [], alpha: 1}).penalties).toEqual([0]);
  });

  it.each<readonly [string, ContrastiveConfig]>([
    ["contrastive.k", {...base, k: 0}],
    ["contrastive.alpha", {...base, alpha: 1.5}],
    ["contrastive.prompt", {...base, prompt: []}],
    ["contrastive.length", {...base, length: 0.5}],
    ["contrastive.top", {...base, top: 3} as ContrastiveConfig]
  ])("refuses, by the name of %s", (name, wrong) => {
    expect(() => tokensOf(wrong)).toThrow(ConfigError);
    expect(() => tokensOf(wrong)).toThrow(name);
  });

  it("refuses states of different widths, and candidates without a state", () => {
    const wrong = {probs: [0.5], hidden: [[1, 2]], context: [[1]], alpha: 0.5};
    expect(() => contrastiveScores(wrong)).toThrow(ShapeError);
    expect(() => contrastiveScores({...wrong, probs: [0.5, 0.5]})).toThrow(ShapeError);
    expect(() => contrastiveScores({...wrong, alpha: -1})).toThrow(ConfigError);
    expect(() => contrastiveScores({...wrong, probs: [], hidden: []})).toThrow(ConfigError);
  });
});

describe("the largest of a list", () => {
  it("are those that sorting gives, of equals the smaller id first, without what is removed", () => {
    const value = fc.constantFrom(-Infinity, -2, 0, 1, 1.5, 3);
    fc.assert(
      fc.property(fc.array(value), fc.integer({min: 1, max: 9}), (list, count) => {
        const ids = list.map((_, id) => id).filter((id) => list[id] !== -Infinity);
        const sorted = ids.sort((a, b) => list[b]! - list[a]! || a - b);
        expect(largestIds(list, count)).toEqual(sorted.slice(0, count));
      })
    );
  });
});

describe("a record of biases", () => {
  it("is the same as pairs", () => {
    const logits = Float64Array.of(1, 2, 3);
    expect(logitBias({0: 5, 2: -Infinity})(logits, [])).toEqual(
      logitBias([
        [0, 5],
        [2, -Infinity]
      ])(logits, [])
    );
    expect(() => logitBias({[-1]: 1})).toThrow(ConfigError);
  });
});
