/** Where a scrubber stands. */
export interface Moment {
  readonly step: number;
  /** Where a second future begins, if there is one. */
  readonly fork: number | null;
}

const PATTERN = /^(\d{1,9})(?:f(\d{1,9}))?$/;

/** A moment in the address: `240`, or `240f60` when a second future begins at step 60. */
export const writeMoment = ({step, fork}: Moment): string => (fork === null ? `${step}` : `${step}f${fork}`);

/** The moment that a text names, if both its steps are at most `steps`. */
export function readMoment(text: string, steps: number): Moment | undefined {
  const [, step, fork] = PATTERN.exec(text) ?? [];
  if (step === undefined || Number(step) > steps || Number(fork ?? 0) > steps) return undefined;
  return {step: Number(step), fork: fork === undefined ? null : Number(fork)};
}
