import {ConfigError, LibraryError, WorkerError, type Fault} from "../../core/errors.js";
import type {Origin} from "../moment.js";
import {StageError, textOf, type Part} from "../stageError.js";

/** What a client asks of a worker. Runs and questions are numbered by the client; run 0 is the one that it opened. */
export type Request =
  | {
      readonly type: "open";
      readonly stage: string;
      readonly config: unknown;
      readonly heartbeat: number;
      readonly origin?: Origin<unknown>;
    }
  | {
      readonly type: "fork";
      readonly run: number;
      readonly of: number;
      readonly step: number;
      readonly change: unknown;
    }
  | {readonly type: "drop"; readonly run: number}
  | {
      readonly type: "seek";
      readonly question: number;
      readonly run: number;
      readonly step: number;
      /** The last of the steps that are asked for one after the other; `step` itself if there is no other. */
      readonly to: number;
      readonly budget: number;
      /** Whether frames on the way are sent too. */
      readonly between: boolean;
      /** How many frames may be sent before more are asked for. */
      readonly credit: number;
      /** How many steps of the history the client has. */
      readonly measured: number;
      /** What the view is to show. */
      readonly look: unknown;
    }
  | {readonly type: "credit"; readonly question: number; readonly frames: number}
  | {readonly type: "stop"; readonly question: number};

/** What a worker answers. */
export type Reply =
  /** It lives. */
  | {readonly type: "beat"}
  | {
      readonly type: "frame";
      readonly question: number;
      readonly step: number;
      /** What the view shows of the frame. */
      readonly seen: unknown;
      readonly metrics: unknown;
      /** The metrics of steps `from`, `from` + 1, … up to this frame's. */
      readonly history: readonly unknown[];
      readonly from: number;
      /** The step after the question's first that this frame answers. */
      readonly asked?: number;
    }
  | {readonly type: "done"; readonly question: number}
  | {readonly type: "failed"; readonly question: number; readonly failure: Failure}
  /** The worker as a whole can't go on. */
  | {readonly type: "broken"; readonly failure: Failure};

/** An error as it travels: structured cloning forgets the class of an error and its fields. */
export interface Failure {
  readonly kind: "config" | "stage" | "other";
  readonly text: string;
  /** The name and the stack of what was thrown, in the worker. */
  readonly name?: string;
  readonly stack?: string;
  readonly fault?: Fault;
  readonly step?: number;
  readonly part?: Part;
}

/** Whether a message has a type at all; a message that has none is not ours. */
export const isMessage = (message: unknown): message is {readonly type: unknown} =>
  typeof message === "object" && message !== null && "type" in message;

const REPLIES: ReadonlySet<unknown> = new Set<Reply["type"]>(["beat", "frame", "done", "failed", "broken"]);

/** Whether a message is a worker's answer; whose frames, if it is one, are of the client's types is not looked at. */
export function isReply(message: unknown): message is Reply {
  if (!isMessage(message) || !REPLIES.has(message.type)) return false;
  if (message.type !== "frame") return true;
  const {step, history} = message as Partial<Reply & {type: "frame"}>;
  return Number.isSafeInteger(step) && Array.isArray(history);
}

export function failureOf(error: unknown): Failure {
  const {fault} = error instanceof LibraryError ? error : {};
  const known = fault === undefined ? {} : {fault};
  if (error instanceof StageError)
    return {
      kind: "stage",
      text: textOf(error.cause),
      ...traceOf(error.cause),
      ...known,
      step: error.step,
      part: error.part
    };
  return {kind: error instanceof ConfigError ? "config" : "other", text: textOf(error), ...traceOf(error), ...known};
}

const traceOf = (cause: unknown): Pick<Failure, "name" | "stack"> =>
  cause instanceof Error ? {name: cause.name, ...(cause.stack !== undefined && {stack: cause.stack})} : {};

/** What was thrown in the worker, with the stack that it had there. */
function causeOf({text, name, stack}: Failure): unknown {
  if (name === undefined) return text;
  const cause = new Error(text);
  cause.name = name;
  if (stack !== undefined) cause.stack = stack;
  return cause;
}

/** What a question failed of: a ConfigError and a StageError as themselves, anything else as a WorkerError. */
export function errorOf(failure: Failure, last: number | undefined): LibraryError {
  const {kind, fault, step, part} = failure;
  if (kind === "config" && fault !== undefined)
    return new ConfigError(fault.where, fault.rule, fault.found, fault.hint, {cause: causeOf(failure)});
  if (kind === "stage" && part !== undefined && step !== undefined) return new StageError(part, step, causeOf(failure));
  return brokenOf(failure, last);
}

/** What a worker failed of. */
export function brokenOf(failure: Failure, last: number | undefined): WorkerError {
  const {text, fault} = failure;
  const options = {cause: causeOf(failure)};
  return fault === undefined
    ? new WorkerError("remote", "the worker failed", [{name: "cause", value: text}], last, undefined, options)
    : new WorkerError("remote", fault.rule, fault.found, last, fault.hint, options);
}
