import {macrotaskScheduler} from "llm-first-principles";
import type {BatchText, BatchWriter, WritingRequest} from "llm-first-principles/transformer";
import {Observable, type SchedulerLike, type Subscriber, type Subscription} from "rxjs";
import {RequestError} from "./requestError.js";

/** How much is written at once, and how much waits. */
export interface BatchLimits {
  /** Texts that are written at once. */
  readonly parallel: number;
  /** Texts that wait for a place. */
  readonly queue: number;
}

/** A text of a request, with one token more. */
export interface Gained {
  readonly index: number;
  readonly text: BatchText;
}

/** A batch whose texts come and go between tokens. */
export interface ContinuousBatch {
  /**
   * Writes texts: each after each of its tokens, until all have ended. Whoever subscribes takes places, as soon as they are
   * free and in the order of coming; whoever unsubscribes gives them back.
   *
   * @throws RequestError, to the subscriber, if there is no room for so many to wait.
   */
  readonly write: (requests: readonly WritingRequest[]) => Observable<Gained>;
  /** Refuses what waits, and whatever comes; what is being written goes on. */
  readonly close: () => void;
}

/** A text on its way. */
interface Place<T> {
  readonly index: number;
  readonly text: T;
  readonly of: Subscriber<Gained>;
}

const closing = (): RequestError =>
  new RequestError(
    {status: 503, code: "shutting_down", retryAfter: 5},
    "server",
    "it is about to end",
    [],
    "ask again"
  );

/** Writes all that is asked for in one batch: one token of each text at a time, and other work of the process between. */
export function continuousBatch<T extends BatchText>(
  writer: BatchWriter<T>,
  {parallel, queue}: BatchLimits,
  scheduler: SchedulerLike = macrotaskScheduler
): ContinuousBatch {
  let running: readonly Place<T>[] = [];
  let waiting: readonly Place<T>[] = [];
  let rounds: Subscription | undefined;
  let closed = false;

  const admit = (): void => {
    const free = parallel - running.length;
    running = [...running, ...waiting.slice(0, free)];
    waiting = waiting.slice(free);
  };
  const round = (): void => {
    admit();
    const now = running;
    let texts: readonly T[];
    try {
      texts = writer.round(now.map(({text}) => text));
    } catch (error) {
      for (const {of} of now) of.error(error); // what fails for one may have failed for any
      return;
    }
    const gone = now.map((place, i) => ({...place, text: texts[i]!}));
    running = gone.filter(({text}) => text.state.ended === undefined);
    for (const {index, text, of} of gone) of.next({index, text});
    for (const of of new Set(gone.map((place) => place.of)))
      if (![...running, ...waiting].some((place) => place.of === of)) of.complete();
  };
  const work = (): void => {
    rounds ??= scheduler.schedule(function () {
      round();
      if (running.length + waiting.length > 0) this.schedule();
      else rounds = undefined;
    });
  };
  const leave = (of: Subscriber<Gained>): void => {
    const others = (place: Place<T>): boolean => place.of !== of;
    running = running.filter(others);
    waiting = waiting.filter(others);
  };
  return {
    write: (requests) =>
      new Observable((of) => {
        if (closed) return of.error(closing());
        if (waiting.length + requests.length > queue + Math.max(0, parallel - running.length - waiting.length)) {
          const found = [
            {name: "waiting", value: String(waiting.length)},
            {name: "room", value: String(queue)}
          ];
          const refusal = {status: 429, code: "queue_full", retryAfter: 1};
          return of.error(new RequestError(refusal, "server", "too many texts wait already", found, "ask again later"));
        }
        const places = requests.map((request, index) => ({index, of, text: writer.begin(request, `texts[${index}]`)}));
        waiting = [...waiting, ...places];
        of.add(() => leave(of));
        work();
      }),
    close: () => {
      closed = true;
      for (const of of new Set(waiting.map((place) => place.of)))
        if (!running.some((place) => place.of === of)) of.error(closing());
    }
  };
}
