import {Subscription, of, type SchedulerLike} from "rxjs";
import {ConfigError} from "../../core/errors.js";
import type {Frame, Opened} from "../../core/stage.js";
import {seek} from "../seek.js";
import type {Timeline} from "../timeline.js";
import {failureOf, type Reply, type Request} from "./protocol.js";

/** A run in a worker, and what is sent of its frames. */
export interface Shown {
  readonly run: Timeline<unknown, unknown, unknown, Opened<unknown, unknown, unknown>>;
  readonly show: (frame: Frame<unknown, unknown>, look: unknown) => unknown;
}

/** A question that a worker is at work on. */
export interface Answering {
  /** Lets it send so many frames more. */
  readonly grant: (frames: number) => void;
  readonly stop: () => void;
}

/** Of the time that a frame on the way takes to be measured, looked at and sent, so many times work goes on without another. */
const REST = 4;
/** Milliseconds that a frame may take without a rest. */
const CHEAP = 4;

/**
 * Works on a question for the steps `step` … `to`, and sends frames as far as there is credit. Towards `step`, work does
 * not wait for credit, only news does: what is sent next is the newest frame, and costly ones are sent seldom, so that they take
 * a fifth of the time at most; none where nothing `between` is wanted. From there on every step is asked for: each is sent before
 * the next is worked on.
 */
export function answer(
  {run, show}: Shown,
  {question, step, to, budget, between, credit, measured, look}: Request & {type: "seek"},
  scheduler: SchedulerLike,
  post: (reply: Reply) => void
): Answering {
  const work = new Subscription();
  let left = credit;
  let sent = measured;
  let news: {readonly frame: Frame<unknown, unknown>; readonly asked?: number} | undefined; // not sent yet
  let quiet = -Infinity; // until then nothing on the way is news
  let latest: Frame<unknown, unknown> | undefined; // that was news
  let now = step;
  let end: (Reply & {type: "done" | "failed"}) | undefined; // of the work towards `now`

  const send = ({frame, asked}: NonNullable<typeof news>): void => {
    const history = run.history(frame.step, sent);
    const from = sent;
    sent += history.length;
    const {step, metrics} = frame;
    const answers = asked === undefined ? {} : {asked};
    post({type: "frame", question, step, seen: show(frame, look), metrics, history, from, ...answers});
  };
  /** Credit may come while a frame is posted: everything is put down before. */
  const flush = (): void => {
    if (news !== undefined && left > 0 && !work.closed) {
      const next = news;
      const began = scheduler.now();
      news = undefined;
      left--;
      try {
        send(next);
      } catch (error) {
        end = failed(isUncloneable(error) ? unsendable(error) : error);
      }
      const ended = scheduler.now();
      if (ended - began > CHEAP) quiet = ended + REST * (ended - began);
    }
    if (work.closed || news !== undefined || end === undefined) return;
    if (end.type === "done" && now < to) {
      end = undefined;
      now++;
      work.add(scheduler.schedule(ask)); // messages are heard between two steps
    } else {
      work.unsubscribe();
      post(end);
    }
  };
  const failed = (error: unknown): NonNullable<typeof end> => ({type: "failed", question, failure: failureOf(error)});
  const finish = (reply: NonNullable<typeof end>): void => {
    end ??= reply;
    flush();
  };
  const ask = (): void => {
    let last: Frame<unknown, unknown> | undefined;
    const subscriber = {
      next: (frame: Frame<unknown, unknown>) => {
        last = frame;
        // on the way to a step that is asked for by itself, or that nobody wants, or too soon
        if (now > step || work.closed || !between || scheduler.now() < quiet) return;
        news = {frame: (latest = frame)};
        flush();
      },
      error: (error: unknown) => finish(failed(error)),
      complete: () => {
        if (now > step && last !== undefined) news = {frame: last, asked: now};
        else if (last !== latest && last !== undefined) news = {frame: last}; // the answer is news however soon
        finish({type: "done", question});
      }
    };
    work.add(of(now).pipe(seek(run, {budget, scheduler})).subscribe(subscriber));
  };
  ask();
  return {
    grant: (frames) => {
      left += frames;
      flush();
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
