/** Lengths and angles between vectors. */
type Vector = readonly number[];

const inner = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
export const length = (a: Vector): number => Math.sqrt(inner(a, a));
export const distance = (a: Vector, b: Vector): number => length(a.map((x, i) => x - b[i]!));

/** The cosine of the angle between two vectors: 1 where they point the same way. 0 if one has no length. */
export function cosine(a: Vector, b: Vector): number {
  const lengths = length(a) * length(b);
  return lengths === 0 ? 0 : inner(a, b) / lengths;
}

interface Neighbor {
  /** Its place in the table. */
  readonly index: number;
  readonly cosine: number;
  readonly distance: number;
}

/** All other rows of a table, those first that point most the same way. */
export const neighborsOf = (table: readonly Vector[], index: number): readonly Neighbor[] =>
  table
    .map((row, i) => ({index: i, cosine: cosine(table[index]!, row), distance: distance(table[index]!, row)}))
    .filter((one) => one.index !== index)
    .sort((a, b) => b.cosine - a.cosine);

const VOWELS = "aeiou";

export const isLetter = (token: string): boolean => /^[a-z]$/.test(token);
export const isVowel = (token: string): boolean => VOWELS.includes(token) && isLetter(token);

interface Gathered {
  /** Mean cosine of two vowels, small letters only. */
  readonly alike: number;
  /** Mean cosine of a vowel and a consonant. */
  readonly apart: number;
  /** Vowels whose nearest small letter is a vowel. */
  readonly hits: number;
}

/** How far the vowels have gathered. */
export function gathered(tokens: readonly string[], table: readonly Vector[]): Gathered {
  const letters = tokens.map((_, i) => i).filter((i) => isLetter(tokens[i]!));
  const vowels = letters.filter((i) => isVowel(tokens[i]!));
  const consonants = letters.filter((i) => !isVowel(tokens[i]!));
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  const nearest = (i: number): string =>
    tokens[neighborsOf(table, i).find(({index}) => isLetter(tokens[index]!))?.index ?? i]!;
  return {
    alike: mean(vowels.flatMap((i) => vowels.filter((j) => j > i).map((j) => cosine(table[i]!, table[j]!)))),
    apart: mean(vowels.flatMap((i) => consonants.map((j) => cosine(table[i]!, table[j]!)))),
    hits: vowels.filter((i) => isVowel(nearest(i))).length
  };
}
