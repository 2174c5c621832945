import {NEVER, Subject, Subscription, of, type Observable} from "/lib/rxjs.js";
import {seek, strides, type Frame, type Origin, type Remote} from "/lib/index.js";
import {abortable} from "../rx.js";
import type {Logged} from "./loggedAt.js";
import type {Look, Seen} from "./look.js";
import {probe} from "./probe.js";

/** A run or a fork of it, and how far it was trained. */
export interface Track<M> {
  readonly key: string;
  readonly from: number;
  /** Whether anything of it was computed with fused products. */
  readonly fast: boolean;
  /** What was measured so far, from step 0 on: a fork’s past is that of the run. */
  readonly log: readonly Logged<M>[];
}

/** A fork as a change of the config. */
interface Change<C> {
  readonly key: string;
  readonly from: number;
  readonly change: Partial<C>;
}

interface RunnerOptions<C, M> {
  readonly open: (config: C, origin?: Origin<unknown>) => Remote<C, Seen, M>;
  /** Steps from one measured frame to the next. */
  readonly every: number;
  readonly steps: number;
}

interface Running<C, M> {
  readonly key: string;
  readonly from: number;
  readonly run: Remote<C, Seen, M>;
  fast: boolean;
  log: Logged<M>[];
}

/** A run as it was saved. */
interface Taken<M> {
  readonly key: string;
  readonly origin: Origin<unknown>;
  readonly fast: boolean;
  readonly log: readonly Logged<M>[];
}

const IDLE = 60_000;
/** Milliseconds that the worker works before it listens. */
const BUDGET = 60;

/** Runs of one config in a worker: they train ahead of the reader, who may look at any step meanwhile. */
interface Runner<C, M> {
  /** What is to be run: what was run already under the same keys stays. */
  readonly set: (key: string, config: C, forks: readonly Change<C>[]) => void;
  /** Takes a run up where it was saved: it must be set anew afterwards. */
  readonly take: (saved: Taken<M>) => void;
  /** Forgets all that was trained: it must be set anew afterwards. */
  readonly forget: () => void;
  readonly train: () => void;
  readonly pause: () => void;
  readonly training: () => boolean;
  readonly tracks: () => readonly Track<M>[];
  /** A frame of the run at a position of `tracks`. */
  readonly frame: (
    index: number,
    step: number,
    look: Look,
    signal: AbortSignal,
    reached?: (step: number) => void
  ) => Promise<Frame<Seen, M>>;
  /** Steps a second, as `probe` says. */
  readonly probe: (milliseconds: number) => Promise<number>;
  /** Something was measured, or training began or ended. An error of training is its value. */
  readonly news: Observable<unknown>;
  /** Ends the worker. */
  readonly leave: () => void;
}

export function runner<C, M>({open, every, steps}: RunnerOptions<C, M>): Runner<C, M> {
  const news = new Subject<unknown>();
  let runs: Running<C, M>[] = [];
  let holding: Subscription | undefined;
  let working: Subscription | undefined;
  let idle = 0;
  let taken: Taken<M> | undefined;

  const letGo = (): void => {
    working?.unsubscribe();
    holding?.unsubscribe();
    working = holding = undefined;
  };
  /** One who stays subscribed keeps the worker alive between two questions. */
  const hold = (): void => {
    clearTimeout(idle);
    idle = window.setTimeout(() => working === undefined && letGo(), IDLE);
    const [root] = runs;
    if (root !== undefined) holding ??= NEVER.pipe(seek(root.run)).subscribe({error: () => (holding = undefined)});
  };
  const note = (running: Running<C, M>, {step, state, metrics}: Frame<Seen, M>): void => {
    running.fast ||= state.fast === true;
    if (step <= (running.log.at(-1)?.step ?? -1)) return;
    running.log = [...running.log, {step, metrics}];
    news.next(undefined);
  };
  /** The last measured step; a fork’s first is the next one after it began. */
  const reached = ({log, from}: Running<C, M>): number =>
    log.at(-1)?.step ?? (from === 0 ? -every : Math.floor(from / every) * every);
  const training = (running: Running<C, M>): Observable<Frame<Seen, M>> =>
    strides(running.run, {from: reached(running) + every, by: every, to: steps, budget: BUDGET});
  /** Runs that have not come to the last step, each noting what comes. */
  const unfinished = () => runs.filter((running) => reached(running) + every <= steps);
  const work = (): void => {
    hold();
    const all = unfinished().map(
      (running) =>
        new Promise<void>((done, failed) => {
          working?.add(
            training(running).subscribe({next: (frame) => note(running, frame), error: failed, complete: done})
          );
        })
    );
    void Promise.all(all).then(
      () => pause(),
      (error: unknown) => {
        pause();
        news.next(error);
      }
    );
  };
  const train = (): void => {
    if (working !== undefined || unfinished().length === 0) return;
    working = new Subscription();
    work();
    news.next(undefined);
  };
  const pause = (): void => {
    if (working === undefined) return;
    working.unsubscribe();
    working = undefined;
    news.next(undefined);
  };
  const forget = (): void => {
    pause();
    letGo();
    runs = [];
    taken = undefined;
  };
  const pastOf = (from: number): readonly Logged<M>[] => runs[0]?.log.filter(({step}) => step <= from) ?? [];
  return {
    news,
    train,
    pause,
    leave: letGo,
    take: (saved) => {
      forget();
      taken = saved;
    },
    forget,
    training: () => working !== undefined,
    tracks: () =>
      runs.map(({key, from, fast, log}, i) => ({key, from, fast, log: i === 0 ? log : [...pastOf(from), ...log]})),
    set: (key, config, forks) => {
      const root = runs[0]?.key === key ? runs[0] : undefined;
      const same =
        root !== undefined && runs.length === forks.length + 1 && forks.every((f, i) => runs[i + 1]?.key === f.key);
      if (same) return;
      const going = working !== undefined && root !== undefined;
      pause();
      if (root === undefined) letGo();
      const known = taken?.key === key ? taken : undefined;
      const first = root ?? {
        key,
        from: 0,
        run: open(config, known?.origin),
        fast: known?.fast ?? false,
        log: [...(known?.log ?? [])]
      };
      const others = forks.map(
        (fork) =>
          runs.find((running, i) => i > 0 && running.key === fork.key) ?? {
            key: fork.key,
            from: fork.from,
            run: first.run.fork(fork.from, fork.change),
            fast: first.fast,
            log: []
          }
      );
      runs = [first, ...others];
      if (going) train();
    },
    frame: (index, step, look, signal, progress) => {
      hold();
      const running = runs[index];
      if (running === undefined) throw new RangeError(`There is no run ${index}.`);
      return abortable(of(step).pipe(seek(running.run, {look, budget: BUDGET})), signal, (frame) =>
        progress?.(frame.step)
      );
    },
    probe: async (milliseconds) => {
      hold();
      const [root] = runs;
      return root === undefined ? NaN : probe(root.run, {reached: reached(root), every, milliseconds, budget: BUDGET});
    }
  };
}
