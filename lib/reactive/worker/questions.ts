import type {Frame} from "../../core/stage.js";
import type {Reply} from "./protocol.js";

/** What a worker says to one question. */
type Answer = Reply & {readonly question: number};

/** Steps that are asked for one after the other: `from`, `from` + 1, … up to `to`. */
interface Wanted {
  readonly from: number;
  readonly to: number;
}

/** What one subscriber of a remote run asks, and what it is told. */
interface Asking<V, M> {
  /** The number of a new question. */
  readonly fresh: () => number;
  /** Sends a question; what it is told may come before this returns. */
  readonly seek: (question: number, steps: Wanted, hear: (reply: Answer) => void) => void;
  readonly credit: (question: number) => void;
  readonly stop: (question: number) => void;
  readonly received: (reply: Reply & {type: "frame"}) => Frame<V, M>;
  readonly next: (frame: Frame<V, M>) => void;
  readonly failed: (reply: Reply & {type: "failed"}) => void;
  readonly complete: () => void;
}

/** The questions of one subscriber: at most one at a time is with the worker. */
export interface Questions {
  readonly ask: (step: number) => void;
  /** No more will be asked. */
  readonly end: () => void;
  /** Calls off what is with the worker. */
  readonly stop: () => void;
}

/**
 * Questions as a local run takes them. The step that comes next waits its turn, so that a stream of all steps is answered
 * in full; a step back replaces what is asked; a leap ahead does so too, but not before one frame has come, for it lies on
 * the way, and questions that come faster than answers would else never see one.
 */
export function questions<V, M>(to: Asking<V, M>): Questions {
  let current: (Wanted & {readonly question: number; seen: boolean}) | undefined;
  let wanted: Wanted | undefined;
  let ended = false;

  const stop = (): void => {
    if (current !== undefined) to.stop(current.question);
    current = undefined;
  };
  const send = (): void => {
    if (current !== undefined) return;
    if (wanted === undefined) return ended ? to.complete() : undefined;
    const next = wanted;
    wanted = undefined;
    const question = to.fresh();
    current = {...next, question, seen: false};
    to.seek(question, next, listener(next.from));
  };
  /** Frames come in order: one that comes late or twice is dropped. */
  const listener = (first: number) => {
    let reached = -1;
    let answered = first;
    return (reply: Answer): void => {
      if (reply.question !== current?.question) return;
      if (reply.type === "failed") to.failed(reply);
      if (reply.type === "done") {
        stop();
        return send();
      }
      if (reply.type !== "frame" || (reply.asked === undefined ? reply.step <= reached : reply.asked <= answered))
        return;
      reached = reply.step;
      answered = reply.asked ?? answered;
      const {question} = current;
      current.seen = true;
      to.next(to.received(reply));
      if (current?.question !== question) return; // asked something else meanwhile
      if (wanted !== undefined && wanted.from !== current.to + 1) {
        stop();
        send();
      } else to.credit(question);
    };
  };
  return {
    ask: (step) => {
      const last = wanted?.to ?? current?.to;
      if (last !== undefined && step === last + 1) wanted = {from: wanted?.from ?? step, to: step};
      else {
        if (current !== undefined && (current.seen || step <= current.to)) stop();
        wanted = {from: step, to: step};
      }
      send();
    },
    end: () => {
      ended = true;
      send();
    },
    stop
  };
}
