import {defer, map, type OperatorFunction} from "rxjs";
import type {Stage} from "../core/stage.js";
import type {Numbered} from "./moment.js";
import {parts} from "./parts.js";

/** Step numbers in, batches out: the first third of `run`. A batch is addressed by its number, in any order. */
export const batches =
  <C, B, S, M>(stage: Stage<C, B, S, M>, config: C): OperatorFunction<number, Numbered<B>> =>
  (steps) =>
    defer(() => {
      const {batch} = parts(stage, config);
      return steps.pipe(map((step) => ({step, batch: batch(step)})));
    });
