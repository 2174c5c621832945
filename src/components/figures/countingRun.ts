import {NEVER, of, type Subscription} from "/lib/rxjs.js";
import {remote, seek, type Frame, type MarkovConfig, type MarkovMetrics, type Remote} from "/lib/index.js";
import {abortable} from "../rx.js";
import type {Work} from "../figure.js";
import {worker} from "../worker.js";

/** What of a model in the worker comes to the page; `src/workers/markov.ts` makes it. */
export interface Seen {
  readonly sample: string;
  readonly hash: string;
  readonly baselines: {readonly uniform: number; readonly unigram: number; readonly tokens: number};
}

type Run = Remote<MarkovConfig, Seen, MarkovMetrics>;

/** A run up to a moment: its last frame, and all that was measured on the way, from the first step on. */
export interface Future {
  readonly frame: Frame<Seen, MarkovMetrics>;
  readonly history: readonly MarkovMetrics[];
}

export interface Question {
  /** Equal keys are equal runs: the config's text is not compared. */
  readonly key: string;
  readonly config: MarkovConfig;
  readonly step: number;
  readonly fork: {readonly from: number; readonly key: string; readonly change: Partial<MarkovConfig>} | undefined;
}

export interface Counting {
  readonly ask: (
    question: Question,
    work: Work
  ) => Promise<{readonly first: Future; readonly second: Future | undefined}>;
}

const IDLE = 30_000;

/** Runs of the first stage in a worker, which is kept for a while after it was last asked, with all that it remembers. */
export function counting(): Counting {
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
  const runOf = ({key, config}: Question): Run => {
    if (current?.key !== key) {
      letGo();
      forked = undefined;
      current = {
        key,
        run: remote<MarkovConfig, Seen, MarkovMetrics>(() => worker("markov"), {stage: "markov", config})
      };
    }
    return current.run;
  };
  const forkOf = (run: Run, fork: NonNullable<Question["fork"]>): Run => {
    const key = `${fork.from} ${fork.key}`;
    if (forked?.key !== key) forked = {key, run: run.fork(fork.from, fork.change)};
    return forked.run;
  };
  const reach = async (run: Run, step: number, {signal, progress}: Work): Promise<Future> => {
    const frame = await abortable(of(step).pipe(seek(run)), signal, ({state, metrics}) =>
      progress({step: metrics.tokens, of: state.baselines.tokens, unit: "tokens"})
    );
    return {frame, history: run.history(step)};
  };
  return {
    async ask(question, work) {
      const run = runOf(question);
      hold(run);
      const first = await reach(run, question.step, work);
      const {fork} = question;
      const second = fork === undefined || fork.from > question.step ? undefined : await reach(forkOf(run, fork), question.step, work); // prettier-ignore
      return {first, second};
    }
  };
}
