/** Recurrent cells: what a network of them remembers is carried from one time to the next. */
import {add, mul, sub} from "../autodiff/ops/binary.js";
import {linear, matmul} from "../autodiff/ops/matmul.js";
import {slice} from "../autodiff/ops/strided.js";
import {sigmoid, tanh} from "../autodiff/ops/unary.js";
import type {Tensor} from "../core/tensorData.js";

/**
 * Weights of a cell: `weightInput` is [inputs, gates · hidden], `weightHidden` [hidden, gates · hidden], and each bias
 * [gates · hidden]. A cell may have no biases.
 */
export interface CellParams {
  readonly weightInput: Tensor;
  readonly weightHidden: Tensor;
  readonly biasInput?: Tensor;
  readonly biasHidden?: Tensor;
}

/** What a cell remembers: `h` is [batch, hidden], and so is the LSTM's `c`. */
export interface CellState {
  readonly h: Tensor;
  readonly c?: Tensor;
}

/** A kind of cell. */
export interface Cell {
  /** How many blocks of `hidden` columns its weights have. */
  readonly gates: number;
  /** Whether it remembers a `c` besides its `h`. */
  readonly keeps: boolean;
  /** The next state from the inputs' part of all gates, x·weightInput + biasInput, and the state. */
  readonly step: (params: CellParams, gates: Tensor, state: CellState) => CellState;
}

/** The inputs' part of all gates, for any number of times at once. */
export const gatesOf = ({weightInput, biasInput}: CellParams, x: Tensor): Tensor => linear(x, weightInput, biasInput);

const fromHidden = ({weightHidden, biasHidden}: CellParams, h: Tensor): Tensor =>
  biasHidden === undefined ? matmul(h, weightHidden) : linear(h, weightHidden, biasHidden);

/** Block i of the gates: its columns. */
const gate = (gates: Tensor, hidden: number, i: number): Tensor => slice(gates, null, [i * hidden, (i + 1) * hidden]);

/** h ← f(x·W + h·U) (Elman 1990). */
export const elmanCell = (activation: (x: Tensor) => Tensor = tanh): Cell => ({
  gates: 1,
  keeps: false,
  step: (params, gates, {h}) => ({h: activation(add(gates, fromHidden(params, h)))})
});

/**
 * Gates r (reset) and z (keep), then h ← (1 − z)·n + z·h with n = tanh(xₙ + r·(h·Uₙ + b)) (Cho et al. 2014, with PyTorch's
 * order r, z, n, and its reset after the product).
 */
export const gruCell: Cell = {
  gates: 3,
  keeps: false,
  step: (params, gates, {h}) => {
    const hidden = h.shape.at(-1)!;
    const own = fromHidden(params, h);
    const r = sigmoid(add(gate(gates, hidden, 0), gate(own, hidden, 0)));
    const z = sigmoid(add(gate(gates, hidden, 1), gate(own, hidden, 1)));
    const n = tanh(add(gate(gates, hidden, 2), mul(r, gate(own, hidden, 2))));
    return {h: add(n, mul(z, sub(h, n)))};
  }
};

/**
 * Gates i (write), f (keep), g (what), o (read): c ← f·c + i·g, h ← o·tanh(c) (Hochreiter & Schmidhuber 1997, with the
 * forget gate of Gers et al. 2000, in PyTorch's order).
 */
export const lstmCell: Cell = {
  gates: 4,
  keeps: true,
  step: (params, gates, {h, c}) => {
    const hidden = h.shape.at(-1)!;
    const all = add(gates, fromHidden(params, h));
    const [i, f, o] = [0, 1, 3].map((at) => sigmoid(gate(all, hidden, at))) as [Tensor, Tensor, Tensor];
    const g = tanh(gate(all, hidden, 2));
    const next = add(mul(f, c ?? h), mul(i, g));
    return {h: mul(o, tanh(next)), c: next};
  }
};
