import {Subscription, asyncScheduler, take, type SchedulerAction, type SchedulerLike} from "rxjs";
import {pulse} from "./pulse.js";

type Work<T> = (this: SchedulerAction<T>, state?: T) => void;

/**
 * Runs work in a task of its own, as soon as the thread is free: after input, painting and timers had their turn, but
 * without the 4 ms that browsers add to nested timeouts. Delayed work goes to `asyncScheduler`.
 *
 * In Node it is `setImmediate`, elsewhere a MessageChannel; nothing is left open when no work waits. Its clock never
 * runs backwards.
 */
export const macrotaskScheduler: SchedulerLike = {
  now: () => performance.timeOrigin + performance.now(),
  schedule<T>(work: Work<T>, delay = 0, state?: T): Subscription {
    let cancel = (): void => undefined;
    const action: SchedulerAction<T> = Object.assign(new Subscription(() => cancel()), {
      schedule(next?: T, wait = 0): Subscription {
        cancel();
        if (!action.closed) cancel = later(() => work.call(action, next), wait);
        return action;
      }
    });
    return action.schedule(state, delay);
  }
};

function later(task: () => void, delay: number): () => void {
  if (delay > 0) {
    const timer = pulse(delay, asyncScheduler).pipe(take(1)).subscribe(task);
    return () => timer.unsubscribe();
  }
  if (typeof setImmediate === "function") {
    const immediate = setImmediate(task);
    return () => clearImmediate(immediate);
  }
  return posted(task);
}

const waiting = new Set<() => void>();
let channel: MessageChannel | undefined;

/** A task for each message: messages are delivered in order, and each runs the first task that still waits. */
function posted(task: () => void): () => void {
  const entry = () => task(); // the same function may wait twice
  waiting.add(entry);
  if (channel === undefined) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const [first] = waiting;
      if (first === undefined) return;
      waiting.delete(first);
      first();
    };
  }
  channel.port2.postMessage(null);
  return () => waiting.delete(entry);
}
