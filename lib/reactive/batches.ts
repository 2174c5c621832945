import {map, type OperatorFunction} from "rxjs";
import type {Opened} from "../core/stage.js";
import type {Numbered} from "./moment.js";
import {parts} from "./parts.js";

/** Step numbers in, batches out: the first third of `run`. A batch is addressed by its number, in any order. */
export function batches<B, S, M>(opened: Opened<B, S, M>): OperatorFunction<number, Numbered<B>> {
  const {batch} = parts(() => opened);
  return map((step) => ({step, batch: batch(step)}));
}
