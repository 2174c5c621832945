/** Contexts of two tokens in three ways: one row of counts for each pair, two tables of logits that are added, or one table. */
import {logSoftmaxOf, type Rows} from "./tableDescent.js";

/** What followed a context of two tokens: `far` stood before `near`. */
interface Followed {
  readonly far: number;
  readonly near: number;
  readonly counts: readonly number[];
}

export type Triple = readonly [far: number, near: number, next: number];

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Triples, gathered by their first two tokens. */
export function followedBy(triples: readonly Triple[], size: number): readonly Followed[] {
  const found = new Map<number, {far: number; near: number; counts: number[]}>();
  for (const [far, near, next] of triples) {
    const at = far * size + near;
    const row = found.get(at) ?? {far, near, counts: new Array<number>(size).fill(0)};
    row.counts[next]!++;
    found.set(at, row);
  }
  return [...found.values()];
}

interface TwoTables {
  readonly far: Rows;
  readonly near: Rows;
}

const added = ({far, near}: TwoTables, at: Followed): readonly number[] =>
  near[at.near]!.map((z, j) => z + far[at.far]![j]!);

/** Nats per token of what two tables say, on whatever was followed. */
export function lossOfTables(tables: TwoTables, followed: readonly Followed[]): number {
  const nats = followed.map((at) => {
    const logs = logSoftmaxOf(added(tables, at));
    return sum(at.counts.map((count, j) => (count === 0 ? 0 : -count * logs[j]!)));
  });
  return sum(nats) / sum(followed.map(({counts}) => sum(counts)));
}

/** Two tables of logits after steps of plain descent from zeros: both get p − y, each in the row that was used. */
export function learnedTables(followed: readonly Followed[], size: number, rate: number, steps: number): TwoTables {
  const all = sum(followed.map(({counts}) => sum(counts)));
  const zeros = (): number[][] => Array.from({length: size}, () => new Array<number>(size).fill(0));
  let tables: {far: number[][]; near: number[][]} = {far: zeros(), near: zeros()};
  for (let i = 0; i < steps; i++) {
    const next = {far: tables.far.map((row) => [...row]), near: tables.near.map((row) => [...row])};
    for (const at of followed) {
      const total = sum(at.counts);
      logSoftmaxOf(added(tables, at)).forEach((log, j) => {
        const step = (rate * (at.counts[j]! - total * Math.exp(log))) / all;
        next.far[at.far]![j]! += step;
        next.near[at.near]![j]! += step;
      });
    }
    tables = next;
  }
  return tables;
}

/** Nats per token of counts plus k in each row, of rows that `keyOf` names; learned from one list, judged on another. */
export function addedKLoss(
  learned: readonly Followed[],
  judged: readonly Followed[],
  k: number,
  keyOf: (at: Followed) => number
): number {
  const rows = new Map<number, number[]>();
  for (const at of learned) {
    const row = rows.get(keyOf(at)) ?? at.counts.map(() => 0);
    at.counts.forEach((count, j) => (row[j]! += count));
    rows.set(keyOf(at), row);
  }
  const nats = judged.map((at) => {
    const row = rows.get(keyOf(at)) ?? at.counts.map(() => 0);
    const total = sum(row) + k * row.length;
    return sum(at.counts.map((count, j) => (count === 0 ? 0 : -count * Math.log((row[j]! + k) / total))));
  });
  return sum(nats) / sum(judged.map(({counts}) => sum(counts)));
}
