/** Numbers of the section on tensors: sizes of graphs, and the times that the benchmarks kept. */
import * as s from "/lib/scalar.js";
import {kept} from "../../../components/bench.js";
import {COLUMNS, ROWS, type Fused} from "../model/composed.js";
import {layerOfScalars} from "../model/layerTimes.js";

const [BATCH, WIDTH] = [12, 64];

/** Milliseconds of the gradient by one kernel, and by the small operations that it stands for. */
function fusedAgainst(name: Fused) {
  const {ours, theirs, ratio} = kept("pages", `gradient of ${name} ${ROWS}×${COLUMNS}`, "small operations").best;
  return {[`${name}Fused`]: ours, [`${name}Composed`]: theirs, [`${name}Ratio`]: ratio};
}

export const facts = () => {
  const layer = kept("pages", `gradient of a layer, ${BATCH} rows of ${WIDTH}`, "single numbers").best;
  return {
    rowsOfLayer: BATCH,
    widthOfLayer: WIDTH,
    nodes: layerOfScalars(s, BATCH, WIDTH).nodes,
    scalarMs: layer.theirs,
    tensorMs: layer.ours,
    ratio: layer.ratio,
    smallNodes: layerOfScalars(s, 1, 4).nodes,
    rows: ROWS,
    columns: COLUMNS,
    ...fusedAgainst("softmax"),
    ...fusedAgainst("logSoftmax"),
    ...fusedAgainst("layerNorm")
  };
};
