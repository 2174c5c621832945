import {LibraryError} from "llm-first-principles";

/** What the shell is told. */
export const EXIT = {good: 0, failed: 1, wrongUse: 2, interrupted: 130} as const;

/** A command that was called in a way that it cannot be: a flag, a value or a name that is none. */
export class UsageError extends LibraryError {
  override readonly code = "LLMFP_CONFIG";
}

/** Work that was begun rightly and could not be done: a file, a disk, a run. */
export class CommandError extends LibraryError {}
