/** Where early stopping ends a run that is kept, and the best look before: by the operators that a live run has. */
import {of as list, type Observable} from "/lib/rxjs.js";
import {bestSoFar, earlyStopping} from "/lib/index.js";
import type {Look} from "./overfitting.js";

/** The last frame of a stream that gives all of its frames at once. */
function lastOf<T>(frames: Observable<T>): T {
  let last: T | undefined;
  frames.subscribe((frame) => (last = frame)).unsubscribe();
  if (last === undefined) throw new RangeError("There is no frame to stop at.");
  return last;
}

export function stoppedAt(looks: readonly Look[], patience: number): {readonly best: Look; readonly stop: Look} {
  const of = ({validation}: Look): number => validation;
  const seen = list(...looks).pipe(earlyStopping({patience, of}));
  return {stop: lastOf(seen), best: lastOf(seen.pipe(bestSoFar({of})))};
}
