import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {split} from "../core/random/key.js";
import type {Key} from "../core/random/threefry.js";
import type {FloatDtype, Tensor} from "../core/tensorData.js";
import {givenDtype, givenFloats} from "../tensor/given.js";
import {zeros} from "../tensor/make.js";
import {lecun, orthogonal} from "./initializers.js";
import type {Module} from "./module.js";
import type {Cell, CellParams, CellState} from "./recurrent.js";
import {unroll, type Unrolled} from "./unroll.js";
import {concat} from "../autodiff/ops/join.js";

/** The size of a recurrent layer. */
export interface RecurrentOptions {
  /** What is done at each position: `elmanCell()`, `gruCell` or `lstmCell`. */
  readonly cell: Cell;
  /** Numbers of a position that go in. */
  readonly inputs: number;
  /** Numbers that are carried from position to position. */
  readonly hidden: number;
  /** float32 unless it is named. */
  readonly dtype?: FloatDtype;
}

/** What goes in: x is [batch, time, inputs]; without a state, it begins with zeros. */
export interface RecurrentInput {
  readonly x: Tensor;
  readonly state?: CellState;
}

/** A state of zeros. */
export const restingState = ({keeps}: Cell, batch: number, hidden: number, dtype: FloatDtype): CellState => {
  const h = zeros([batch, hidden], dtype);
  return keeps ? {h, c: h} : {h};
};

/**
 * A layer of recurrent cells. Weights of the inputs start with variance 1/inputs; those of the state orthogonal, each gate by
 * itself, so that what is remembered neither grows nor fades at first (Saxe et al. 2014); biases at 0.
 *
 * @throws ConfigError for sizes that cannot be.
 */
export function recurrent(options: RecurrentOptions): Module<Required<CellParams>, RecurrentInput, Unrolled> {
  const where = "recurrent";
  checkFields(`${where}.options`, options, ["cell", "inputs", "hidden", "dtype"]);
  const {cell, inputs, hidden, dtype = "float32"} = options;
  whole(`${where}.inputs`, inputs, {least: 1});
  whole(`${where}.hidden`, hidden, {least: 1});
  givenDtype(where, dtype, ["float32", "float64"]);
  const width = cell.gates * hidden;
  const square = (key: Key): Tensor => orthogonal()(key, [hidden, hidden], dtype);
  return {
    init: (key) => {
      const [first, second] = split(key) as [Key, Key]; // two, where no count is named
      return {
        weightInput: lecun()(first, [inputs, width], dtype),
        weightHidden: concat(split(second, cell.gates).map(square), 1),
        biasInput: zeros([width], dtype),
        biasHidden: zeros([width], dtype)
      };
    },
    apply: (params, {x, state}) => {
      const {shape} = givenFloats(where, "x", x);
      return unroll(cell, params, x, state ?? restingState(cell, shape[0] ?? 1, hidden, dtype));
    }
  };
}
