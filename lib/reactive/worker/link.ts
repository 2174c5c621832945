import {
  EMPTY,
  Observable,
  distinctUntilChanged,
  filter,
  of,
  scan,
  shareReplay,
  startWith,
  switchMap,
  type SchedulerLike
} from "rxjs";
import {WorkerError, found, type Finding} from "../../core/errors.js";
import {pulse} from "../pulse.js";
import {listen, type Port} from "./port.js";
import {brokenOf, isReply, type Reply, type Request} from "./protocol.js";
import {textOf} from "../stageError.js";

/** A line to a living worker. */
export interface Link {
  readonly send: (request: Request) => void;
  /** Who hears the answers to a question. */
  readonly questions: Map<number, (reply: Reply & {readonly question: number}) => void>;
  /** How many there are who need a run to be open. */
  readonly holders: Map<number, number>;
}

/** How a worker is watched; milliseconds, above 0. */
export interface Watching {
  /** How often the worker says that it lives. Default 1000. Infinity: never, and so it is never found silent. */
  readonly heartbeat: number;
  /** How long it may say nothing. Default 10,000. Infinity: for ever. */
  readonly silence: number;
  /** Whether this page is hidden or frozen: then nobody listens for the heart. */
  readonly hidden?: Observable<boolean>;
  /** Who tells the time: RxJS's `asyncScheduler` unless it is named. */
  readonly scheduler: SchedulerLike;
}

interface LinkOptions extends Watching {
  readonly open: Request;
  /** The last step that the worker answered. */
  readonly lastStep: () => number | undefined;
}

/**
 * A worker while somebody needs it: made for the first subscriber, ended when the last one leaves. Emits the line to it;
 * whatever goes wrong with the worker is its error.
 */
export const link = (createWorker: () => Port, {open, lastStep, ...watching}: LinkOptions): Observable<Link> =>
  new Observable<Link>((subscriber) => {
    const questions: Link["questions"] = new Map();
    const fail = (rule: string, findings: readonly Finding[] = [], hint?: string, cause?: unknown): void =>
      subscriber.error(new WorkerError("remote", rule, findings, lastStep(), hint, {cause}));
    const send = (request: Request): void => {
      if (subscriber.closed) return;
      try {
        port.postMessage(request);
      } catch (cause) {
        const hint = "settings are plain data: numbers, texts, lists, typed arrays; no functions";
        fail("a message can't be sent to the worker", [found("type", request.type), text(cause)], hint, cause);
      }
    };
    let heard = 0; // messages since the last look
    let spoke = false;
    const message = (reply: unknown): void => {
      heard++;
      spoke = true;
      if (!isReply(reply)) fail("unknown message from the worker", [found("message", reply)]);
      else if (reply.type === "broken") subscriber.error(brokenOf(reply.failure, lastStep()));
      else if ("question" in reply) questions.get(reply.question)?.(reply);
    };

    let port: Port;
    try {
      port = createWorker();
    } catch (cause) {
      return fail("the worker can't be made", [text(cause)], undefined, cause);
    }
    subscriber.add(
      listen(port, {
        message,
        garbled: (cause) => fail("a message from the worker could not be read", [], undefined, cause),
        failed: (cause) =>
          cause === undefined
            ? fail("the worker could not be loaded", [], "check the address of its script")
            : fail("the worker failed", [text(cause)], undefined, cause),
        gone: (code) => fail("the worker ended by itself", [found("code", code)])
      })
    );
    const heardSince = (): boolean => {
      const some = heard > 0;
      heard = 0;
      return some;
    };
    subscriber.add(
      silent(watching, heardSince).subscribe({
        next: (ms) =>
          fail(
            spoke ? "the worker is silent" : "the worker has never answered",
            [{name: "for", value: `${ms} ms`}],
            spoke
              ? "if one step takes that long, raise `silence`"
              : "its script calls `serve(self, {…})`, or `serve(parentPort, {…})` in Node; if loading takes that long, raise `silence`"
          ),
        error: (error: unknown) => subscriber.error(error)
      })
    );
    subscriber.add(() => void Promise.resolve(port.terminate?.()).catch(() => undefined));
    send(open);
    subscriber.next({send, questions, holders: new Map()});
  }).pipe(shareReplay({bufferSize: 1, refCount: true}));

/**
 * Emits once nothing was heard for too long. It counts its own looks and asks no clock: a page that slept looked once,
 * and a hidden page does not look.
 */
const silent = (
  {heartbeat, silence, hidden = of(false), scheduler}: Watching,
  heardSince: () => boolean
): Observable<number> =>
  hidden.pipe(
    startWith(false),
    distinctUntilChanged(),
    switchMap((sleeping) => (sleeping ? EMPTY : pulse(heartbeat, scheduler))),
    scan((quiet) => (heardSince() ? 0 : quiet + heartbeat), 0),
    filter((quiet) => quiet >= silence)
  );

const text = (cause: unknown): Finding => ({name: "cause", value: textOf(cause)});
