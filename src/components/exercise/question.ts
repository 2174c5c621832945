import type {CorpusId} from "../corpus/corpora.js";

/** A text of the book: the page loads it, a test reads it. */
export type ReadCorpus = (id: CorpusId) => Promise<string>;

/** The facts of a page, such as `transformer.architectures`, as they were measured when the book was made: a test reads them. */
export type ReadFacts = (page: string) => Promise<Readonly<Record<string, unknown>>>;

interface Asked {
  /** In kebab case and unique on the site: `data-exercise`, the anchor, and the key of what is remembered. */
  readonly name: string;
  readonly prompt: string;
  /** The answer with its reasoning: folded under the exercise. */
  readonly solution: string;
}

/** Guess a number on a scale, then see the true one. */
export interface PredictQuestion extends Asked {
  readonly kind: "predict";
  readonly range: readonly [number, number];
  readonly step: number;
  /** Where the guess stands at first, which must not be right; the middle unless told. */
  readonly start?: number;
  readonly unit?: string;
  /** Computed by the library when the reader asks for it. */
  readonly truth: (corpus: ReadCorpus) => number | Promise<number>;
  /** How far a guess may be off; one that is further off comes back in the review. A tenth of the range unless told. */
  readonly within?: number;
  /** What the true value teaches. */
  readonly why: string;
}

interface Option {
  readonly text: string;
  readonly right?: boolean;
  /** Whether it is right, computed: for options that state what can be computed. A test asks, the page does not. */
  readonly holds?: (corpus: ReadCorpus, facts: ReadFacts) => boolean | Promise<boolean>;
  /** Why it is right, or what the misconception is and what to think instead. */
  readonly why: string;
}

/** Choose one answer; each wrong one has an answer of its own. */
export interface ChooseQuestion extends Asked {
  readonly kind: "choose";
  readonly options: readonly Option[];
}

/** Compute a number. Fractions, percent and decimal commas are understood. */
export interface ComputeQuestion extends Asked {
  readonly kind: "compute";
  /** Computed, by another way than the solution's words where there is one: a test holds the words to it. */
  readonly answer: () => number;
  /** How far off is still right; 1% of the answer unless told. */
  readonly tolerance?: number;
  readonly unit?: string;
  /** Shown when it is right. */
  readonly why: string;
  /** Shown for any wrong number that has no hint of its own. */
  readonly hint: string;
  /** What a particular wrong number comes from. */
  readonly hints?: readonly WrongNumber[];
}

interface WrongNumber {
  readonly value: number;
  /** That of the question unless told. */
  readonly tolerance?: number;
  readonly why: string;
}

/** A question that takes one line to answer. It is data, so that a test can check its answers. */
export type Question = PredictQuestion | ChooseQuestion | ComputeQuestion;

/** Where the guess of a prediction stands at first. */
export const firstGuess = ({range: [low, high], step, start}: PredictQuestion): number =>
  start ?? low + Math.round((high - low) / 2 / step) * step;

/** How far a guess may be off. */
export const leeway = ({range: [low, high], within = (high - low) / 10}: PredictQuestion): number => within;

const near = (value: number, to: number, tolerance: number | undefined): boolean =>
  Math.abs(value - to) <= (tolerance ?? Math.max(Math.abs(to) / 100, 1e-12));

/** Whether this number answers the question. */
export const answers = (question: ComputeQuestion, value: number): boolean =>
  near(value, question.answer(), question.tolerance);

/** What a wrong number comes from, if that is known. */
export const originOf = ({hints = [], tolerance}: ComputeQuestion, value: number): WrongNumber | undefined =>
  hints.find((one) => near(value, one.value, one.tolerance ?? tolerance));

/**
 * The question of this kind and name.
 *
 * @throws RangeError if the list has none, with the names that it has.
 */
export function find<T extends {readonly kind: string; readonly name: string}, K extends T["kind"]>(
  list: readonly T[],
  kind: K,
  name: string
): Extract<T, {readonly kind: K}> {
  const found = list.find((one): one is Extract<T, {readonly kind: K}> => one.kind === kind && one.name === name);
  if (found !== undefined) return found;
  const names = list.filter((one) => one.kind === kind).map((one) => one.name);
  throw new RangeError(`There is no exercise ${name} of the kind ${kind}; there are ${names.join(", ")}.`);
}
