/** How much of a text stands in another one, letter by letter. */

/** All strings that occur in any of the names, of any length. */
export function piecesIn(names: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const name of names)
    for (let from = 0; from < name.length; from++)
      for (let to = from + 1; to <= name.length; to++) pieces.add(name.slice(from, to));
  return pieces;
}

/** The length of the longest piece of a name that is among the pieces. */
export function longestCopy(name: string, pieces: ReadonlySet<string>): number {
  let longest = 0;
  for (let from = 0; from < name.length; from++)
    while (from + longest < name.length && pieces.has(name.slice(from, from + longest + 1))) longest++;
  return longest;
}

export interface Copied {
  /** The share that stands there as a whole. */
  readonly whole: number;
  /** The mean length of the longest copied piece, and of the names. */
  readonly run: number;
  readonly length: number;
}

/** How much of some names is copied from others. */
export function copied(names: readonly string[], from: readonly string[]): Copied {
  const [known, pieces] = [new Set(from), piecesIn(from)];
  const mean = (f: (name: string) => number): number => names.reduce((sum, name) => sum + f(name), 0) / names.length;
  return {
    whole: mean((name) => (known.has(name) ? 1 : 0)),
    run: mean((name) => longestCopy(name, pieces)),
    length: mean((name) => name.length)
  };
}
