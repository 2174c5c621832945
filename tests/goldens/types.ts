/** One case of a golden file; what its fields mean, each family says in tests/golden/README.md. */
export interface GoldenCase {
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
  /** The tolerance for float32; null where the case is not meaningful in it. */
  readonly tolerance32?: number | null;
}

/** One comparison: numbers, strings, or nested lists and records of them. */
export interface Check {
  readonly what: string;
  readonly actual: unknown;
  readonly expected: unknown;
  /** The case's own, unless another one is named. */
  readonly tolerance?: number;
}

/** What a family's module exports: for each family, what a case of it compares. */
export type Families = Readonly<Record<string, (golden: GoldenCase) => readonly Check[]>>;

const WORDS: Readonly<Record<string, number>> = {Infinity: Infinity, "-Infinity": -Infinity, NaN: NaN};

/** A number as the files write it: infinities and NaN are strings. */
export function number(value: unknown): number {
  const x = typeof value === "string" ? WORDS[value] : value;
  if (typeof x !== "number") throw new TypeError(`not a number of a golden file: ${JSON.stringify(value)}`);
  return x;
}

/** A list of numbers as the files write it. */
export function numbers(value: unknown): readonly number[] {
  if (!Array.isArray(value)) throw new TypeError(`not a list of a golden file: ${JSON.stringify(value)}`);
  return value.map(number);
}
