import type {SchedulerLike} from "rxjs";

/** How long work may hold the thread, and who gives it back. */
export interface SliceOptions {
  /** Milliseconds of work before the thread is given back. With 0, one piece of work a slice. */
  readonly budget?: number;
  /** Who gives the thread back between slices: `macrotaskScheduler` unless it is named. */
  readonly scheduler?: SchedulerLike;
}

/**
 * Works until there is nothing left to do or the budget is spent, whichever is first, and at least once.
 *
 * @param work - does a little, and returns whether more is left.
 * @returns whether more is left.
 */
export function slice({budget, scheduler}: Required<SliceOptions>, work: () => boolean): boolean {
  const start = scheduler.now();
  do if (!work()) return false;
  while (Math.abs(scheduler.now() - start) < budget); // a clock that is set back ends the slice too
  return true;
}
