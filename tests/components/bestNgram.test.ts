import {describe, expect, it} from "vitest";
import {baselinesOf} from "../../src/components/languageModel/baselines.js";
import {bestNgram, judgedCounts} from "../../src/components/languageModel/bestNgram.js";
import {transformerLm} from "../../lib/stages/06-transformer/index.js";
import {excerpt} from "../../tools/corpora.js";

const SCORED = 2000;
const METHODS = ["kneser-ney", "modified-kneser-ney"] as const;

describe.each([
  ["a text", {corpus: excerpt("opening").text}],
  ["documents", {corpus: excerpt("names").text.slice(0, 30_000), documents: true}]
] as const)("counting %s", (_, config) => {
  const text = transformerLm(config);
  const lossOf = (order: number): number =>
    Math.min(...METHODS.map((method) => judgedCounts(text, SCORED, order)({method})));

  it("is best at an order beyond which more context hurts, by the better of two smoothings", () => {
    const {order, loss} = bestNgram(text, SCORED);
    const losses = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(lossOf);
    expect(loss).toBe(Math.min(...losses));
    expect(order).toBe(2 + losses.indexOf(loss));
    expect(order).toBeLessThan(12);
  });

  it("knows more, the more it may look at: baselines fall", () => {
    const losses = baselinesOf(text, SCORED).map(({loss}) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(losses[0]).toBe(Math.log(text.tokenizer.vocabulary.tokens.length));
    expect(losses[3]).toBe(bestNgram(text, SCORED).loss);
  });
});
