import {lastValueFrom, of} from "/lib/rxjs.js";
import {seek, strides, type Seekable} from "/lib/index.js";

interface ProbeOptions {
  /** The last step that was measured, or less than 0. */
  readonly reached: number;
  /** Steps from one measurement to the next. */
  readonly every: number;
  /** How long quick runs are tried, in milliseconds. */
  readonly milliseconds: number;
  /** Milliseconds that the worker works before it listens. */
  readonly budget: number;
}

/** From the first of a few frames to the next: a difference of so many steps tells what a step takes, and what measuring does. */
const [ONE, MORE] = [1, 3] as const;

/**
 * Steps a second of a run that measures itself every so many steps. A few steps tell it roughly, and for slow runs that is all;
 * quick ones are tried for some time. Nothing is noted, but the worker remembers the states, so that no work is lost. Rejects
 * where the settings are refused.
 */
export async function probe<C, S, M>(
  run: Seekable<C, S, M>,
  {reached, every, milliseconds, budget}: ProbeOptions
): Promise<number> {
  const taken = async (step: number): Promise<number> => {
    const began = performance.now();
    await lastValueFrom(of(step).pipe(seek(run, {budget, between: false})));
    return performance.now() - began;
  };
  const begin = Math.max(reached, 0) + 1;
  await taken(begin); // what is opened, is opened now
  const [one, more] = [await taken(begin + ONE), await taken(begin + ONE + MORE)];
  const step = Math.max((more - one) / (MORE - ONE), 0);
  const stride = every * step + Math.max(one - step, 0);
  if (stride > milliseconds) return (1000 * every) / stride;
  const ends: {readonly step: number; readonly at: number}[] = [];
  const tried = new Promise<void>((resolve, reject) => {
    const sight = strides(run, {from: reached + every, by: every, budget}).subscribe({
      next: (frame) => {
        ends.push({step: frame.step, at: performance.now()});
        if (ends.length > 1 && performance.now() - ends[0]!.at > milliseconds) {
          sight.unsubscribe();
          resolve();
        }
      },
      error: reject,
      complete: resolve
    });
  });
  await tried;
  const [first, last] = [ends[0]!, ends.at(-1)!];
  return (1000 * (last.step - first.step)) / (last.at - first.at);
}
