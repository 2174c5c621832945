import {NEVER, Subject, VirtualTimeScheduler, concat, lastValueFrom, of, retry, toArray} from "rxjs";
import {describe, expect, it} from "vitest";
import {ConfigError, WorkerError} from "../../lib/core/errors.js";
import {remote} from "../../lib/reactive/remote.js";
import {seek} from "../../lib/reactive/seek.js";
import {serve} from "../../lib/reactive/serve.js";
import {StageError} from "../../lib/reactive/stageError.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {drift, type DriftConfig, type DriftState} from "./fixtures/stages.js";
import {fakePort, scripted} from "./fakeWorker.js";
import {config, frame, stages, thread, type Drift} from "./servedHere.js";

describe("what goes wrong in a worker is an error on the stream:", () => {
  it("a stage that throws, naming part and step, for the one who asked only", () => {
    const {ask, run} = thread({stage: "broken"});
    const other: unknown[] = [];
    const subscription = run.answers(NEVER).subscribe({error: (e) => other.push(e)});
    const {error, frames} = ask(9);
    expect(error).toBeInstanceOf(StageError);
    expect(error).toMatchObject({part: "step", step: 3, message: expect.stringContaining("boom") as string});
    expect(frames.at(-1)?.step ?? 0).toBeLessThanOrEqual(3);
    expect(ask(3).frames.at(-1)).toEqual(timeline(drift, config).at(3));
    expect(other).toEqual([]);
    subscription.unsubscribe();
  });

  it("a config that the stage refuses, as the ConfigError that it was", () => {
    const {error} = thread({stage: "refusing"}).ask(9);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({fault: {where: "config.rate", hint: "try 0.1"}});
  });

  it("a state that can't be sent", () => {
    const {error} = thread({stage: "uncloneable"}).ask(0);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toMatch(/a frame can't be sent[^]*give the stage a `view`/);
  });

  it("a step that is none", () => {
    expect(thread().ask(-1).error).toBeInstanceOf(ConfigError);
    expect(() => thread().run.fork(0.5, {})).toThrow(ConfigError);
  });

  it("a stage that it does not serve, with the names of those that it does", () => {
    const {error} = thread({stage: "drfit" as "drift"}).ask(9);
    expect(error).toBeInstanceOf(WorkerError);
    expect(String(error)).toMatch(/no such stage[^]*drfit[^]*"drift","seen"/);
  });

  const dying = (fate: (worker: ReturnType<typeof scripted>["workers"][number]) => void, options: object = {}) => {
    const {create, workers} = scripted();
    const run: Drift = remote(create, {stage: "drift", config, ...options});
    const errors: unknown[] = [];
    const subscriptions = [run, run.fork(1, {rate: 0.2})].map((run) =>
      run.answers(concat(of(9), NEVER)).subscribe({error: (e) => errors.push(e)})
    );
    workers[0]!.reply(frame(0, 4, [0, 1, 2, 3, 4]));
    fate(workers[0]!);
    return {run, errors, worker: workers[0]!, subscriptions};
  };

  it.each<[string, RegExp, Parameters<typeof dying>[0]]>([
    [
      "an error that nobody caught",
      /the worker failed\n {2}cause +Uncaught Error: x/,
      ({emit}) => emit("error", {message: "Uncaught Error: x"})
    ],
    ["a script that is not there", /could not be loaded/, ({emit}) => emit("error", {})],
    ["a message that can't be read", /could not be read/, ({emit}) => emit("messageerror", {})],
    [
      "a report of the worker itself",
      /the worker failed\n {2}cause +no/,
      ({reply}) => reply({type: "broken", failure: {kind: "other", text: "no"}})
    ],
    ["a message of unknown type", /unknown message/, ({reply}) => reply({type: "gossip"} as never)],
    ["a message that is none", /unknown message/, ({reply}) => reply(null as never)],
    ["a frame without a step", /unknown message/, ({reply}) => reply({type: "frame", question: 0} as never)]
  ])("%s, and it ends the worker and keeps the last frame", (_, message, fate) => {
    const {run, errors, worker} = dying(fate);
    expect(errors).toHaveLength(2);
    for (const error of errors) {
      expect(error).toBeInstanceOf(WorkerError);
      expect(error).toMatchObject({step: 4, message: expect.stringMatching(message) as string});
    }
    expect(run.lastFrame()).toEqual({step: 4, state: {x: 4, age: 4}, metrics: 4});
    expect(run.history(9)).toEqual([0, 1, 2, 3, 4]);
    expect([worker.ended, worker.listening()]).toEqual([true, 0]);
  });

  it("silence, once it has lasted ten seconds and no heart was heard", () => {
    const scheduler = new VirtualTimeScheduler();
    let at: number | undefined;
    const {errors, worker} = dying(
      ({reply}) => {
        for (const ms of [900, 5000]) scheduler.schedule(() => reply({type: "beat"}), ms);
        scheduler.flush();
        at = scheduler.now();
      },
      {scheduler}
    );
    expect(String(errors[0])).toMatch(/silent\n {2}for {2}10000 ms/);
    expect(at).toBeGreaterThanOrEqual(15_000);
    expect(at).toBeLessThanOrEqual(16_000);
    expect(worker.ended).toBe(true);
  });

  it("but not silence while the page is hidden, nor for a page that slept and looks again", () => {
    const scheduler = new VirtualTimeScheduler();
    const hidden = new Subject<boolean>();
    let errors: unknown[] = [];
    ({errors} = dying(
      () => {
        const look = (ms: number) => {
          scheduler.maxFrames = scheduler.now() + ms;
          scheduler.flush();
        };
        scheduler.schedule(() => hidden.next(true), 500);
        scheduler.schedule(() => hidden.next(false), 60_000);
        look(69_000);
      },
      {scheduler, hidden}
    ));
    expect(errors).toEqual([]);
    scheduler.maxFrames = 71_000;
    scheduler.flush();
    expect(String(errors[0])).toMatch(/silent/);
    expect(hidden.observed).toBe(false);
  });

  it("and nobody looks for a heart that never beats, nor for ever, which is not at once", () => {
    for (const watch of [{heartbeat: Infinity}, {silence: Infinity}, {heartbeat: 3e9, silence: 3e9}]) {
      const scheduler = new VirtualTimeScheduler();
      let errors: unknown[] = [];
      ({errors} = dying(
        () => {
          scheduler.maxFrames = 1e6;
          scheduler.flush();
        },
        {...watch, scheduler}
      ));
      expect(errors).toEqual([]);
    }
    const make = (watch: object) => remote(scripted().create, {stage: "drift", config, ...watch});
    for (const wrong of [0, NaN, -1]) {
      expect(() => make({heartbeat: wrong})).toThrow(/remote\.heartbeat/);
      expect(() => make({silence: wrong})).toThrow(/remote\.silence/);
    }
  });

  it("a worker that can't be made", () => {
    const create = () => {
      throw new Error("refused by the policy of this page");
    };
    let error: unknown;
    remote<DriftConfig, DriftState, number>(create, {stage: "drift", config})
      .answers(of(1))
      .subscribe({error: (e: unknown) => (error = e)});
    expect(error).toBeInstanceOf(WorkerError);
    expect(String(error)).toMatch(/can't be made\n {2}cause {2}refused/);
  });

  it("a config that can't be cloned", () => {
    const {create, workers} = scripted();
    let error: unknown;
    remote<object, DriftState, number>(create, {stage: "drift", config: {f: () => 1}})
      .answers(of(1))
      .subscribe({error: (e: unknown) => (error = e)});
    expect(error).toBeInstanceOf(WorkerError);
    expect(String(error)).toMatch(/can't be sent[^]*plain data/);
    expect(workers[0]).toMatchObject({ended: true, sent: []});
  });

  it("a change of a fork that can't be cloned", () => {
    const {create, workers} = scripted();
    const errors: unknown[] = [];
    remote<{f?: unknown}, DriftState, number>(create, {stage: "drift", config: {}})
      .fork(1, {f: () => 1})
      .answers(of(1))
      .subscribe({error: (e: unknown) => errors.push(e)});
    expect(errors).toHaveLength(1);
    expect(errors[0]).toBeInstanceOf(WorkerError);
    expect(workers[0]).toMatchObject({ended: true});
  });

  it("but subscribing again makes a new worker, with the same answers", async () => {
    const {create, workers, living} = scripted();
    const run: Drift = remote(create, {stage: "drift", config});
    const answer = lastValueFrom(of(2).pipe(seek(run), retry(1), toArray()));
    workers[0]!.emit("error", {message: "first"});
    expect(living()).toBe(1);
    workers[1]!.reply(frame(1, 2));
    workers[1]!.reply({type: "done", question: 1});
    expect((await answer).map(({step}) => step)).toEqual([2]);
    expect(living()).toBe(0);
  });
});

describe("serve", () => {
  const posted = (act: (there: ReturnType<typeof fakePort>, timer: VirtualTimeScheduler) => void) => {
    const replies: unknown[] = [];
    const there = fakePort((message) => replies.push(message));
    const timer = new VirtualTimeScheduler();
    const service = serve(there.port, stages, {timer});
    act(there, timer);
    service.unsubscribe();
    return replies;
  };

  it.each([null, 7, {}, {type: "gossip"}, {type: "seek", run: 5}, {type: "fork", of: 3, run: 4, step: 0, change: {}}])(
    "reports a message that it does not know: %j",
    (data) => {
      expect(posted(({emit}) => emit("message", {data}))).toMatchObject([{type: "broken"}]);
    }
  );

  it("refuses to serve where there is no other side", () => {
    expect(() => serve(null, stages)).toThrow(/serve[^]*call it in a worker/);
  });

  it("never beats with a heartbeat of Infinity", () => {
    const replies = posted(({emit}, timer) => {
      emit("message", {data: {type: "open", stage: "drift", config, heartbeat: Infinity}});
      timer.maxFrames = 1e5;
      timer.flush();
    });
    expect(replies).toEqual([{type: "beat"}]);
  });

  it("reports a rejection that nobody handled, and a message that it can't read", () => {
    const replies = posted(({emit}) => {
      emit("unhandledrejection", {reason: new Error("lost promise")});
      emit("messageerror");
    });
    expect(replies).toMatchObject([
      {type: "broken", failure: {text: "lost promise"}},
      {type: "broken", failure: {text: "a message to the worker could not be read"}}
    ]);
  });

  it("says as often as it is asked to that it lives", () => {
    const replies = posted(({emit}, timer) => {
      emit("message", {data: {type: "open", stage: "drift", config, heartbeat: 1000}});
      timer.maxFrames = 3500;
      timer.flush();
    });
    expect(replies).toEqual([{type: "beat"}, {type: "beat"}, {type: "beat"}, {type: "beat"}]);
  });
});
