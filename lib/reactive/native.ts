import {Observable, takeUntil} from "rxjs";

/** What is used of the subscriber that a platform's Observable hands out. */
export interface NativeSubscriber<T> {
  readonly next: (value: T) => void;
  readonly error: (error: unknown) => void;
  readonly complete: () => void;
  readonly addTeardown: (teardown: () => void) => void;
}

/** Whoever listens to a platform's Observable. */
export interface NativeObserver<T> {
  readonly next?: (value: T) => void;
  readonly error?: (error: unknown) => void;
  readonly complete?: () => void;
}

/** What is used of a platform's Observable, such as `button.when("click")`. */
export interface NativeObservable<T> {
  readonly subscribe: (observer: NativeObserver<T>, options: {readonly signal: AbortSignal}) => void;
}

/**
 * A stream as an Observable of the platform (WICG), for those who read it with what the browser has:
 * `toNative(frames, globalThis.Observable).take(10).forEach(draw)`.
 *
 * It stays cold: nothing runs before somebody subscribes, each start of the native Observable is a run of its own, and the
 * run ends at once when its last subscriber aborts. Platforms give those who are subscribed to one native Observable at
 * the same time the same start; whoever wants a run of their own calls `toNative` again, which costs nothing.
 *
 * @param constructor - the platform's `Observable`, or what behaves like it.
 */
export const toNative = <T, N>(
  source: Observable<T>,
  constructor: new (start: (subscriber: NativeSubscriber<T>) => void) => N
): N =>
  new constructor((subscriber) => {
    const left = new Observable<void>((ended) => subscriber.addTeardown(() => ended.next()));
    // what ends a run also ends one that is in the middle of emitting, before subscribe has returned
    source.pipe(takeUntil(left)).subscribe({
      next: (value) => subscriber.next(value),
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete()
    });
  });

/**
 * An Observable of the platform as a stream: clicks as controls of a `clock`, to name one. Each subscriber subscribes to it, and
 * aborts that when it leaves.
 */
export const fromNative = <T>(native: NativeObservable<T>): Observable<T> =>
  new Observable((subscriber) => {
    const controller = new AbortController();
    subscriber.add(() => controller.abort());
    native.subscribe(
      {
        next: (value) => subscriber.next(value),
        error: (error) => subscriber.error(error),
        complete: () => subscriber.complete()
      },
      {signal: controller.signal}
    );
  });
