import {describe, expect, it} from "vitest";
import {timeline} from "../../../lib/index.js";
import {key} from "../../../lib/core/random/key.js";
import {chinchilla, computeOptimal, expectedLoss, type ScalingLaw} from "../../../lib/nn/transformer/computeOptimal.js";
import {estimate} from "../../../lib/nn/transformer/estimate.js";
import {transformerLm} from "../../../lib/stages/06-transformer/index.js";
import {
  alongBudget,
  CHINCHILLA_FLOPS,
  exponents,
  planOf,
  replicated
} from "../../../src/stages/06-transformer/model/budgets.js";
import {expectedAt, fitLaw, resampled, solve} from "../../../src/stages/06-transformer/model/lossLaw.js";
import {onLine, throughThree} from "../../../src/stages/06-transformer/model/powerLaws.js";
import facts from "../../../src/stages/06-transformer/facts/scalingLaws.json" with {type: "json"};
import kept from "../../../src/stages/06-transformer/model/scalingRuns.json" with {type: "json"};
import {quantile} from "../../../src/stages/06-transformer/model/forecast.js";
import {
  costOf,
  ENDS,
  fallOf,
  FROM,
  HELD,
  isFitted,
  scalingConfig,
  SIZES,
  TOKENS_PER_STEP,
  WIDTHS
} from "../../../src/stages/06-transformer/model/scalingSpec.js";

const made: ScalingLaw = {irreducible: 1.3, a: 20, alpha: 0.4, b: 90, beta: 0.35};
const runs = [2e3, 5e3, 1e4, 2e4, 5e4].flatMap((parameters) =>
  [1.3e5, 2.6e5, 5e5, 1e6, 2e6].map((tokens) => ({parameters, tokens, loss: expectedLoss(made, parameters, tokens)}))
);

describe("a power law", () => {
  it("goes through three points with its floor", () => {
    const {floor, ratio, exponent} = throughThree([5, 3, 2], 100);
    expect([floor, ratio]).toEqual([1, 0.5]);
    expect(1 + 4 * Math.pow(100, -exponent)).toBeCloseTo(3, 12);
    expect(onLine(1e8, [1e2, 5], [1e6, 2]).value).toBeCloseTo(2 * Math.sqrt(2 / 5), 12);
  });
});

describe("a law of loss", () => {
  it("finds the law that made the losses", () => {
    const {law, error} = fitLaw(runs, "floor");
    for (const name of ["irreducible", "a", "alpha", "b", "beta"] as const)
      expect(law[name] / made[name]).toBeCloseTo(1, 4);
    expect(error).toBeLessThan(1e-8);
  });

  it("fits worse without a floor, and is not drawn away by one run that went wrong", () => {
    expect(fitLaw(runs, "no floor").error).toBeGreaterThan(0.003);
    const spoiled = runs.map((run, i) => (i === 12 ? {...run, loss: run.loss * 1.5} : run));
    expect(Math.abs(fitLaw(spoiled, "floor").law.irreducible - 1.3)).toBeLessThan(0.03);
  });

  it("has the slopes that differences give", () => {
    const found = [0.2, -0.3, 0.4, 0.5, 0.1];
    const {slope} = expectedAt(found, 0.7, -1.1);
    slope.forEach((each, i) => {
      const moved = (by: number) =>
        expectedAt(
          found.map((x, j) => (i === j ? x + by : x)),
          0.7,
          -1.1
        ).value;
      expect(each).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 8);
    });
  });

  it("solves equations, and draws as many runs as there are", () => {
    expect(
      solve(
        [
          [4, 1],
          [1, 3]
        ],
        [1, 2]
      ).map((x) => Number(x.toFixed(12)))
    ).toEqual([Number((1 / 11).toFixed(12)), Number((7 / 11).toFixed(12))]);
    const counts = resampled(25, key(3));
    expect(counts.reduce((a, b) => a + b)).toBe(25);
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });
});

describe("an interval", () => {
  it("has ends between the neighbors of a share", () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5);
    expect(quantile([10, 20], 0.05)).toBeCloseTo(10.5, 12);
    expect([quantile([5, 7, 9], 0), quantile([5, 7, 9], 1)]).toEqual([5, 9]);
  });
});

