import {LibraryError, shown} from "../core/errors.js";

/** The functions of a stage. */
export type Part = "data" | "model" | "step" | "metrics" | "done";

/** A function of a stage threw: which, and after how many steps. What it threw is the `cause`. */
export class StageError extends LibraryError {
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
