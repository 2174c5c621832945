import fc from "fast-check";
import {NEVER, Subject, VirtualTimeScheduler, concat, map, of, range, take} from "rxjs";
import {describe, expect, it} from "vitest";
import {remote} from "../../lib/reactive/remote.js";
import {seek} from "../../lib/reactive/seek.js";
import {serve} from "../../lib/reactive/serve.js";
import {strides} from "../../lib/reactive/strides.js";
import {timeline} from "../../lib/reactive/timeline.js";
import {handTurned, marbles} from "./drift.js";
import {served} from "../../lib/reactive/worker/served.js";
import {drift, type DriftConfig} from "./fixtures/stages.js";
import {fakePort, scripted, served as inThisThread} from "./fakeWorker.js";
import {config, frame, stages, thread, type Drift} from "./servedHere.js";

const step = map(({step}: {readonly step: number}) => step);

describe("remote", () => {
  it("answers as the timeline does, and its forks as that one's forks do", () =>
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.array(fc.nat(60), {minLength: 1, maxLength: 5}), (k, l, questions) => {
        const {run, ask} = thread();
        const here = timeline(drift, config);
        const pairs = [
          [run, here],
          [run.fork(k, {rate: 0.7}), here.fork(k, {rate: 0.7})],
          [run.fork(k, {rate: 0.7}).fork(l, {seed: 9}), here.fork(k, {rate: 0.7}).fork(l, {seed: 9})]
        ] as const;
        for (const n of questions)
          for (const [there, here] of pairs) {
            expect(ask(n, there).frames.at(-1)).toEqual(here.at(n));
            expect(there.history(n)).toEqual(here.history(n));
            expect(there.lastFrame()).toEqual(here.at(n));
          }
      }),
      {numRuns: 40}
    ));

  it("has the history of a fork, also of one that was made when less was known", () => {
    const {run, ask} = thread();
    ask(5);
    const fork = run.fork(20, {rate: 0.5});
    ask(30, fork);
    expect(fork.history(30)).toEqual(historyOf(timeline(drift, config).fork(20, {rate: 0.5}), 30));
    expect(fork.history(30, 28)).toHaveLength(3);
  });

  it("answers every step of a stream of steps, as a run here does, however late the worker is", () =>
    fc.assert(
      fc.property(fc.nat(9), fc.integer({min: 1, max: 30}), fc.integer({min: 1, max: 3}), (from, n, credit) => {
        const {run, turnAll} = thread({credit});
        const ended = {...config, steps: 20};
        const runs = [timeline(drift, ended), run.fork(0, {steps: 20})];
        const [here, there] = runs.map((run) => {
          const frames: unknown[] = [];
          range(from, n)
            .pipe(seek(run, {budget: Infinity})) // the first step may be far: no clock decides how far one slice goes
            .subscribe((frame) => frames.push(frame));
          turnAll();
          return frames;
        });
        expect(there).toEqual(here);
        expect(there).toHaveLength(n);
      })
    ));

  it("shows a frame of each question that leaps ahead before it turns to the next, and goes back at once", () => {
    const {run, turn, turnAll} = thread({credit: 1});
    const questions = new Subject<number>();
    const seen: number[] = [];
    const subscription = questions.pipe(seek(run, {budget: 0}), step).subscribe((n) => seen.push(n));
    for (let i = 1; i <= 5; i++) {
      questions.next(i * 1000);
      turn();
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThanOrEqual(5);
    questions.next(2);
    turnAll();
    expect(seen.at(-1)).toBe(2);
    subscription.unsubscribe();
  });

  it("works until the run is done when it is asked for step Infinity", () => {
    const {run, ask} = thread();
    const here = timeline(drift, {...config, steps: 33});
    expect(ask(Infinity, run.fork(0, {steps: 33})).frames.at(-1)).toEqual(here.at(33));
  });

  it("strides from frame to frame, the same as here, and sends no others", () => {
    const {run, turnAll, log} = thread();
    const [ended, here] = [run.fork(0, {steps: 33}), timeline(drift, {...config, steps: 33})];
    const {scheduler, turn, waiting} = handTurned(0);
    const seen: unknown[] = [];
    let complete = false;
    strides(ended, {from: 3, by: 10, budget: 0, scheduler}).subscribe({
      next: (frame) => seen.push(frame),
      complete: () => (complete = true)
    });
    for (let i = 0; i < 100 && !complete; i++) {
      if (waiting() > 0) turn();
      turnAll();
    }
    expect([complete, seen]).toEqual([true, [3, 13, 23, 33].map((n) => here.at(n))]);
    // the fifth says that there is no step 43
    expect(log.filter(({type}) => type === "frame")).toHaveLength(5);
  });

  it("gives nothing between, as a run here, to who wants the answer alone", () => {
    const {run, turnAll, log} = thread();
    const here = handTurned(1);
    const seen: number[] = [];
    for (const one of [timeline(drift, config), run])
      of(9)
        .pipe(seek(one, {budget: 0, between: false, scheduler: here.scheduler}), step)
        .subscribe((n) => seen.push(n));
    while (here.waiting() > 0) here.turn();
    turnAll();
    expect(seen).toEqual([9, 9]);
    expect(log.filter(({type}) => type === "frame")).toHaveLength(1);
  });

  it("shows frames on the way that are costly for a fifth of the time at most, and the answer in any case", () => {
    const {scheduler, turn, waiting} = handTurned(1);
    let [cost, shown] = [0, 0];
    const look = () => (shown++, Array.from({length: cost}, () => scheduler.now()).length);
    const slow = {drift: served(drift, () => look)};
    const {create} = inThisThread((port) => serve(port, slow, {scheduler, timer: new VirtualTimeScheduler()}));
    const run = remote<DriftConfig, number, number>(create, {
      stage: "drift",
      config,
      scheduler: new VirtualTimeScheduler()
    });
    const ask = (n: number, costs: number): readonly number[] => {
      [cost, shown] = [costs, 0];
      const [begun, seen] = [scheduler.now(), [] as number[]];
      of(n)
        .pipe(seek(run.fork(0, {seed: n}), {budget: 0}), step)
        .subscribe((m) => seen.push(m));
      while (waiting() > 0) turn();
      expect(seen.at(-1)).toBe(n);
      expect(seen).toHaveLength(shown);
      return [shown, (costs * (shown - 1)) / (scheduler.now() - begun)];
    };
    expect(ask(100, 0)[0]).toBe(100);
    const [some, share] = ask(400, 50);
    expect(some).toBeGreaterThan(3);
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThanOrEqual(0.21);
  });

  it("sends what the view shows, and metrics, and no more", () => {
    const {run, ask, log} = thread({stage: "seen"});
    const fork = run.fork(2, {rate: 0.4});
    expect(ask(4).frames.at(-1)).toMatchObject({step: 4, state: expect.stringMatching(/^0.1: /) as string});
    expect(ask(4, fork).frames.at(-1)).toMatchObject({state: expect.stringMatching(/^0.4: /) as string});
    expect(JSON.stringify(log)).not.toContain('"age"');
  });

  it("makes one worker for a run and its forks, when it is first needed, and ends it with the last subscriber", () => {
    const {run, made, living, listening} = thread();
    const fork = run.fork(2, {rate: 0.5});
    expect(made()).toBe(0);
    const [a, b] = [run, fork].map((run) => concat(of(5), NEVER).pipe(seek(run)).subscribe());
    expect([made(), living()]).toEqual([1, 1]);
    a!.unsubscribe();
    expect(living()).toBe(1);
    b!.unsubscribe();
    expect([made(), living(), listening()]).toEqual([1, 0, 0]);
    run.answers(of(1)).subscribe().unsubscribe();
    expect([made(), living(), listening()]).toEqual([2, 0, 0]);
  });

  it("keeps its worker from one question to the next", () => {
    const {run, made, turnAll} = thread();
    const questions = new Subject<number>();
    const seen: number[] = [];
    const subscription = questions.pipe(seek(run, {budget: 0}), step).subscribe((n) => seen.push(n));
    for (const n of [3, 1, 4]) {
      questions.next(n);
      turnAll();
    }
    expect([made(), seen]).toEqual([1, [1, 2, 3, 1, 4]]);
    subscription.unsubscribe();
  });

  it("stops the worker's work when the question is replaced, and all of it when it is unsubscribed", () => {
    const {run, turn, waiting} = thread();
    const questions = new Subject<number>();
    const seen: number[] = [];
    const subscription = questions.pipe(seek(run, {budget: 1}), step).subscribe((n) => seen.push(n));
    questions.next(1000000000);
    turn();
    questions.next(1000000000 - 1);
    expect(waiting()).toBe(1);
    turn();
    expect(seen).toEqual([1, 2, 3, 4]);
    subscription.unsubscribe();
    expect(waiting()).toBe(0);
  });

  it("lets go of a fork in the worker with its last subscriber, and of its past with the last fork", () => {
    const {run, log} = thread();
    const fork = run.fork(2, {rate: 0.5});
    const again = fork.fork(3, {rate: 0.6});
    const hold = run.answers(NEVER).subscribe();
    const [a, b] = [again, again].map((run) => run.answers(NEVER).subscribe());
    a!.unsubscribe();
    expect(log.filter(({type}) => type === "drop")).toEqual([]);
    b!.unsubscribe();
    expect(log.filter(({type}) => type === "drop")).toHaveLength(2);
    expect(log.filter(({type}) => type === "fork")).toHaveLength(2);
    hold.unsubscribe();
  });

  it("is never sent more frames than it has asked for", () => {
    const {create, workers} = scripted();
    const {scheduler, turn, waiting} = handTurned(1);
    const posted: {type: string}[] = [];
    const there = fakePort((message) => posted.push(message as {type: string}));
    const service = serve(there.port, stages, {scheduler, timer: new VirtualTimeScheduler()});
    const say = (data: unknown) => there.emit("message", {data});
    say({type: "open", stage: "drift", config, heartbeat: 1000});
    say({type: "seek", question: 1, run: 0, step: 20, to: 20, budget: 0, between: true, credit: 2, measured: 0});
    while (waiting() > 0) turn();
    const frames = () => posted.filter(({type}) => type === "frame");
    expect(frames()).toMatchObject([{step: 1, history: {length: 2}}, {step: 2}]);
    say({type: "credit", question: 1, frames: 1});
    expect(frames()).toMatchObject([{step: 1}, {step: 2}, {step: 20, from: 3, history: {length: 18}}]);
    expect(posted.at(-1)).toMatchObject({type: "done"});
    service.unsubscribe();
    expect(there.listening()).toBe(0);

    const run: Drift = remote(create, {stage: "drift", config, credit: 3});
    const subscription = run.answers(of(9)).subscribe();
    const [worker] = workers;
    expect(worker!.sent.at(-1)).toMatchObject({type: "seek", credit: 3});
    worker!.reply(frame(0, 1));
    expect(worker!.sent.at(-1)).toEqual({type: "credit", question: 0, frames: 1});
    subscription.unsubscribe();
  });

  it("drops frames that come late, twice, or to a question that is no more", () => {
    const {create, workers} = scripted();
    const run: Drift = remote(create, {stage: "drift", config});
    const questions = new Subject<number>();
    const seen: number[] = [];
    const subscription = questions.pipe(seek(run), step).subscribe((n) => seen.push(n));
    questions.next(9);
    const {reply} = workers[0]!;
    for (const n of [1, 3, 2, 3, 5]) reply(frame(0, n));
    questions.next(2);
    reply(frame(0, 6));
    reply({type: "failed", question: 0, failure: {kind: "other", text: "stale"}});
    reply(frame(1, 2));
    reply({type: "done", question: 1});
    expect(seen).toEqual([1, 3, 5, 2]);
    subscription.unsubscribe();
  });

  it("opens and closes as the pictures say", () =>
    marbles(({hot, expectObservable, expectSubscriptions}, scheduler) => {
      const {create, workers} = scripted();
      const run: Drift = remote(create, {stage: "drift", config, scheduler});
      const questions = hot("-a---b--|", {a: 5, b: 2});
      const answers = questions.pipe(seek(run), step);
      scheduler.schedule(() => workers[0]!.reply(frame(0, 4)), 3);
      scheduler.schedule(() => workers[0]!.reply(frame(1, 2)), 7);
      scheduler.schedule(() => workers[0]!.reply({type: "done", question: 1}), 10);
      expectObservable(answers).toBe("---x---y--|", {x: 4, y: 2});
      expectSubscriptions(questions.subscriptions).toBe("^-------!");
      scheduler.schedule(() => expect(workers).toMatchObject([{ended: true}]), 11);
    }));

  it("emits nothing after it was unsubscribed from inside next", () => {
    const {create, workers} = scripted();
    const run: Drift = remote(create, {stage: "drift", config});
    const seen: number[] = [];
    const subscription = run.answers(concat(of(9), NEVER)).subscribe(({step}) => {
      seen.push(step);
      if (step === 2) subscription.unsubscribe();
    });
    for (const n of [1, 2, 3]) workers[0]!.reply(frame(0, n));
    expect(seen).toEqual([1, 2]);
    expect(workers[0]).toMatchObject({ended: true});
    expect(workers[0]!.listening()).toBe(0);
  });
});

const historyOf = (run: {history(step: number): readonly number[]; at(step: number): unknown}, n: number) => (
  run.at(n),
  run.history(n)
);

it("a stream of answers can be cut like any other", () => {
  const {run, turnAll, living} = thread();
  const seen: number[] = [];
  of(100)
    .pipe(seek(run, {budget: 1}), step, take(2))
    .subscribe((n) => seen.push(n));
  turnAll();
  expect([seen.length, living()]).toEqual([2, 0]);
});
