import {describe, expect, it} from "vitest";
import {attentionSize, rankOf, scoreMap} from "../../../src/stages/05-attention/model/headRanks.js";
import {headMeasures} from "../../../src/stages/05-attention/model/headMeasures.js";
import type {SentenceSeen} from "../../../src/stages/05-attention/model/attentionSeen.js";

const letters = [..."abcab cab"];
const seen = (weightAt: (i: number, j: number) => number): SentenceSeen => ({
  letters,
  heads: [[{pattern: letters.map((_, i) => letters.map((__, j) => weightAt(i, j))), queries: [], keys: []}]],
  nats: [],
  loss: 0,
  lossAsTrained: 0,
  likeliest: []
});

describe("measures of heads", () => {
  it("see a head that only looks back as what it is", () => {
    const [back] = headMeasures([seen((i, j) => (j === Math.max(0, i - 1) ? 1 : 0))]);
    expect(back).toMatchObject({layer: 1, head: 1, previous: 1, itself: 0});
    expect(back!.spread).toBeCloseTo(1, 9);
  });

  it("see a head that completes what came before", () => {
    const after = (i: number): number => {
      const before = letters.lastIndexOf(letters[i]!, i - 1);
      return i > 0 && before >= 0 ? before + 1 : 0;
    };
    const [completes] = headMeasures([seen((i, j) => (j === after(i) ? 1 : 0))]);
    expect(completes!.induction).toBe(1);
    expect(completes!.previous).toBeLessThan(0.5);
  });

  it("see one that looks everywhere alike as spread", () => {
    const [even] = headMeasures([seen((i, j) => (j <= i ? 1 / (i + 1) : 0))]);
    expect(even!.spread).toBeCloseTo(letters.reduce((sum, _, i) => sum + i + 1, 0) / letters.length, 9);
  });
});

describe("a head’s score map", () => {
  it("has at most the rank of its width", () => {
    const matrix = (m: number, columns: number) =>
      Array.from({length: 6}, (_, i) => Array.from({length: columns}, (__, j) => Math.sin(m * (i + 1) * (j + 2))));
    for (const width of [1, 2, 3]) expect(rankOf(scoreMap(matrix(3, width), matrix(5, width)))).toBe(width);
    expect(
      rankOf([
        [1, 2],
        [2, 4]
      ])
    ).toBe(1);
    expect(
      rankOf([
        [0, 0],
        [0, 0]
      ])
    ).toBe(0);
    expect(
      rankOf([
        [0, 1],
        [1, 0]
      ])
    ).toBe(2);
  });

  it("costs as many parameters whatever the number of heads", () => {
    expect([1, 4, 16].map((heads) => attentionSize(64, heads))).toEqual([16384, 16384, 16384]);
    expect(attentionSize(64, 8, 2)).toBe(10240);
  });
});
