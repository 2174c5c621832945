import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {log} from "../../../lib/core/math/log.js";
import {countNgrams} from "../../../lib/stages/01-markov/countNgrams.js";
import {fitJelinekMercer, jelinekMercerEm} from "../../../lib/stages/01-markov/smoothing/jelinekMercer.js";
import {distribution, logProbs, score, type Predictor} from "../../../lib/stages/01-markov/smoothing/predictor.js";
import {smoothing, smoothingMethods, type SmoothingSpec} from "../../../lib/stages/01-markov/smoothing/smoothing.js";

const sum = (p: ArrayLike<number>): number => Array.from(p).reduce((a, b) => a + b, 0);

const corpus = fc
  .tuple(fc.integer({min: 0, max: 4}), fc.integer({min: 2, max: 6}), fc.boolean())
  .chain(([order, V, begins]) =>
    fc.record({
      // the last id never occurs in the texts: it stands for what is unknown
      texts: fc.array(fc.array(fc.nat(V - 2), {minLength: 1, maxLength: 80}), {minLength: 1, maxLength: 3}),
      context: fc.array(fc.nat(V - 1), {maxLength: 6}),
      shape: fc.constant(begins ? {order, vocabSize: V + 1, begin: V} : {order, vocabSize: V})
    })
  );

const modelOf = ({
  texts,
  shape
}: {
  readonly texts: readonly (readonly number[])[];
  readonly shape: {order: number; vocabSize: number; begin?: number};
}) =>
  countNgrams(
    texts.map((ids) => (shape.begin === undefined ? {ids} : {ids: [shape.begin, ...ids], from: 1})),
    shape
  );

const proper = smoothingMethods.filter((method) => method !== "none" && method !== "stupid-backoff");

describe.each(proper)("%s", (method) => {
  const fit = smoothing({method} as SmoothingSpec);

  it("sums to one over the vocabulary, after seen and unseen contexts, and never predicts the begin id", () => {
    fc.assert(
      fc.property(corpus, (c) => {
        const p = distribution(fit(modelOf(c)), c.context)!;
        expect(sum(p)).toBeCloseTo(1, 10);
        expect(p.every((x) => x >= 0 && x <= 1 + 1e-12)).toBe(true);
        if (c.shape.begin !== undefined) expect(p[c.shape.begin]).toBe(0);
      })
    );
  });

  it("scores each token of a text with its own distribution's probability", () => {
    fc.assert(
      fc.property(corpus, (c) => {
        const predictor = fit(modelOf(c));
        const logs = score(predictor, c.context);
        c.context.forEach((token, i) => {
          const p = distribution(predictor, c.context.slice(0, i))![token]!;
          expect(logs[i]).toBeCloseTo(log(p), 9);
        });
      })
    );
  });

  it("is uniform where nothing was counted", () => {
    const predictor = fit(countNgrams([], {order: 2, vocabSize: 4}));
    expect(Array.from(distribution(predictor, [1, 2])!)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe("unseen tokens", () => {
  it.each(proper)("are possible under %s, even after a context seen often", (method) => {
    const model = countNgrams([{ids: [0, 1, 0, 1, 0, 1, 0, 1, 2]}], {order: 1, vocabSize: 4});
    const p = distribution(smoothing({method} as SmoothingSpec)(model), [0])!;
    expect(p[3]).toBeGreaterThan(0);
    expect(p[1]).toBeGreaterThan(p[3]!);
  });

  it("are impossible under maximum likelihood, and an unseen context has no distribution", () => {
    const model = countNgrams([{ids: [0, 1, 0, 2]}], {order: 1, vocabSize: 4});
    const predictor = smoothing({method: "none"})(model);
    expect(Array.from(distribution(predictor, [0])!)).toEqual([0, 0.5, 0.5, 0]);
    expect(distribution(predictor, [3])).toBeUndefined();
    expect(Array.from(score(predictor, [3, 1]))).toEqual([-Infinity, -Infinity]);
    expect(() => logProbs(predictor, [3])).toThrow(/never followed[^]*kneserNey/);
  });
});

it("stupid backoff says that its scores are no probabilities", () => {
  const model = countNgrams([{ids: [0, 1, 0, 2, 1]}], {order: 1, vocabSize: 3});
  const predictor: Predictor = smoothing({method: "stupid-backoff", alpha: 0.4})(model);
  expect(predictor.proper).toBe(false);
  expect(sum(distribution(predictor, [0])!)).not.toBeCloseTo(1, 2);
  expect(distribution(predictor, [2])![1]).toBe(1); // seen once, followed once
  expect(distribution(predictor, [2])![0]).toBeCloseTo(0.4 * (2 / 5), 12);
});

describe("EM of Jelinek–Mercer weights", () => {
  it("never lowers the likelihood of the held-out text", () => {
    const text = fc.array(fc.nat(3), {minLength: 8, maxLength: 60});
    fc.assert(
      fc.property(text, text, fc.integer({min: 0, max: 3}), (seen, held, order) => {
        const em = jelinekMercerEm(countNgrams([{ids: seen}], {order, vocabSize: 5}), held);
        let state = em.initial;
        for (let i = 0; i < 5; i++) {
          const next = em.step(state);
          expect(next.logLikelihood).toBeGreaterThanOrEqual(state.logLikelihood - 1e-9);
          expect(sum(next.weights)).toBeCloseTo(1, 10);
          state = next;
        }
      })
    );
  });

  it("finds weights that beat equal ones on other text of the same kind", () => {
    const text = Array.from({length: 900}, (_, i) => [0, 1, 2, 3][(i + (i % 7 === 0 ? 1 : 0)) % 4]!);
    const model = countNgrams([{ids: text.slice(0, 600)}], {order: 2, vocabSize: 4});
    const weights = fitJelinekMercer(model, text.slice(600, 750));
    const bits = (w: readonly number[]) =>
      -sum(score(smoothing({method: "jelinek-mercer", weights: w})(model), text.slice(750)));
    expect(bits(weights)).toBeLessThan(bits([1, 1, 1, 1]));
  });
});

describe("bad settings name their field and the fix", () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [{method: "kneser-nay"}, /smoothing.method[^]*did you mean kneser-ney/],
    [{method: "add-k", alpha: 1}, /smoothing.alpha[^]*known fields: method, k|smoothing.alpha/],
    [{method: "add-k", k: 0}, /smoothing.k: must be a number above 0/],
    [{method: "add-k", k: NaN}, /NaN/],
    [{method: "kneser-ney", discount: 1.5}, /smoothing.discount: must be a number from 0 to 1/],
    [{method: "stupid-backoff", alpha: 0}, /smoothing.alpha/],
    [{method: "jelinek-mercer", weights: [0, 1]}, /uniform distribution/],
    [{method: "katz", kMax: -1}, /smoothing.kMax/],
    [null, /a config is a record/]
  ];
  it.each(cases)("%j", (spec, message) => {
    expect(() => smoothing(spec as SmoothingSpec)).toThrow(message);
  });

  it("and lists of the wrong length are refused when they meet a model", () => {
    const model = countNgrams([], {order: 2, vocabSize: 3});
    expect(() => smoothing({method: "kneser-ney", discount: [0.5]})(model)).toThrow(/expected +3[^]*given +1/);
    expect(() => smoothing({method: "jelinek-mercer", weights: [1, 1]})(model)).toThrow(/expected +4/);
  });
});
