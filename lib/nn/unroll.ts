import {concat} from "../autodiff/ops/join.js";
import {expandDims, reshape} from "../autodiff/ops/reshape.js";
import {slice} from "../autodiff/ops/strided.js";
import {where} from "../autodiff/ops/where.js";
import {checkFields} from "../core/checkFields.js";
import {ShapeError} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
import {givenFloats, givenKind} from "../tensor/given.js";
import {tensor} from "../tensor/make.js";
import {foundShape, sameShape} from "../tensor/shape.js";
import {gatesOf, type Cell, type CellParams, type CellState} from "./recurrent.js";

/** Which way time goes, and where it starts anew. */
export interface UnrollOptions {
  /** From the last time to the first. False unless it is named. */
  readonly reverse?: boolean;
  /**
   * [batch, time] truth values: false where a row forgets, so that its state is 0 before that time and no gradient goes
   * further back. True everywhere unless it is named.
   */
  readonly keep?: Tensor;
}

/** What a cell gave at each time, [batch, time, hidden] in the order of time, and the state after its last step. */
export interface Unrolled {
  readonly outputs: Tensor;
  readonly state: CellState;
}

/** The state before a time, with 0 in the rows that forget there. */
function remembered(keep: Tensor | undefined, t: number, state: CellState): CellState {
  if (keep === undefined) return state;
  const [batch = 0, time = 0] = keep.shape;
  const rows = Uint8Array.from({length: batch}, (_, row) => (keep.data[row * time + t] === 0 ? 0 : 1));
  if (!rows.includes(0)) return state;
  const mask = tensor(rows, {shape: [batch, 1], dtype: "bool"});
  const {h, c} = state;
  return {h: where(mask, h, 0), ...(c === undefined ? {} : {c: where(mask, c, 0)})};
}

/**
 * A cell along time, one step after another. Its gradient goes all the way back: backpropagation through time; what comes in
 * as `state` is where it ends, unless it is differentiated too (Werbos 1990).
 *
 * @param x - [batch, time, inputs], with at least one time.
 * @param state - `h`, and `c` of an LSTM, as [batch, hidden].
 * @throws ShapeError for x without a time, and a `keep` of another batch or time.
 */
export function unroll(
  cell: Cell,
  params: CellParams,
  x: Tensor,
  state: CellState,
  options: UnrollOptions = {}
): Unrolled {
  const name = "unroll";
  checkFields(`${name}.options`, options, ["reverse", "keep"]);
  givenFloats(name, "x", x);
  const [batch = 0, time = 0] = x.shape;
  if (x.shape.length !== 3 || time === 0)
    throw new ShapeError(name, "x is [batch, time, inputs], with at least one time", [foundShape("x", x)]);
  const {reverse = false, keep} = options;
  if (
    keep !== undefined &&
    !sameShape(givenKind(name, "keep", keep, "bool", "make truth values of it: notEqual(keep, 0)").shape, [batch, time])
  )
    throw new ShapeError(name, "keep is [batch, time]", [foundShape("keep", keep), foundShape("x", x)]);
  // the part of the inputs is one product for all times
  const gates = gatesOf(params, x);
  const width = gates.shape.at(-1)!;
  const at = (t: number): Tensor => reshape(slice(gates, null, [t, t + 1]), [batch, width]);
  const order = Array.from({length: time}, (_, i) => (reverse ? time - 1 - i : i));
  let now = state;
  const outputs: Tensor[] = [];
  for (const t of order) {
    now = cell.step(params, at(t), remembered(keep, t, now));
    outputs[t] = expandDims(now.h, 1);
  }
  return {outputs: concat(outputs, 1), state: now};
}
