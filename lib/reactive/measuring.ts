import {map, type OperatorFunction} from "rxjs";
import type {Frame, Opened} from "../core/stage.js";
import type {Moment} from "./moment.js";
import {frameOf, parts} from "./parts.js";

/**
 * States in, frames out: the last third of `run`. Metrics are measured on the batch that the state learns from next,
 * when they are first read: a frame that nobody looks at costs nothing, and what `metrics` throws is thrown there.
 */
export function measuring<B, S, M>(opened: Opened<B, S, M>): OperatorFunction<Moment<B, S>, Frame<S, M>> {
  const {measure} = parts(() => opened);
  return map((moment) => frameOf(moment, measure));
}
