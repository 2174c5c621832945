/** One hidden test of a function: what it is given, and what it should return. Values are those of structured clone. */
export interface ExerciseCase {
  readonly args: readonly unknown[];
  readonly expected: unknown;
  /** How far a number may be off, relative to it above 1 and absolute below; 1e-9 unless told. */
  readonly tolerance?: number;
  /** What to think of when this case fails. */
  readonly hint?: string;
}

/** Faces of the library for the reader’s code: scripts of their own, which tools/library.ts makes. */
export type Face = "core" | "transformer";

/** An exercise in which the reader writes a function. It is data, so that the build can check its own answers. */
export interface WriteExercise {
  readonly kind: "write";
  /** In kebab case and unique on the site. */
  readonly name: string;
  readonly title: string;
  readonly prompt: string;
  /** What the reader starts from. */
  readonly start: string;
  readonly functionName: string;
  readonly cases: readonly ExerciseCase[];
  /** Names of the library that the code may call. */
  readonly calls?: readonly string[];
  /** Where they come from: the library’s core unless it is named; with `transformer`, tensors and transformers. */
  readonly face?: Face;
  /** Seconds that it may take, where that is more than most do. */
  readonly seconds?: number;
  /** Whether the function may change its arguments. */
  readonly mutates?: boolean;
  /** A right answer, as the fold under the exercise shows it. */
  readonly solution: string;
  /** Plausible wrong answers, at least three, that the cases must find. */
  readonly wrong: readonly {readonly code: string; readonly why: string}[];
  /** The reasoning behind the solution. */
  readonly explanation: string;
}

/** What came back from one case. */
export type Answer =
  | {readonly kind: "value"; readonly value: unknown; readonly args: unknown}
  | {readonly kind: "threw"; readonly message: string}
  | {readonly kind: "uncloneable"; readonly what: string}
  | {readonly kind: "large"};

/** What came back from a run of the reader's code: nothing in it is trusted. */
export interface Outcome {
  /** One for each case that was answered, by its number. */
  readonly answers: ReadonlyMap<number, Answer>;
  readonly logs: readonly string[];
  readonly end: Ending;
}

/** How a run ended. */
export type Ending =
  | {readonly kind: "done"}
  | {readonly kind: "time"; readonly seconds: number}
  | {readonly kind: "flood"}
  | {readonly kind: "absent"; readonly found: string}
  | {readonly kind: "broke"; readonly message: string};

/** What is posted to the place where the reader's code runs. The expected values stay outside. */
export interface Job {
  readonly source: string;
  readonly functionName: string;
  /** Source of a script that defines `library`, or nothing. */
  readonly library: string;
  readonly names: readonly string[];
  readonly cases: readonly (readonly unknown[])[];
}

/** The job of running this code on the cases of an exercise. */
export const jobOf = ({functionName, calls = [], cases}: WriteExercise, source: string, text: string): Job => ({
  source,
  functionName,
  library: calls.length > 0 ? text : "",
  names: calls,
  cases: cases.map(({args}) => args)
});
