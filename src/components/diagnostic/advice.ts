import type {DiagnosticStep} from "./steps.js";

/** What a reader said of each step: the place of an option, or undefined for “I do not know”. */
export type Said = ReadonlyMap<string, number | undefined>;

interface Advice {
  /** Where to begin: the first step that was not right; undefined where all were. */
  readonly begin: DiagnosticStep | undefined;
  /** Later steps that were not right either. */
  readonly then: readonly DiagnosticStep[];
  /** How many were right. */
  readonly known: number;
  /** How many have been answered, “I do not know” included. */
  readonly answered: number;
}

const isRight = ({name, options}: DiagnosticStep, said: Said): boolean => options[said.get(name) ?? -1]?.right === true;

/** What the answers so far say. What has not been asked yet is not held against anybody. */
export function advise(steps: readonly DiagnosticStep[], said: Said): Advice {
  const answered = steps.filter(({name}) => said.has(name));
  const [begin, ...then] = answered.filter((step) => !isRight(step, said));
  return {begin, then, known: answered.length - then.length - (begin === undefined ? 0 : 1), answered: answered.length};
}
