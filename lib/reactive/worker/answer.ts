import {Subscription, of, type SchedulerLike} from "rxjs";
import {ConfigError} from "../../core/errors.js";
import type {Frame} from "../../core/stage.js";
import {failureOf, type Reply, type Request} from "./protocol.js";
import {seek} from "../seek.js";
import type {Timeline} from "../timeline.js";

/** A question that a worker is at work on. */
export interface Answering {
  /** Lets it send so many frames more. */
  readonly grant: (frames: number) => void;
  readonly stop: () => void;
}

/**
 * Works on one question, and sends frames as far as there is credit. Work does not wait for credit, only news does: what
 * is sent next is the newest frame. The end comes after the last frame.
 */
export function answer(
  run: Timeline<unknown, unknown, unknown>,
  view: (config: unknown) => (frame: Frame<unknown, unknown>) => unknown,
  {question, step, budget, credit, measured}: Request & {type: "seek"},
  scheduler: SchedulerLike,
  post: (reply: Reply) => void
): Answering {
  const work = new Subscription();
  let left = credit;
  let sent = measured;
  let news: Frame<unknown, unknown> | undefined; // not sent yet
  let end: Reply | undefined;
  let show: ((frame: Frame<unknown, unknown>) => unknown) | undefined;

  const send = (frame: Frame<unknown, unknown>): void => {
    const history = run.history(frame.step, sent);
    const from = sent;
    sent += history.length;
    const seen = (show ??= view(run.config))(frame);
    post({type: "frame", question, step: frame.step, seen, metrics: frame.metrics, history, from});
  };
  /** Credit may come while a frame is posted: everything is put down before. */
  const flush = (): void => {
    if (news !== undefined && left > 0) {
      const frame = news;
      news = undefined;
      left--;
      try {
        send(frame);
      } catch (error) {
        end = failed(isUncloneable(error) ? unsendable(error) : error);
      }
    }
    if (work.closed || news !== undefined || end === undefined) return;
    work.unsubscribe();
    post(end);
  };
  const failed = (error: unknown): Reply => ({type: "failed", question, failure: failureOf(error)});
  const finish = (reply: Reply): void => {
    end ??= reply;
    flush();
  };
  work.add(
    of(step)
      .pipe(seek(run, {budget, scheduler}))
      .subscribe({
        next: (frame) => {
          if (work.closed) return;
          news = frame;
          flush();
        },
        error: (error: unknown) => finish(failed(error)),
        complete: () => finish({type: "done", question})
      })
  );
  return {
    grant: (frames) => {
      left += frames;
      if (!work.closed) flush();
    },
    stop: () => work.unsubscribe()
  };
}

const isUncloneable = (error: unknown): error is Error => error instanceof Error && error.name === "DataCloneError";

const unsendable = ({message}: Error): ConfigError =>
  new ConfigError(
    "serve",
    "a frame can't be sent",
    [{name: "cause", value: message}],
    "give the stage a `view` of plain data"
  );
