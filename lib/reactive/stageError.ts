import {ConfigError, LibraryError, shown} from "../core/errors.js";

/** What may throw of a stage: its opening, and the functions that it then has. */
export type Part = "open" | "data" | "model" | "step" | "metrics" | "done";

/** A function of a stage threw: which, and after how many steps. What it threw is the `cause`. */
export class StageError extends LibraryError {
  override readonly code = "LLMFP_STAGE";
  readonly step: number;
  readonly part: Part;
  constructor(part: Part, step: number, cause: unknown) {
    super(`stage.${part}`, `threw at step ${step}`, [{name: "cause", value: textOf(cause)}], undefined, {cause});
    this.step = step;
    this.part = part;
  }
}

/** What was thrown, in words, whatever it was. */
export const textOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : typeof cause === "string" ? cause : shown(cause);

/** What work returns; what it throws is a StageError of that part and step, but a ConfigError names its field itself. */
export function blaming<T>(part: Part, step: number, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof ConfigError ? cause : new StageError(part, step, cause);
  }
}
