import {defer, EMPTY, endWith, firstValueFrom, fromEvent, ignoreElements, map, merge, of, type Observable} from "rxjs";
import {EXIT} from "./exit.js";

/** What ended a command from outside, and the exit code that tells so. */
export interface Stop {
  readonly signal: "SIGINT" | "SIGTERM";
  readonly code: number;
}

const TOLD_TO_END: Stop = {signal: "SIGTERM", code: 143};

/** That the process which began this one is gone, whatever became of it, where there is a channel between them. */
const parentGone: Observable<Stop> = defer(() => {
  if (process.connected === undefined) return EMPTY; // nobody’s child, or of somebody without a channel
  if (!process.connected) return of(TOLD_TO_END);
  return fromEvent(process, "disconnect").pipe(map(() => TOLD_TO_END));
});

/**
 * Ctrl-C, what systems send before they end a process, and of a child that its parent is gone. Only while somebody is subscribed are signals held off: the next one
 * ends the process at once.
 */
export const stopSignals: Observable<Stop> = merge(
  fromEvent(process, "SIGINT").pipe(map((): Stop => ({signal: "SIGINT", code: EXIT.interrupted}))),
  fromEvent(process, "SIGTERM").pipe(map(() => TOLD_TO_END)),
  parentGone
);

/** Waits for work to end, or for a signal, which ends it at once; and returns the exit code. */
export const untilStopped = (work: Observable<unknown>): Promise<number> =>
  firstValueFrom(
    merge(work.pipe(ignoreElements(), endWith(EXIT.good)), stopSignals.pipe(map(({code}): number => code)))
  );
