import {Subscription, type SchedulerAction, type SchedulerLike} from "rxjs";
import {TestScheduler, type RunHelpers} from "rxjs/testing";
import {expect} from "vitest";
import {drift, type DriftConfig} from "./fixtures/stages.js";

/** What a frame must be: the fold of its steps, spelt out. */
export function folded(config: DriftConfig, steps: number, from = 0, state = drift(config).model()) {
  const opened = drift(config);
  let step = from;
  for (; step < steps && !opened.done!(state); step++) state = opened.step(state, opened.data(step));
  return {step, state, metrics: opened.metrics(state, opened.data(step))};
}

/** Values and subscriptions as pictures in time, one frame a millisecond. */
export function marbles(picture: (helpers: RunHelpers, scheduler: TestScheduler) => void): void {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run((helpers) => picture(helpers, scheduler));
}

type Work<T> = (this: SchedulerAction<T>, state?: T) => void;

/** A scheduler made of a way to run a task later; the way returns how to call it off. */
const schedulerOf = (now: () => number, later: (task: () => void, delay: number) => () => void): SchedulerLike => ({
  now,
  schedule<T>(work: Work<T>, delay = 0, state?: T) {
    let cancel = (): void => undefined;
    const action: SchedulerAction<T> = Object.assign(new Subscription(() => cancel()), {
      schedule(next?: T, wait = 0) {
        cancel();
        if (!action.closed) cancel = later(() => work.call(action, next), wait);
        return action;
      }
    });
    return action.schedule(state, delay);
  }
});

/** A scheduler on which even undelayed work takes a frame, so that endless work has a picture. */
export const unhurried = (scheduler: SchedulerLike): SchedulerLike =>
  schedulerOf(
    () => scheduler.now(),
    (task, delay) => {
      const timer = scheduler.schedule(task, Math.max(1, delay));
      return () => timer.unsubscribe();
    }
  );

/** A scheduler that runs undelayed work when it is told to, and whose clock moves on by `cost` whenever it is read. */
export function handTurned(cost = 1) {
  const queue = new Set<() => void>();
  let time = 0;
  const scheduler = schedulerOf(
    () => (time += cost),
    (task) => {
      queue.add(task);
      return () => queue.delete(task);
    }
  );
  /** Runs what waits, and not what that leads to. */
  const turn = () => {
    const tasks = [...queue];
    queue.clear();
    for (const task of tasks) task();
  };
  return {scheduler, turn, waiting: () => queue.size};
}
