/** What a memory of so many bits can carry of a text, and how far a gradient comes back from it. */

/** Bits that a text needs if its letters are drawn, each as likely as any other: length · log₂ letters. */
export const bitsOf = (length: number, letters: number): number => length * Math.log2(letters);

/** The largest share of all texts of a length that a machine with so many bits of state can write once more. */
export const copyableShare = (length: number, letters: number, bits: number): number =>
  Math.min(1, Math.pow(2, bits - bitsOf(length, letters)));

/** Letters that a memory holds whole, of a text of a length. */
export const heldLetters = (length: number, letters: number, bits: number): number =>
  Math.min(length, Math.floor(bits / Math.log2(letters) + 1e-9));

/** Share of letters that come out right if the first are held and the others are guessed. */
export function lettersOut(length: number, letters: number, bits: number): number {
  const held = heldLetters(length, letters, bits);
  return (held + (length - held) / letters) / length;
}

/** Share of copied letters that a window can have right at best: it sees the letter that it copies, or must guess. */
export const windowOut = (length: number, letters: number, window: number): number =>
  length + 1 <= window ? 1 : 1 / letters;

const entropyOf = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));

/**
 * Bits that must have passed if each letter of a copy is right with these shares (Fano 1961): of each letter log₂ V, less
 * what its guess leaves unknown at most.
 */
export const bitsPassed = (right: readonly number[], letters: number): number =>
  right.reduce(
    (sum, p) => sum + (p <= 1 / letters ? 0 : Math.log2(letters) - entropyOf(p) - (1 - p) * Math.log2(letters - 1)),
    0
  );

type Pair = readonly [number, number];

/** A memory that keeps a share of what it was at each step and adds what it reads. */
export const remembered = (tokens: readonly Pair[], keep: number): Pair =>
  tokens.reduce<Pair>(([a, b], [x, y]) => [keep * a + x, keep * b + y], [0, 0]);

/** The score of a query and a key by a small network: v · tanh(W q + U k), with the products of rows. */
export const additiveScore = (
  [a, b]: Pair,
  [c, d]: Pair,
  {
    query,
    key,
    score
  }: {readonly query: readonly Pair[]; readonly key: readonly Pair[]; readonly score: readonly number[]}
): number =>
  score.reduce(
    (sum, v, i) => sum + v * Math.tanh(query[i]![0] * a + query[i]![1] * b + key[i]![0] * c + key[i]![1] * d),
    0
  );
