import {endWith, firstValueFrom, fromEvent, ignoreElements, map, merge, type Observable} from "rxjs";
import {EXIT} from "./exit.js";

/** What ended a command from outside, and the exit code that tells so. */
export interface Stop {
  readonly signal: "SIGINT" | "SIGTERM";
  readonly code: number;
}

/**
 * Ctrl-C, and what systems send before they end a process. Only while somebody is subscribed are signals held off: the next one
 * ends the process at once.
 */
export const stopSignals: Observable<Stop> = merge(
  fromEvent(process, "SIGINT").pipe(map((): Stop => ({signal: "SIGINT", code: EXIT.interrupted}))),
  fromEvent(process, "SIGTERM").pipe(map((): Stop => ({signal: "SIGTERM", code: 143})))
);

/** Waits for work to end, or for a signal, which ends it at once; and returns the exit code. */
export const untilStopped = (work: Observable<unknown>): Promise<number> =>
  firstValueFrom(
    merge(work.pipe(ignoreElements(), endWith(EXIT.good)), stopSignals.pipe(map(({code}): number => code)))
  );
