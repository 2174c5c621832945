/** How much of a gradient comes back through time: an untrained network of recurrent cells, on the letters of a text. */
import {
  add,
  affine,
  concat,
  crossEntropy,
  dense,
  elmanCell,
  fold,
  gatesOf,
  grad,
  gruCell,
  key,
  linear,
  lstmCell,
  randomNormal,
  recurrent,
  restingState,
  slice,
  take,
  tensor,
  zeros,
  type CellParams,
  type CellState,
  type Tensor
} from "/lib/tensor.js";

export type CellName = "elman" | "gru" | "lstm";

interface GradientSetting {
  readonly cell: CellName;
  /** Recurrent weights start orthogonal, times this: so it is their norm. */
  readonly scale: number;
  /** What is added to the sum of the gate that keeps: z of the GRU, f of the LSTM. */
  readonly keepBias: number;
  readonly seed?: number;
}

const CELLS = {elman: elmanCell(), gru: gruCell, lstm: lstmCell} as const;
const HIDDEN = 32;
const WIDTH = 16;
const KEEPER = 1; // the block of the keeping gate, in the GRU and in the LSTM

/** The weights before training, with recurrent ones scaled and the keeping gate moved. */
function weights({cell, scale, keepBias, seed = 1}: GradientSetting): Required<CellParams> {
  const {weightHidden, biasInput, ...rest} = recurrent({
    cell: CELLS[cell],
    inputs: WIDTH,
    hidden: HIDDEN,
    dtype: "float64"
  }).init(fold(key(seed), 1));
  const {gates} = CELLS[cell];
  const bias = Float64Array.from({length: gates * HIDDEN}, (_, i) =>
    gates > 1 && Math.floor(i / HIDDEN) === KEEPER ? keepBias : 0
  );
  return {
    ...rest,
    weightHidden: affine(weightHidden, scale, 0),
    biasInput: add(biasInput, tensor(bias, {shape: [gates * HIDDEN]}))
  };
}

/**
 * The length of the loss’s gradient by what is remembered after each letter, from the first letter to the last: the loss is
 * that of the text’s last letter, after all others were read. For an LSTM it is the length by h and c together.
 */
export function gradientsBack(text: string, setting: GradientSetting): readonly number[] {
  const letters = [...new Set(text)].sort();
  const ids = [...text].map((letter) => letters.indexOf(letter));
  const read = ids.slice(0, -1);
  const {seed = 1} = setting;
  const cell = CELLS[setting.cell];
  const params = weights(setting);
  const table = randomNormal(fold(key(seed), 2), [letters.length, WIDTH], "float64");
  const output = dense({inputs: HIDDEN, outputs: letters.length, dtype: "float64"}).init(fold(key(seed), 3));
  const gates = gatesOf(params, take(table, tensor(read, "int32")));
  const loss = (nudges: readonly [h: Tensor, c: Tensor]): Tensor => {
    let state: CellState = restingState(cell, 1, HIDDEN, "float64");
    for (let t = 0; t < read.length; t++) {
      const {h, c} = cell.step(params, slice(gates, [t, t + 1]), state);
      // nothing is added; the gradient by this nothing is the gradient by the state
      const [dh, dc] = nudges.map((nudge) => slice(nudge, [t, t + 1])) as [Tensor, Tensor];
      state = {h: add(h, dh), ...(c === undefined ? {} : {c: add(c, dc)})};
    }
    return crossEntropy(linear(state.h, output.weight, output.bias), tensor(ids.slice(-1), "int32"));
  };
  const nothing = zeros([read.length, HIDDEN], "float64");
  const slopes = concat([...grad(loss)([nothing, nothing] as const)], 1);
  const width = 2 * HIDDEN;
  return read.map((_, t) => {
    let squares = 0;
    for (let i = 0; i < width; i++) squares += Number(slopes.data[t * width + i]) ** 2;
    return Math.sqrt(squares);
  });
}

/** What the page proves that an Elman network’s gradient cannot be above: each letter back, at most `scale` times as long. */
export const boundsBack = (norms: readonly number[], scale: number): readonly number[] => {
  const last = norms.at(-1) ?? 0;
  let bound = last;
  const bounds = norms.map(() => {
    const now = bound;
    bound *= scale;
    return now;
  });
  return bounds.reverse();
};
