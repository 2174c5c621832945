/** Numbers of the section on tensors: sizes of graphs, times on the machine that builds the book, and derivatives. */
import {composedLayerNorm} from "../../lib/autodiff/fused/norms.js";
import {composedLogSoftmax, composedSoftmax} from "../../lib/autodiff/fused/softmax.js";
import {key} from "../../lib/index.js";
import * as s from "../../lib/scalar.js";
import * as t from "../../lib/tensor.js";
import {best, layerOfScalars, timeLayer} from "../components/figures/layerTimes.js";

const now = (): number => performance.now();
const draw = (seed: number, shape: readonly number[]) => t.randomNormal(key(seed), shape);

/** Milliseconds of the gradient by one kernel, and by the small operations that it stands for. */
function fusedAgainst(
  name: string,
  x: t.Tensor,
  fused: (x: t.Tensor) => t.Tensor,
  composed: (x: t.Tensor) => t.Tensor
) {
  const weight = draw(9, x.shape);
  const gradient = (f: (x: t.Tensor) => t.Tensor) => t.grad((y: t.Tensor) => t.sum(t.mul(f(y), weight)));
  const [one, many] = [gradient(fused), gradient(composed)];
  let [a, b] = [Infinity, Infinity];
  for (let round = 0; round < 20; round++) {
    // in turns, so that whatever else the machine does falls on both
    a = Math.min(
      a,
      best(() => one(x), now, 1)
    );
    b = Math.min(
      b,
      best(() => many(x), now, 1)
    );
  }
  return {[`${name}Fused`]: a, [`${name}Composed`]: b, [`${name}Ratio`]: b / a};
}

const [ROWS, N] = [768, 256];

export const facts = () => {
  const x = draw(1, [ROWS, N]);
  const [weight, bias] = [draw(2, [N]), draw(3, [N])];
  const layer = timeLayer(s, t, 12, 64, now);
  return {
    rowsOfLayer: 12,
    widthOfLayer: 64,
    nodes: layer.nodes,
    scalarMs: layer.scalars,
    tensorMs: layer.tensors,
    ratio: layer.scalars / layer.tensors,
    smallNodes: layerOfScalars(s, 1, 4).nodes,
    rows: ROWS,
    columns: N,
    ...fusedAgainst("softmax", x, (y) => t.softmax(y), composedSoftmax),
    ...fusedAgainst("logSoftmax", x, (y) => t.logSoftmax(y), composedLogSoftmax),
    ...fusedAgainst("layerNorm", x, (y) => t.layerNorm(y, weight, bias), (y) => composedLayerNorm(y, weight, bias, 1e-5)) // prettier-ignore
  };
};
