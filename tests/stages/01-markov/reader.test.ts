import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {key} from "../../../lib/core/random/key.js";
import {
  countNgrams,
  distribution,
  kneserNey,
  katz,
  maximumLikelihood,
  reader,
  score,
  scoreAlong,
  smoothing,
  writeAlong,
  writer,
  type Ngrams,
  type Predictor,
  type SmoothingMethod
} from "../../../lib/stages/01-markov/index.js";

const methods: readonly SmoothingMethod[] = [
  "none",
  "add-k",
  "jelinek-mercer",
  "absolute-discounting",
  "katz",
  "kneser-ney",
  "modified-kneser-ney",
  "stupid-backoff"
];

const text = fc.array(fc.nat({max: 4}), {minLength: 1, maxLength: 60});
const order = fc.nat({max: 4});

/** Counts of two texts, the second from its middle on: some contexts are known whose tokens were not counted. */
const counted = fc
  .record({a: text, b: text, from: fc.nat({max: 8}), order, begins: fc.boolean()})
  .map(({a, b, from, order, begins}): Ngrams => {
    const sequence = begins ? {ids: [5, ...b], from: 1} : {ids: b, from: Math.min(from, b.length)};
    return countNgrams([{ids: a}, sequence], {order, vocabSize: 6, ...(begins ? {begin: 5} : {})});
  });

describe("a reader", () => {
  it.each(methods)("scores as score does, to the bit: %s", (method) => {
    fc.assert(
      fc.property(counted, text, fc.nat({max: 5}), (model, ids, from) => {
        const predictor = smoothing({method})(model);
        expect(scoreAlong(reader(predictor), ids, from)).toEqual(score(predictor, ids, from));
      })
    );
  });

  it("knows whether all contexts are reached by its arrows", () => {
    const whole = countNgrams([{ids: [0, 1, 2, 0, 1]}], {order: 2, vocabSize: 3});
    const part = countNgrams([{ids: [0, 1, 2, 0, 1], from: 3}], {order: 2, vocabSize: 3});
    expect(reader(kneserNey()(whole)).whole).toBe(true);
    expect(reader(kneserNey()(part)).whole).toBe(false);
  });

  it("refuses ids outside of the vocabulary", () => {
    const made = reader(kneserNey()(countNgrams([{ids: [0, 1]}], {order: 1, vocabSize: 2})));
    expect(() => scoreAlong(made, [0, 2])).toThrow(/id/);
  });
});

/** How often each token is drawn after a context, by many first steps of many keys. */
function drawnShares(predictor: Predictor, prompt: readonly number[], draws: number): Float64Array {
  const made = writer(reader(predictor));
  const shares = new Float64Array(predictor.model.vocabSize);
  for (let seed = 0; seed < draws; seed++)
    for (const token of writeAlong(made, {prompt, length: 1, key: key(seed)})) shares[token]! += 1 / draws;
  return shares;
}

describe("a writer", () => {
  const ids = Array.from("abracadabra, arbre, cabra", (c) => "abcde, r".indexOf(c));
  const model = countNgrams([{ids}], {order: 3, vocabSize: 9});

  it.each(["add-k", "jelinek-mercer", "absolute-discounting", "kneser-ney", "modified-kneser-ney"] as const)(
    "draws as distribution says: %s",
    (method) => {
      const predictor = smoothing({method})(model);
      for (const prompt of [[], [0], [0, 1], [0, 1, 7], [8, 3, 0, 1]]) {
        const expected = distribution(predictor, prompt)!;
        const shares = drawnShares(predictor, prompt, 4000);
        // three standard deviations of a share, and a half more for the many that are looked at
        expected.forEach((p, w) =>
          expect(Math.abs(shares[w]! - p)).toBeLessThan(3.5 * Math.sqrt((p * (1 - p)) / 4000) + 1e-9)
        );
      }
    }
  );

  it("writes on as if each token had been a prompt", () => {
    fc.assert(
      fc.property(counted, fc.nat(), (model, seed) => {
        const made = writer(reader(smoothing({method: "kneser-ney"})(model)));
        const all = writeAlong(made, {prompt: [], length: 20, key: key(seed)});
        expect(all).toHaveLength(20);
        expect(all).not.toContain(model.begin ?? -1);
        expect(writeAlong(made, {prompt: [], length: 7, key: key(seed)})).toEqual(all.slice(0, 7));
      })
    );
  });

  it("ends with the end, and says what it can't do", () => {
    const made = writer(reader(kneserNey()(model)));
    const all = writeAlong(made, {prompt: [], length: 500, key: key(1), end: 0});
    expect(all.indexOf(0)).toBe(all.length - 1);
    expect(() => writer(reader(katz()(model)))).toThrow("use generate()");
    const silent = writer(reader(maximumLikelihood()(model)));
    expect(() => writeAlong(silent, {prompt: [8, 8, 8], length: 1, key: key(1)})).toThrow("never followed");
    expect(() => writeAlong(made, {prompt: [], length: 1.5, key: key(1)})).toThrow("writeAlong.length");
    expect(() => writeAlong(made, {prompt: [99], length: 1, key: key(1)})).toThrow(/id/);
  });
});
