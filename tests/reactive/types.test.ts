import type {Worker as Thread, parentPort} from "node:worker_threads";
import {map, of, type Observable, type OperatorFunction} from "rxjs";
import {describe, expectTypeOf, it} from "vitest";
import type {Frame} from "../../lib/core/stage.js";
import {batches} from "../../lib/reactive/batches.js";
import {clock} from "../../lib/reactive/clock.js";
import {every} from "../../lib/reactive/every.js";
import {measuring} from "../../lib/reactive/measuring.js";
import type {Moment, Numbered} from "../../lib/reactive/moment.js";
import type {Port} from "../../lib/reactive/worker/port.js";
import {progress, type Progress} from "../../lib/reactive/progress.js";
import {remote, type Remote, type RemoteOf} from "../../lib/reactive/remote.js";
import {run} from "../../lib/reactive/run.js";
import {seek} from "../../lib/reactive/seek.js";
import type {Seekable} from "../../lib/reactive/seekable.js";
import type {serve} from "../../lib/reactive/serve.js";
import {served} from "../../lib/reactive/worker/served.js";
import {ticks} from "../../lib/reactive/ticks.js";
import {timeline, type Timeline} from "../../lib/reactive/timeline.js";
import {toAsyncIterable} from "../../lib/reactive/toAsyncIterable.js";
import {training} from "../../lib/reactive/training.js";
import {markov, type MarkovMetrics} from "../../lib/stages/01-markov/markov.js";
import type {MarkovConfig} from "../../lib/stages/01-markov/markovConfig.js";
import type {Ngrams} from "../../lib/stages/01-markov/ngrams.js";
import type {Tokenizer} from "../../lib/text/tokenizer.js";
import {drift, type DriftConfig, type DriftState} from "./fixtures/stages.js";

const config: DriftConfig = {rate: 1, seed: 1};
type F = Frame<DriftState, number>;

describe("types", () => {
  it("flow through a pipeline without a word", () => {
    expectTypeOf(batches(drift(config))).toEqualTypeOf<OperatorFunction<number, Numbered<number>>>();
    expectTypeOf(training(drift(config))).toEqualTypeOf<
      OperatorFunction<Numbered<number>, Moment<number, DriftState>>
    >();
    expectTypeOf(measuring(drift(config))).toEqualTypeOf<OperatorFunction<Moment<number, DriftState>, F>>();
    const frames = ticks().pipe(run(drift, config), every(10));
    expectTypeOf(frames).toEqualTypeOf<Observable<F>>();
    expectTypeOf(frames.pipe(progress(10))).toEqualTypeOf<Observable<Progress<F>>>();
    expectTypeOf(
      frames.pipe(
        every(2),
        map(({metrics}) => metrics)
      )
    ).toEqualTypeOf<Observable<number>>();
    expectTypeOf(toAsyncIterable(frames)).toEqualTypeOf<AsyncIterable<F, undefined, undefined>>();
  });

  it("are the same for a run here and a run there", () => {
    const here = timeline(drift, config);
    expectTypeOf(here).toExtend<Timeline<DriftConfig, DriftState, number>>();
    expectTypeOf(here.fork(1, {rate: 2})).toEqualTypeOf<typeof here>();
    expectTypeOf(clock(of()).pipe(seek(here))).toEqualTypeOf<Observable<F>>();
    const stages = {
      drift: served(drift),
      seen: served(
        drift,
        () =>
          ({state}) =>
            String(state.x)
      )
    };
    expectTypeOf<RemoteOf<(typeof stages)["drift"]>>().toEqualTypeOf<Remote<DriftConfig, DriftState, number>>();
    expectTypeOf<RemoteOf<(typeof stages)["seen"]>>().toEqualTypeOf<Remote<DriftConfig, string, number>>();
    expectTypeOf<RemoteOf<(typeof stages)["drift"]>>().toExtend<Seekable<DriftConfig, DriftState, number>>();
    expectTypeOf(stages).toExtend<Parameters<typeof serve>[1]>();
    const there: RemoteOf<(typeof stages)["seen"]> = remote(() => expectTypeOf as never, {stage: "seen", config});
    expectTypeOf(there.lastFrame()).toEqualTypeOf<Frame<string, number> | undefined>();
  });

  it("take the config's type from the stage, not from what is given", () => {
    const {corpus} = {corpus: "a text"};
    timeline(markov, {corpus, order: 4}).fork(3, {smoothing: {method: "add-k"}});
    const markov3: MarkovConfig = {corpus};
    expectTypeOf(run(markov, markov3)).toEqualTypeOf<OperatorFunction<number, Frame<Ngrams, MarkovMetrics>>>();
    expectTypeOf(timeline(markov, {corpus}).opened().tokenizer).toEqualTypeOf<Tokenizer>();
    // @ts-expect-error: no such setting
    run(markov, {corpus, batchsize: 1000});
    // @ts-expect-error: no such setting
    timeline(markov, {corpus, batchsize: 1000});
    // @ts-expect-error: of another type
    run(drift, {rate: "1", seed: 1});
    // @ts-expect-error: the state of another stage
    run(drift, config, {step: 1, state: {y: 1}});
    const line = () => expectTypeOf as never;
    // @ts-expect-error: no such setting
    const there: Remote<DriftConfig, DriftState, number> = remote(line, {stage: "drift", config: {rate: 1, sead: 1}});
    expectTypeOf(there).toExtend<object>();
  });

  it("of a stage written without a type of its own are found", () => {
    const counter = ({by}: {readonly by: number}) => ({
      data: (step: number) => step,
      model: () => 0n,
      step: (sum: bigint, batch: number) => sum + BigInt(by * batch),
      metrics: (sum: bigint) => String(sum),
      unit: "apples"
    });
    const counted = timeline(counter, {by: 2});
    expectTypeOf(counted.at).returns.toEqualTypeOf<Frame<bigint, string>>();
    expectTypeOf(counted.opened().unit).toEqualTypeOf<string>();
    expectTypeOf(run(counter, {by: 2})).toEqualTypeOf<OperatorFunction<number, Frame<bigint, string>>>();
    const shown = served(
      counter,
      ({unit}, {by}) =>
        ({state}) =>
          `${state} ${unit} by ${by}`
    );
    expectTypeOf({shown}).toExtend<Parameters<typeof serve>[1]>();
    expectTypeOf<RemoteOf<typeof shown>>().toEqualTypeOf<Remote<{readonly by: number}, string, string>>();
  });

  it("refuse a change that the config does not have", () => {
    const here = timeline(drift, config);
    // @ts-expect-error: no such setting
    here.fork(1, {ratio: 2});
    // @ts-expect-error: of another type
    here.fork(1, {rate: "2"});
  });

  it("take the workers of browsers and of Node as they are", () => {
    expectTypeOf<Worker>().toExtend<Port>();
    expectTypeOf<Thread>().toExtend<Port>();
    expectTypeOf<typeof parentPort>().toExtend<Parameters<typeof serve>[0]>();
    expectTypeOf<MessagePort>().toExtend<Port>();
    expectTypeOf<Window & typeof globalThis>().toExtend<Port>();
  });
});
