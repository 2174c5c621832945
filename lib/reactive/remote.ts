import {Observable, asyncScheduler, map, type Subscriber} from "rxjs";
import {real, whole} from "../core/check.js";
import type {Frame} from "../core/stage.js";
import {link, type Link, type Watching} from "./worker/link.js";
import type {Port} from "./worker/port.js";
import {errorOf, type Reply} from "./worker/protocol.js";
import type {TakenUp} from "./timeline.js";
import {asked} from "./asked.js";
import type {Seekable, SeekOptions} from "./seekable.js";
import type {AnyServed, Served} from "./worker/served.js";
import {questions, type Questions} from "./worker/questions.js";

/** A run that is computed in a worker. Its frames carry what the worker's view shows in place of the state. */
export interface Remote<Config, Seen, Metrics> extends Seekable<Config, Seen, Metrics> {
  /** The last frame that came: it stays when the worker fails. */
  readonly lastFrame: () => Frame<Seen, Metrics> | undefined;
  readonly fork: (step: number, change: Partial<Config>) => Remote<Config, Seen, Metrics>;
}

/** The type of a `remote` for what a worker serves: `RemoteOf<(typeof stages)["bigram"]>`. */
export type RemoteOf<S extends AnyServed> =
  S extends Served<infer C, infer _B, infer _S, infer M, infer V, infer _More> ? Remote<C, V, M> : never;

export interface RemoteOptions<Config> extends Partial<Watching>, TakenUp<unknown> {
  /** The name under which the worker serves the stage. */
  readonly stage: string;
  /** What the stage is opened with there: plain data. */
  readonly config: Config;
  /** How many frames may be on their way at once. Default 2. */
  readonly credit?: number;
}

/**
 * A run in a worker, to be held like a `timeline`: a Web Worker or a thread of Node, in which `serve` runs.
 *
 * One worker answers for the run and all its forks. It is made for the first subscriber of its answers and ended, at once,
 * when the last one leaves; whoever wants to keep it between questions stays subscribed. A worker that dies, refuses or
 * falls silent is a WorkerError on every stream, whose `step` is the last one that was answered; subscribing again makes
 * a new worker. What the stage throws is a StageError or ConfigError on the stream that asked, just as here.
 */
export function remote<C, V, M>(
  createWorker: () => Port,
  {
    stage,
    config,
    origin,
    credit = 2,
    heartbeat = 1000,
    silence = 10_000,
    scheduler = asyncScheduler,
    hidden
  }: RemoteOptions<NoInfer<C>>
): Remote<C, V, M> {
  whole("remote.credit", credit, {least: 1});
  real("remote.heartbeat", heartbeat, {above: 0, most: Infinity});
  real("remote.silence", silence, {above: 0, most: Infinity});
  let asks = 0;
  let forks = 0;
  let last: number | undefined;
  const line = link(createWorker, {
    open: {type: "open", stage, config, heartbeat, ...(origin && {origin})},
    ...{heartbeat, silence, scheduler, ...(hidden && {hidden})},
    lastStep: () => last
  });

  /** What one subscriber asks of a run. */
  const asking = (
    open: Link,
    run: Run<C, V, M>,
    {budget = 16, look, between = true}: SeekOptions,
    subscriber: Subscriber<Frame<V, M>>
  ): Questions =>
    questions<V, M>({
      fresh: () => asks++,
      seek: (question, {from, to}, hear) => {
        open.questions.set(question, hear);
        open.send({
          type: "seek",
          question,
          run: run.id,
          step: from,
          to,
          budget,
          between,
          credit,
          measured: run.log.length,
          look
        });
      },
      credit: (question) => open.send({type: "credit", question, frames: 1}),
      stop: (question) => {
        open.questions.delete(question);
        open.send({type: "stop", question});
      },
      received: (reply) => {
        last = reply.step;
        return received(run, reply);
      },
      next: (frame) => subscriber.next(frame),
      failed: ({failure}) => subscriber.error(errorOf(failure, last)),
      complete: () => subscriber.complete()
    });

  const remoteOf = (run: Run<C, V, M>): Remote<C, V, M> => ({
    config: run.config,
    lastFrame: () => run.last,
    history: (step, from = 0) => run.log.slice(from, step + 1),
    fork: (step, change) =>
      remoteOf({
        id: ++forks,
        config: {...run.config, ...change},
        past: {run, step: whole("fork.step", step), change},
        log: run.log.slice(0, Math.max(0, Math.min(step, run.log.length - 1))), // the end of it may be measured anew
        last: undefined
      }),
    answers: (steps, options = {}) =>
      new Observable((subscriber) => {
        real("seek.budget", options.budget ?? 16, {least: 0, most: Infinity});
        subscriber.add(
          line.subscribe({
            next: (open) => {
              hold(open, run);
              const {ask, end, stop} = asking(open, run, options, subscriber);
              subscriber.add(stop);
              subscriber.add(
                steps.pipe(map((step) => asked("remote.step", step))).subscribe({
                  next: (step) => {
                    if (!subscriber.closed) ask(step);
                  },
                  error: (error: unknown) => subscriber.error(error),
                  complete: end
                })
              );
              subscriber.add(() => release(open, run));
            },
            error: (error: unknown) => subscriber.error(error)
          })
        );
      })
  });
  return remoteOf({id: 0, config, past: undefined, log: [], last: undefined});
}

/** What the client knows of a run. */
interface Run<C, V, M> {
  readonly id: number;
  readonly config: C;
  readonly past: {readonly run: Run<C, V, M>; readonly step: number; readonly change: Partial<C>} | undefined;
  readonly log: M[];
  last: Frame<V, M> | undefined;
}

/** Frame and history as the worker sent them: of the types that its stage has, which only this page's author knows. */
function received<C, V, M>(
  run: Run<C, V, M>,
  {step, seen, metrics, history, from}: Reply & {type: "frame"}
): Frame<V, M> {
  for (const measured of history.slice(Math.max(0, run.log.length - from))) run.log.push(measured as M);
  return (run.last = {step, state: seen as V, metrics: metrics as M});
}

/** A run is open in the worker while it, or a fork of it, has subscribers. */
function hold<C, V, M>({holders, send}: Link, run: Run<C, V, M>): void {
  const closed: Run<C, V, M>[] = [];
  for (let here: Run<C, V, M> | undefined = run; here?.past !== undefined; here = here.past.run) {
    const count = holders.get(here.id) ?? 0;
    holders.set(here.id, count + 1);
    if (count > 0) break;
    closed.unshift(here);
  }
  for (const {id, past} of closed)
    send({type: "fork", run: id, of: past!.run.id, step: past!.step, change: past!.change});
}

function release<C, V, M>({holders, send}: Link, run: Run<C, V, M>): void {
  for (let here: Run<C, V, M> | undefined = run; here?.past !== undefined; here = here.past.run) {
    const count = holders.get(here.id)! - 1;
    holders.set(here.id, count);
    if (count > 0) break;
    send({type: "drop", run: here.id});
  }
}
