/** An all-reduce on a ring: every worker ends with the sum of all, and sends to its neighbor alone. */

/** What a worker holds of one piece: a number, and whose numbers are in it. */
interface Piece {
  readonly sum: number;
  readonly from: number;
}

/** Of each worker, its pieces. */
export type RingState = readonly (readonly Piece[])[];

const mod = (i: number, p: number): number => ((i % p) + p) % p;

/**
 * The states of a ring of p workers, from the start on, each with p numbers. In the first p − 1 steps every worker hands one
 * piece on, and its neighbor adds its own; in the last p − 1 finished pieces are handed round.
 */
export function ringAllReduce(numbers: readonly (readonly number[])[]): readonly RingState[] {
  const p = numbers.length;
  const states: RingState[] = [numbers.map((row) => row.map((sum) => ({sum, from: 1})))];
  for (let step = 0; step < 2 * (p - 1); step++) {
    const before = states.at(-1)!;
    const adding = step < p - 1;
    states.push(
      before.map((pieces, worker) => {
        const giver = mod(worker - 1, p);
        const sent = adding ? mod(giver - step, p) : mod(giver + 1 - (step - (p - 1)), p);
        const given = before[giver]![sent]!;
        return pieces.map((piece, i) =>
          i !== sent ? piece : adding ? {sum: piece.sum + given.sum, from: piece.from + given.from} : given
        );
      })
    );
  }
  return states;
}

/** Bytes that each of p workers sends in it, of so many bytes to be summed. */
export const ringBytes = (p: number, bytes: number): number => (2 * (p - 1) * bytes) / p;
