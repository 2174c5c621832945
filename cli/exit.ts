import {LibraryError} from "llm-first-principles";

/** What the shell is told. */
export const EXIT = {good: 0, failed: 1, wrongUse: 2, interrupted: 130} as const;

/** A command that was called in a way that it cannot be: a flag, a value or a name that is none. */
export class UsageError extends LibraryError {}

/** Work that was begun rightly and could not be done: a file, a disk, a run. */
export class CommandError extends LibraryError {}

/** Ends a command with a code, when all that there is to say was said. */
export class Ended extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`ended with ${code}`);
    this.code = code;
  }
}
