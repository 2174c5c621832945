/** The 97.5% point of Student’s distribution, by degrees of freedom from 1 on. */
const STUDENT = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262] as const;

export interface Interval {
  readonly mean: number;
  /** From the mean to either end; infinite of a single value. */
  readonly half: number;
}

/** The mean of a few values and a 95% interval for it, if they are drawn independently from a normal distribution. */
export function intervalOf(values: readonly number[]): Interval {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const student = STUDENT[n - 2];
  return {mean, half: student === undefined ? Infinity : (student * Math.sqrt(squares / (n - 1))) / Math.sqrt(n)};
}

/** Of values in pairs, the interval for the mean difference: what both of a pair share drops out. */
export const differenceOf = (values: readonly number[], others: readonly number[]): Interval =>
  intervalOf(values.map((value, i) => value - others[i]!));
