import fc from "fast-check";
import {describe, expect, it} from "vitest";
import kept from "../../../src/stages/03-neural-lm/model/bigramCourse.json" with {type: "json"};
import {
  countedLoss,
  countsOf,
  descended,
  gradientOf,
  lossOf,
  pairsOf,
  softmaxOf,
  stepsUntil,
  type Pair,
  type Rows
} from "../../../src/stages/03-neural-lm/model/tableDescent.js";
import {
  addedKLoss,
  followedBy,
  learnedTables,
  lossOfTables,
  type Triple
} from "../../../src/stages/03-neural-lm/model/twoTables.js";

const SIZE = 4;
const pairs = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), {minLength: 1, maxLength: 40});
const tables = fc.array(fc.array(fc.double({min: -6, max: 6, noNaN: true}), {minLength: SIZE, maxLength: SIZE}), {
  minLength: SIZE,
  maxLength: SIZE
});
const mixed = (a: Rows, b: Rows, t: number): Rows => a.map((row, i) => row.map((x, j) => t * x + (1 - t) * b[i]![j]!));

describe("a table of logits", () => {
  it("has the counted loss plus the divergences of its rows, and so never less", () =>
    fc.assert(
      fc.property(pairs, tables, (list, table) => {
        const counts = countsOf(list as readonly Pair[], SIZE);
        const divergence = counts.reduce((sum, row, a) => {
          const [total, q] = [row.reduce((x, y) => x + y, 0), softmaxOf(table[a]!)];
          return row.reduce((s, c, b) => (c === 0 ? s : s + (c / list.length) * Math.log(c / total / q[b]!)), sum);
        }, 0);
        expect(lossOf(table, counts)).toBeCloseTo(countedLoss(counts) + divergence, 9);
        expect(lossOf(table, counts)).toBeGreaterThanOrEqual(countedLoss(counts) - 1e-12);
      })
    ));

  it("is convex: between two tables the loss lies below the line", () =>
    fc.assert(
      fc.property(pairs, tables, tables, fc.double({min: 0, max: 1, noNaN: true}), (list, a, b, t) => {
        const counts = countsOf(list as readonly Pair[], SIZE);
        const line = t * lossOf(a, counts) + (1 - t) * lossOf(b, counts);
        expect(lossOf(mixed(a, b, t), counts)).toBeLessThanOrEqual(line + 1e-9);
      })
    ));

  it("has the gradient that differences have", () => {
    const counts = countsOf(pairsOf("abracadabra").pairs, 5);
    const table = counts.map((row, a) => row.map((_, b) => ((a * 5 + b) % 7) / 3 - 1));
    const gradient = gradientOf(table, counts);
    const at = (a: number, b: number, by: number): number =>
      lossOf(
        table.map((row, i) => row.map((z, j) => (i === a && j === b ? z + by : z))),
        counts
      );
    for (const a of [0, 2, 4])
      for (const b of [0, 1, 3]) expect(gradient[a]![b]!).toBeCloseTo((at(a, b, 1e-5) - at(a, b, -1e-5)) / 2e-5, 8);
  });

  it("comes to the counts where all pairs occur, and falls in each step below the largest rate", () => {
    const counts = [
      [2, 1],
      [1, 4]
    ];
    const {table, losses} = descended(counts, 3, 3000);
    counts.forEach((row, a) =>
      row.forEach((count, b) => expect(softmaxOf(table[a]!)[b]!).toBeCloseTo(count / (row[0]! + row[1]!), 9))
    );
    losses.slice(1).forEach((loss, i) => expect(loss).toBeLessThanOrEqual(losses[i]! + 1e-15));
  });

  it("of abracadabra learns at rate 12, and swings for ever at 14", () => {
    const counts = countsOf(pairsOf("abracadabra").pairs, 5);
    const gap = (rate: number): number => descended(counts, rate, 400).losses.at(-1)! - countedLoss(counts);
    expect(gap(12)).toBeLessThan(0.002);
    expect(gap(14)).toBeGreaterThan(0.02);
    expect(stepsUntil(counts, 4, 1.1)).toBe(14);
  });
});

describe("two tables that are added", () => {
  const every: readonly Triple[] = [0, 1].flatMap((a) => [0, 1].map((b): Triple => [a, b, a === b ? 0 : 1]));

  it("learn nothing of exclusive or, which a row for both tokens knows", () => {
    const followed = followedBy(every, 2);
    expect(lossOfTables(learnedTables(followed, 2, 2, 300), followed)).toBeCloseTo(Math.log(2), 9);
    expect(addedKLoss(followed, followed, 0, ({far, near}) => far * 2 + near)).toBe(0);
  });

  it("come to the counted pairs where the far token says nothing", () => {
    const triples: readonly Triple[] = [0, 1].flatMap((far): readonly Triple[] => [
      [far, 0, 0],
      [far, 0, 1],
      [far, 0, 1],
      [far, 1, 0],
      [far, 1, 1]
    ]);
    const followed = followedBy(triples, 2);
    const loss = lossOfTables(learnedTables(followed, 2, 2, 500), followed);
    expect(loss).toBeCloseTo(
      addedKLoss(followed, followed, 0, ({near}) => near),
      9
    );
  });
});

it("the library’s neural bigram is never below the counts of its names, and ends within a fifth of a percent", () => {
  const {losses, counted} = kept.value;
  for (const loss of losses.flat()) expect(loss).toBeGreaterThan(counted);
  expect(Math.exp(losses.at(-1)!.at(-1)! - counted)).toBeLessThan(1.002);
});