describe("a plan", () => {
  it("is the lowest point of its budget, for any law, and has the loss of the theorem", () => {
    for (const law of [chinchilla, replicated, made]) {
      const best = computeOptimal(1e21, law);
      for (const {loss} of alongBudget(law, 1e21, [best.parameters / 100, best.parameters * 100]))
        expect(loss).toBeGreaterThanOrEqual(best.loss);
      const {a, alpha, b, beta, irreducible} = law;
      const g = Math.pow((alpha * a) / (beta * b), 1 / (alpha + beta));
      const left = (1 + alpha / beta) * a * Math.pow(g, -alpha) * Math.pow(1e21 / 6, -exponents(law).loss);
      expect(best.loss - irreducible).toBeCloseTo(left, 9);
    }
  });

  it("has twenty tokens for each parameter by the second fit, and many more by the first", () => {
    const [first, second] = [chinchilla, replicated].map((law) => planOf(law, CHINCHILLA_FLOPS).perParameter);
    expect(second).toBeGreaterThan(15);
    expect(second).toBeLessThan(25);
    expect(first).toBeGreaterThan(60);
  });
});

describe("a token’s way forward", () => {
  it("costs two operations for each number of a matrix, and attention’s own", () => {
    const [width, layers, context, vocabSize] = [64, 3, 32, 100];
    const {parameters, flopsPerToken} = estimate({vocabSize, layers, width, heads: 4, context, tied: true});
    const matrices = parameters.total - parameters.norms;
    expect(flopsPerToken.forward).toBe(2 * matrices + layers * 4 * width * ((context + 1) / 2));
    expect(flopsPerToken.training).toBe(3 * flopsPerToken.forward);
  });
});

describe("the family", () => {
  it("is fitted without those that are held out, and without those that the reader leaves out", () => {
    const all = kept.value;
    expect(all.length).toBe(WIDTHS.length * ENDS.length);
    expect(all.filter(isFitted()).length).toBe((WIDTHS.length - 1) * ENDS.length);
    const fewer = all.filter(isFitted(SIZES["without 8 and 16"], FROM[2]));
    expect(new Set(fewer.map(({width}) => width))).toEqual(new Set([24, 32, 48]));
    expect(new Set(fewer.map(({tokens}) => tokens / TOKENS_PER_STEP))).toEqual(new Set([512, 1024, 2048]));
  });

  it("is what the page asks about: five sizes and lengths, and one size that is less than twice as large", () => {
    const seen = kept.value.filter(isFitted());
    const held = kept.value.filter(({width}) => width === HELD);
    const [least, most] = [Math.min, Math.max].map((end) => end(...seen.map(({parameters}) => parameters)));
    expect([seen.length, held.length]).toEqual([25, 5]);
    expect([Math.round(least! / 1e3), Math.round(most! / 1e4), Math.round(held[0]!.parameters / 1e5)]).toEqual([
      2, 6, 1
    ]);
    expect(held[0]!.parameters).toBeLessThan(2 * most!);
    const {off} = facts.facts; // “within some hundredths of a nat”
    expect(off).toBeLessThan(0.1);
    expect(off).toBeGreaterThan(0.001);
  });

  const corpus = "the whale, the white whale, the whale of whales. ".repeat(20);

  it("has a trunk that short runs share", () => {
    const config = {...scalingConfig(8, corpus, 100), scored: 64};
    const trunk = timeline(transformerLm, config, {history: false});
    const short = timeline(transformerLm, {...config, totalSteps: 50}, {history: false});
    const last = 50 - fallOf(50); // until here both have the whole rate
    expect(last).toBe(40);
    expect(trunk.at(last).state.params).toEqual(short.at(last).state.params);
    const forked = trunk.fork(last, {totalSteps: 50});
    expect(forked.at(50).state.params).toEqual(short.at(50).state.params);
    for (const late of [trunk, trunk.fork(last + 5, {totalSteps: 50})])
      expect(late.at(50).state.params).not.toEqual(short.at(50).state.params);
  });

  it("is counted as it is built", () => {
    const opened = timeline(transformerLm, scalingConfig(16, corpus, 100), {history: false}).opened();
    const {parameters} = costOf(16, opened.tokenizer.vocabulary.tokens.length);
    const count = (tree: unknown): number =>
      typeof tree !== "object" || tree === null
        ? 0
        : "shape" in tree
          ? (tree as {readonly shape: readonly number[]}).shape.reduce((a, b) => a * b, 1)
          : Object.values(tree).reduce((sum: number, each) => sum + count(each), 0);
    expect(parameters).toBe(count(opened.model().params));
  });
});
