import {concat} from "../autodiff/ops/join.js";
import {expandDims, reshape} from "../autodiff/ops/reshape.js";
import {slice} from "../autodiff/ops/strided.js";
import {checkFields} from "../core/checkFields.js";
import {ShapeError} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
import {givenFloats} from "../tensor/given.js";
import {foundShape} from "../tensor/shape.js";
import {gatesOf, type Cell, type CellParams, type CellState} from "./recurrent.js";

/** Which way time goes. */
export interface UnrollOptions {
  /** From the last time to the first. False unless it is named. */
  readonly reverse?: boolean;
}

/** What a cell gave at each time, [batch, time, hidden] in the order of time, and the state after its last step. */
export interface Unrolled {
  readonly outputs: Tensor;
  readonly state: CellState;
}

/**
 * A cell along time, one step after another. Its gradient goes all the way back: backpropagation through time; what comes in
 * as `state` is where it ends, unless it is differentiated too (Werbos 1990).
 *
 * @param x - [batch, time, inputs], with at least one time.
 * @param state - `h`, and `c` of an LSTM, as [batch, hidden].
 * @throws ShapeError for x without a time.
 */
export function unroll(
  cell: Cell,
  params: CellParams,
  x: Tensor,
  state: CellState,
  options: UnrollOptions = {}
): Unrolled {
  const where = "unroll";
  checkFields(`${where}.options`, options, ["reverse"]);
  givenFloats(where, "x", x);
  const [batch = 0, time = 0] = x.shape;
  if (x.shape.length !== 3 || time === 0)
    throw new ShapeError(where, "x is [batch, time, inputs], with at least one time", [foundShape("x", x)]);
  // the part of the inputs is one product for all times
  const gates = gatesOf(params, x);
  const width = gates.shape.at(-1)!;
  const at = (t: number): Tensor => reshape(slice(gates, null, [t, t + 1]), [batch, width]);
  const order = Array.from({length: time}, (_, i) => (options.reverse === true ? time - 1 - i : i));
  let now = state;
  const outputs: Tensor[] = [];
  for (const t of order) {
    now = cell.step(params, at(t), now);
    outputs[t] = expandDims(now.h, 1);
  }
  return {outputs: concat(outputs, 1), state: now};
}
