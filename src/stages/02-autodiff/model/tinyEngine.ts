/** The engine that one would write first: to be run, broken, mended once, and broken again. The book's own is another. */
export interface Num {
  readonly value: number;
  /** What it was made of, and the slope with each. */
  readonly inputs: readonly (readonly [input: Num, slope: number])[];
  gradient: number;
}

export const num = (value: number, inputs: Num["inputs"] = []): Num => ({value, inputs, gradient: 0});

export const plus = (a: Num, b: Num): Num =>
  num(a.value + b.value, [
    [a, 1],
    [b, 1]
  ]);

export const times = (a: Num, b: Num): Num =>
  num(a.value * b.value, [
    [a, b.value],
    [b, a.value]
  ]);

export function walkBack(at: Num, share = 1): void {
  at.gradient = share;
  for (const [input, slope] of at.inputs) walkBack(input, share * slope);
}

/** The same with `+=`; it says how many calls it took. */
export function walkBackAdding(at: Num, share = 1): number {
  at.gradient += share;
  return at.inputs.reduce((calls, [input, slope]) => calls + walkBackAdding(input, share * slope), 1);
}
