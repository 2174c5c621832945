import {Subscription, asyncScheduler, type SchedulerLike} from "rxjs";
import {ConfigError, found} from "../core/errors.js";
import type {Opened} from "../core/stage.js";
import {pulse} from "./pulse.js";
import {answer, type Answering, type Shown} from "./worker/answer.js";
import {macrotaskScheduler} from "./macrotaskScheduler.js";
import {listen, type Port} from "./worker/port.js";
import {failureOf, isMessage, type Failure, type Reply, type Request} from "./worker/protocol.js";
import type {AnyServed, Served} from "./worker/served.js";
import {timeline, type Timeline} from "./timeline.js";

/** What `serve` can be told. */
export interface ServeOptions {
  /** Who gives the thread back, so that messages are heard. */
  readonly scheduler?: SchedulerLike;
  /** Who times the heartbeat. */
  readonly timer?: SchedulerLike;
}

/**
 * The worker's side of `remote`: answers for the stages it is given, by name, until it is unsubscribed.
 *
 * `serve(self, {bigram: served(bigram)})` in a Web Worker, `serve(parentPort, …)` in a worker thread. It says each second
 * that it lives, sends no frame that was not asked for, and reports what is thrown and not caught.
 *
 * @throws ConfigError where there is no port, as `parentPort` is null outside of a worker.
 */
export function serve(
  port: Port | null,
  stages: Readonly<Record<string, AnyServed>>,
  {scheduler = macrotaskScheduler, timer = asyncScheduler}: ServeOptions = {}
): Subscription {
  if (port === null)
    throw new ConfigError("serve", "there is a port to the other side", [found("port", port)], "call it in a worker");
  const runs = new Map<number, Shown>();
  const questions = new Map<number, Answering>();
  let view: Opaque["view"];
  const serving = new Subscription(() => questions.forEach(({stop}) => stop()));
  const post = (reply: Reply): void => port.postMessage(reply);
  const broken = (failure: Failure): void => post({type: "broken", failure});

  const open = ({stage, config, heartbeat, origin}: Request & {type: "open"}): void => {
    const chosen = opaque(stages, stage);
    view = chosen.view;
    runs.set(0, shown(timeline(chosen.stage, config, {...chosen.options, ...(origin && {origin})})));
    post({type: "beat"});
    serving.add(pulse(heartbeat, timer).subscribe(() => post({type: "beat"})));
  };
  const shown = (run: Timeline<unknown, unknown, unknown, Opened<unknown, unknown, unknown>>): Shown => {
    let show: Shown["show"] | undefined;
    return {
      run,
      show: (frame, look) => (show ??= view?.(run.opened(), run.config) ?? (({state}) => state))(frame, look)
    };
  };
  const run = (id: number): Shown => {
    const known = runs.get(id);
    if (known === undefined) throw new ConfigError("serve", "no such run", [found("run", id)]);
    return known;
  };
  const obey = (request: Request): void => {
    switch (request.type) {
      case "open":
        return open(request);
      case "fork":
        runs.set(request.run, shown(run(request.of).run.fork(request.step, request.change as Partial<unknown>)));
        return;
      case "drop":
        runs.delete(request.run);
        return;
      case "seek":
        return void questions.set(request.question, answer(run(request.run), request, scheduler, post));
      case "credit":
        return questions.get(request.question)?.grant(request.frames);
      case "stop":
        questions.get(request.question)?.stop();
        questions.delete(request.question);
        return;
      default:
        throw new ConfigError("serve", "unknown message", [found("message", request)]);
    }
  };
  serving.add(
    listen(port, {
      message: (message) => {
        try {
          if (!isMessage(message)) throw new ConfigError("serve", "unknown message", [found("message", message)]);
          obey(message as Request); // of another type, it falls through to the default
        } catch (error) {
          broken(failureOf(error));
        }
      },
      garbled: () => broken({kind: "other", text: "a message to the worker could not be read"}),
      failed: (cause) => broken(failureOf(cause)),
      gone: () => serving.unsubscribe()
    })
  );
  return serving;
}

type Opaque = Served<unknown, unknown, unknown, unknown, unknown>;

/** The stage of a name. Its config will come from a client that names the same stage, so its types agree unseen. */
function opaque(stages: Readonly<Record<string, AnyServed>>, name: string): Opaque {
  if (Object.hasOwn(stages, name)) return stages[name] as Opaque;
  throw new ConfigError("serve", "the worker has no such stage", [
    found("asked for", name),
    found("it has", Object.keys(stages))
  ]);
}
