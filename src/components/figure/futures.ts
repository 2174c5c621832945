import {NEVER, of, type Subscription} from "/lib/rxjs.js";
import {seek, type Frame, type Remote} from "/lib/index.js";
import {abortable} from "../rx.js";
import type {Work} from "./figure.js";
import type {Progress} from "./pace.js";

/** A run up to a moment: its last frame, and all that was measured on the way, from the first step on. */
export interface Future<Seen, Metrics> {
  readonly frame: Frame<Seen, Metrics>;
  readonly history: readonly Metrics[];
}

interface Question<Config> {
  /** Equal keys are equal runs: the config itself is not compared. */
  readonly key: string;
  readonly config: Config;
  readonly step: number;
  readonly fork: {readonly from: number; readonly key: string; readonly change: Partial<Config>} | undefined;
}

/** What came of a run, and of the one that was forked from it. */
export interface Futures<Seen, Metrics> {
  readonly first: Future<Seen, Metrics>;
  readonly second: Future<Seen, Metrics> | undefined;
}

interface FuturesOptions<Config, Seen, Metrics> {
  readonly open: (config: Config) => Remote<Config, Seen, Metrics>;
  /** How far a run has come, for one who waits for a step. */
  readonly progress: (frame: Frame<Seen, Metrics>, to: number) => Progress;
}

const IDLE = 30_000;

/**
 * Runs in a worker, each with a second future that a reader may fork from it. The worker is kept for a while after it was
 * last asked, with all that it remembers.
 */
export function futures<C, V, M>({
  open,
  progress
}: FuturesOptions<C, V, M>): {
  readonly ask: (question: Question<C>, work: Work) => Promise<Futures<V, M>>;
} {
  type Run = Remote<C, V, M>;
  let current: {readonly key: string; readonly run: Run} | undefined;
  let forked: {readonly key: string; readonly run: Run} | undefined;
  let holding: Subscription | undefined;
  let idle = 0;

  const letGo = (): void => {
    holding?.unsubscribe();
    holding = undefined;
  };
  /** One who stays subscribed keeps the worker alive between two questions. */
  const hold = (run: Run): void => {
    clearTimeout(idle);
    idle = window.setTimeout(letGo, IDLE);
    holding ??= NEVER.pipe(seek(run)).subscribe({error: () => (holding = undefined)}); // who asks hears of the error, too
  };
  const runOf = ({key, config}: Question<C>): Run => {
    if (current?.key !== key) {
      letGo();
      forked = undefined;
      current = {key, run: open(config)};
    }
    return current.run;
  };
  const forkOf = (run: Run, fork: NonNullable<Question<C>["fork"]>): Run => {
    const key = `${fork.from} ${fork.key}`;
    if (forked?.key !== key) forked = {key, run: run.fork(fork.from, fork.change)};
    return forked.run;
  };
  const reach = async (run: Run, step: number, work: Work): Promise<Future<V, M>> => {
    const frame = await abortable(of(step).pipe(seek(run)), work.signal, (now) => work.progress(progress(now, step)));
    return {frame, history: run.history(step)};
  };
  return {
    async ask(question, work) {
      const run = runOf(question);
      hold(run);
      const first = await reach(run, question.step, work);
      const {fork} = question;
      const second =
        fork === undefined || fork.from > question.step
          ? undefined
          : await reach(forkOf(run, fork), question.step, work);
      return {first, second};
    }
  };
}
