import {defer, map, type OperatorFunction} from "rxjs";
import type {Frame, Stage} from "../core/stage.js";
import type {Moment} from "./moment.js";
import {parts} from "./parts.js";

/** States in, frames out: the last third of `run`. Metrics are measured on the batch that the state learns from next. */
export const measuring =
  <C, B, S, M>(stage: Stage<C, B, S, M>, config: C): OperatorFunction<Moment<B, S>, Frame<S, M>> =>
  (moments) =>
    defer(() => {
      const {measure} = parts(stage, config);
      return moments.pipe(map((moment) => ({step: moment.step, state: moment.state, metrics: measure(moment)})));
    });
