/** What a job is, in numbers that all threads read: all that a kernel is told are numbers. */
const [KERNEL, FAST, SCRATCH, SCRATCH_BYTES, COUNT, FIRST] = [0, 1, 2, 3, 4, 5];
const MOST_OPERANDS = 28;

export interface Job {
  /** Which of the kernels that are cut. */
  readonly kernel: number;
  /** Whether it is the module that fuses whose kernel it is. */
  readonly fast: boolean;
  readonly operands: readonly number[];
  /** Where the helpers' memory to work in begins, and how much of it each has. */
  readonly scratch: number;
  readonly scratchBytes: number;
}

export const jobBuffer = (): SharedArrayBuffer => new SharedArrayBuffer(8 * (FIRST! + MOST_OPERANDS));

export function writeJob(into: Float64Array, {kernel, fast, operands, scratch, scratchBytes}: Job): void {
  into[KERNEL!] = kernel;
  into[FAST!] = fast ? 1 : 0;
  into[SCRATCH!] = scratch;
  into[SCRATCH_BYTES!] = scratchBytes;
  into[COUNT!] = operands.length;
  for (let i = 0; i < operands.length; i++) into[FIRST! + i] = operands[i]!;
}

export const readJob = (from: Float64Array): Job => ({
  kernel: from[KERNEL!]!,
  fast: from[FAST!] === 1,
  scratch: from[SCRATCH!]!,
  scratchBytes: from[SCRATCH_BYTES!]!,
  operands: Array.from({length: from[COUNT!]!}, (_, i) => from[FIRST! + i]!)
});

/**
 * Where parts begin, as shares of the work: large ones first, one for each thread and one more, then ever smaller ones.
 * Who ends early takes another, and nobody waits long for somebody's last.
 */
export function cutsFor(threads: number): readonly number[] {
  const equal = (share: number): readonly number[] => Array.from({length: threads}, () => share / threads);
  const weights = Array.from({length: threads + 1}, (_, i) => 5 + 3 * (threads - i)); // two threads: 11, 8, 5 %
  const whole = weights.reduce((a, b) => a + b, 0);
  let before = 0;
  return [0, ...[...equal(0.44), ...equal(0.32), ...weights.map((w) => (0.24 * w) / whole)].map((x) => (before += x))];
}

/** Into how many parts so many units are cut. */
export const partsOf = (units: number, cuts: readonly number[]): number => Math.min(units, cuts.length - 1);

/** The first unit of part `i` of `parts`; few units are a part each. */
export const edge = (units: number, i: number, parts: number, cuts: readonly number[]): number =>
  parts === units ? i : Math.round(units * cuts[i]!);

/** What a part threw, as text. */
const MOST_TEXT = 1000;
export const failureBuffer = (): SharedArrayBuffer => new SharedArrayBuffer(2 * (MOST_TEXT + 1));

export function writeFailure(into: Uint16Array, error: unknown): void {
  const text = (error instanceof Error ? error.message : String(error)).slice(0, MOST_TEXT);
  into[0] = text.length;
  for (let i = 0; i < text.length; i++) into[i + 1] = text.charCodeAt(i);
}

export const readFailure = (from: Uint16Array): string => String.fromCharCode(...from.slice(1, 1 + from[0]!));

/** Room for the code of the module that fuses: helpers hear of nothing but jobs, so it waits where they can read it. */
const MOST_CODE = 20_000;
const CODE = 4; // where it begins, behind its length
export const codeBuffer = (): SharedArrayBuffer => new SharedArrayBuffer(CODE + MOST_CODE);

export function writeCode(into: SharedArrayBuffer, code: Uint8Array): void {
  new Uint8Array(into, CODE).set(code);
  new Uint32Array(into, 0, 1)[0] = code.length;
}

/** A copy, since no engine compiles what others may write. */
export const readCode = (from: SharedArrayBuffer): Uint8Array<ArrayBuffer> =>
  new Uint8Array(from).slice(CODE, CODE + new Uint32Array(from, 0, 1)[0]!);
