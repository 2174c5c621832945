/** A table of logits that is learned by plain gradient descent on counts of pairs, and what it comes to. */

export type Rows = readonly (readonly number[])[];
export type Pair = readonly [from: number, to: number];

/** How often each token followed each. */
export function countsOf(pairs: readonly Pair[], size: number): Rows {
  const counts = Array.from({length: size}, () => new Array<number>(size).fill(0));
  for (const [a, b] of pairs) counts[a]![b]!++;
  return counts;
}

/** Pairs of neighbors in a text, as numbers of its letters in their order. */
export function pairsOf(text: string): {readonly letters: readonly string[]; readonly pairs: readonly Pair[]} {
  const letters = [...new Set(text)].sort();
  const ids = [...text].map((letter) => letters.indexOf(letter));
  return {letters, pairs: ids.slice(1).map((id, i): Pair => [ids[i]!, id])};
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

export function logSoftmaxOf(row: readonly number[]): readonly number[] {
  const top = Math.max(...row);
  const total = top + Math.log(sum(row.map((z) => Math.exp(z - top))));
  return row.map((z) => z - total);
}

export const softmaxOf = (row: readonly number[]): readonly number[] => logSoftmaxOf(row).map(Math.exp);

export const zeroTable = (size: number): Rows => Array.from({length: size}, () => new Array<number>(size).fill(0));

/** Nats per pair of a table of logits. */
export function lossOf(table: Rows, counts: Rows): number {
  const nats = counts.map((row, a) => {
    const logs = logSoftmaxOf(table[a]!);
    return sum(row.map((count, b) => (count === 0 ? 0 : -count * logs[b]!)));
  });
  return sum(nats) / sum(counts.map(sum));
}

/** Nats per pair of the counted probabilities: the infimum over all tables. */
export const countedLoss = (counts: Rows): number =>
  sum(
    counts.map((row) => {
      const total = sum(row);
      return sum(row.map((count) => (count === 0 ? 0 : -count * Math.log(count / total))));
    })
  ) / sum(counts.map(sum));

/** Row a: (N_a/N)·(softmax of the row − counted shares). */
export function gradientOf(table: Rows, counts: Rows): Rows {
  const all = sum(counts.map(sum));
  return table.map((row, a) => {
    const [p, total] = [softmaxOf(row), sum(counts[a]!)];
    return p.map((share, b) => (total * share - counts[a]![b]!) / all);
  });
}

export const stepped = (table: Rows, counts: Rows, rate: number): Rows => {
  const gradient = gradientOf(table, counts);
  return table.map((row, a) => row.map((z, b) => z - rate * gradient[a]![b]!));
};

/** The table after so many steps from zeros, and the loss before each step and after the last. */
export function descended(
  counts: Rows,
  rate: number,
  steps: number
): {readonly table: Rows; readonly losses: readonly number[]} {
  let table = zeroTable(counts.length);
  const losses = [lossOf(table, counts)];
  for (let i = 0; i < steps; i++) {
    table = stepped(table, counts, rate);
    losses.push(lossOf(table, counts));
  }
  return {table, losses};
}

/** The first step after which the perplexity is within this factor of the counted one. */
export function stepsUntil(counts: Rows, rate: number, factor: number, most = 10_000): number {
  const goal = countedLoss(counts) + Math.log(factor);
  let table = zeroTable(counts.length);
  for (let i = 0; i <= most; i++) {
    if (lossOf(table, counts) <= goal) return i;
    table = stepped(table, counts, rate);
  }
  return most;
}
