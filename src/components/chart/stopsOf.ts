import type {Stop} from "./reading.js";

const MOST_STOPS = 200;

/** A line that can be read: its points, by x, and what stands for it. */
export interface Legible {
  readonly name: string;
  readonly meaning: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A point of a line at some x. */
export interface Told {
  readonly name: string;
  readonly meaning: string;
  readonly y: number;
}

/**
 * Where lines can be read: at each x that any of them has, and of very many at some. `tell` says in words what stands
 * there, of the lines that have a finite number at that x.
 */
export function stopsOf(
  lines: readonly Legible[],
  tell: (x: number, there: readonly Told[]) => readonly string[],
  inside: (x: number) => boolean = () => true
): readonly Stop[] {
  const known = lines.map(({points, ...line}) => ({...line, at: new Map(points)}));
  const xs = [...new Set(known.flatMap(({at}) => [...at.keys()]))].filter(inside).sort((a, b) => a - b);
  const thin = Math.ceil(xs.length / MOST_STOPS);
  return xs
    .filter((_, i) => i % thin === 0 || i === xs.length - 1)
    .map((x) => {
      const there = known
        .map(({name, meaning, at}) => ({name, meaning, y: at.get(x) ?? NaN}))
        .filter(({y}) => Number.isFinite(y));
      return {x, dots: there, lines: tell(x, there)};
    });
}
