import {reshape} from "../../autodiff/ops/reshape.js";
import {split} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import type {FloatDtype, Tensor} from "../../core/tensorData.js";
import {dense, type DenseParams} from "../../nn/dense.js";
import {normalOf} from "../../nn/initializers.js";
import {lookup, type LookupParams} from "../../nn/lookup.js";
import type {Module} from "../../nn/module.js";
import {elmanCell, gruCell, lstmCell, type CellParams, type CellState} from "../../nn/recurrent.js";
import {recurrent as layerOf, restingState} from "../../nn/recurrentLayer.js";
import {unroll} from "../../nn/unroll.js";

/** Kinds of cells by their names. */
const CELLS = {elman: elmanCell(), gru: gruCell, lstm: lstmCell} as const;

/** `embedding.weight` is [vocabulary, width]; `cell` has the cell's weights; `output` is a dense layer, [hidden, vocabulary]. */
export interface RecurrentParams {
  readonly embedding: LookupParams;
  readonly cell: Required<CellParams>;
  readonly output: DenseParams;
}

/** Ids to read, [batch, time], what is remembered before them, and where it is forgotten. */
interface Reading {
  readonly inputs: Tensor;
  readonly carried: CellState;
  readonly keep?: Tensor;
}

/** Logits of what follows each id that was read, [batch, time, vocabulary], and what is remembered after the last. */
interface Read {
  readonly logits: Tensor;
  readonly carried: CellState;
}

/** A network that reads token by token. */
interface RecurrentNetwork extends Module<RecurrentParams, Reading, Read> {
  /** What it remembers before it has read anything: zeros. */
  readonly resting: (batch: number, dtype?: FloatDtype) => CellState;
}

interface Sizes {
  readonly cell: keyof typeof CELLS;
  readonly vocabulary: number;
  readonly width: number;
  readonly hidden: number;
}

/**
 * The vector of each token goes into a layer of cells, and what the layer gives into logits. The last layer's weights start a
 * tenth as large as usual, so that the first loss is near ln V.
 */
export function recurrentNetwork({cell: name, vocabulary, width, hidden}: Sizes): RecurrentNetwork {
  const cell = CELLS[name];
  const table = lookup({count: vocabulary, width, initializer: normalOf(1)});
  const layer = layerOf({cell, inputs: width, hidden});
  const output = dense({inputs: hidden, outputs: vocabulary, gain: 0.01});
  return {
    init: (key) => {
      const [first, second, third] = split(key, 3) as [Key, Key, Key];
      return {embedding: table.init(first), cell: layer.init(second), output: output.init(third)};
    },
    apply: (params, {inputs, carried, keep}) => {
      const vectors = table.apply(params.embedding, inputs);
      const {outputs, state} = unroll(cell, params.cell, vectors, carried, keep === undefined ? {} : {keep});
      const [batch = 0, time = 0] = inputs.shape;
      const rows = output.apply(params.output, reshape(outputs, [batch * time, hidden]));
      return {logits: reshape(rows, [batch, time, vocabulary]), carried: state};
    },
    resting: (batch, dtype = "float32") => restingState(cell, batch, hidden, dtype)
  };
}
