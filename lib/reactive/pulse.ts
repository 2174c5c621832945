import {NEVER, filter, interval, type Observable, type SchedulerLike} from "rxjs";

const LONGEST = 2147483647; // milliseconds that a timer can wait; after a longer wait it fires at once

/** Emits every `period` milliseconds, however many that are; never if they are Infinity. */
export function pulse(period: number, scheduler: SchedulerLike): Observable<unknown> {
  if (period === Infinity) return NEVER;
  const parts = Math.ceil(period / LONGEST);
  return interval(period / parts, scheduler).pipe(filter((tick) => tick % parts === parts - 1));
}
