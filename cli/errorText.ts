import {LibraryError} from "llm-first-principles";
import {CommandError} from "./exit.js";

/** What Node's codes of file errors mean, and what helps. */
const CODES: Readonly<Record<string, readonly [meaning: string, hint: string]>> = {
  ENOSPC: ["the disk is full", "free some space, or name another folder"],
  EDQUOT: ["the disk quota is used up", "free some space, or name another folder"],
  EACCES: ["this user may not do that", "change the permissions, or name another place"],
  EPERM: ["this user may not do that", "change the permissions, or name another place"],
  EROFS: ["the file system is read-only", "name a folder that can be written to"],
  ENOENT: ["there is no such file or folder", "look at the path again"],
  ENOTDIR: ["a part of the path is a file and not a folder", "look at the path again"],
  EISDIR: ["this is a folder, where a file is expected", "name a file in it"],
  EEXIST: ["there is something of this name already", "choose another name"],
  EIO: ["the disk could not be read or written", "look after the disk"],
  EADDRINUSE: ["something else listens there already", "choose another --port, or 0 for any that is free"],
  EADDRNOTAVAIL: ["this machine has no such address", "name one of its own by --host, such as 127.0.0.1"],
  ENOTFOUND: ["there is no machine of this name", "name one of this machine’s own by --host, such as 127.0.0.1"],
  EMFILE: ["too many files are open", "close some, or raise the limit (ulimit -n)"]
};

/** An error of the operating system, as Node throws it. */
interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
  readonly syscall?: string;
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  typeof Reflect.get(error, "code") === "string" &&
  typeof Reflect.get(error, "syscall") === "string";

/** What an error of the operating system means; undefined of any other. */
export function systemFault(
  error: unknown
): {readonly rule: string; readonly hint: string; readonly code: string} | undefined {
  if (!isSystemError(error)) return undefined;
  const [rule, hint] = CODES[error.code] ?? [error.message, "try again"];
  return {rule, hint, code: error.code};
}

/** An error as it is printed: no stack trace unless it is asked for. */
export function errorText(error: unknown, debug: boolean): string {
  if (debug && error instanceof Error) return stackOf(error);
  // a command's own error is about this machine, and says all there is to say
  if (error instanceof CommandError) return error.message;
  if (error instanceof LibraryError) return `${error.message}\n  code: ${error.code}`;
  const fault = systemFault(error);
  if (fault !== undefined) {
    const {path, syscall} = error as SystemError;
    return `${path === undefined ? syscall : meantBy(path)}: ${fault.rule} (${fault.code})\n  hint: ${fault.hint}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `${message}\n  hint: --debug shows where it comes from`;
}

/** The file that somebody meant, where it was being written under another name. */
const meantBy = (path: string): string => path.replace(/(^|[/\\])\.([^/\\]+)\.\d+\.tmp$/, "$1$2");

function stackOf(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${stackOf(error.cause)}` : own;
}
