import {ConfigError, found} from "../core/errors.js";
import type {Tensor} from "../core/tensor.js";
import {swiglu} from "../autodiff/fused/activations.js";
import {softmax} from "../autodiff/fused/softmax.js";
import {affine} from "../autodiff/ops/affine.js";
import {div, mul} from "../autodiff/ops/binary.js";
import {sum} from "../autodiff/ops/broadcast.js";
import {embedding, scatterAdd, takeAlongAxis} from "../autodiff/ops/gather.js";
import {matmul} from "../autodiff/ops/matmul.js";
import {mean} from "../autodiff/ops/reduce.js";
import {reshape} from "../autodiff/ops/reshape.js";
import {slice} from "../autodiff/ops/strided.js";
import {tensor, zeros} from "../tensor/make.js";

/** Weights of a layer of experts, each a SwiGLU: gate and up [experts, in, hidden], down [experts, hidden, in]. */
export interface ExpertParams {
  /** [in, experts] */
  readonly router: Tensor;
  readonly gate: Tensor;
  readonly up: Tensor;
  readonly down: Tensor;
}

/** What a layer of experts did. */
export interface ExpertResult {
  /** [tokens, in] */
  readonly output: Tensor;
  /** The experts of each token, the likeliest first; of equal ones, the first. */
  readonly chosenExperts: readonly (readonly number[])[];
  /** [tokens, experts] */
  readonly routerProbs: Tensor;
  /** experts · Σ_e (tokens that chose e / tokens) · (mean router probability of e): least where all are used alike. */
  readonly loadBalancingLoss: Tensor;
}

function topOf(probs: Tensor, k: number): readonly (readonly number[])[] {
  const [tokens, experts] = probs.shape as readonly [number, number];
  const {data} = probs;
  return Array.from({length: tokens}, (_, t) =>
    Array.from({length: experts}, (_, e) => e)
      .sort((a, b) => data[t * experts + b]! - data[t * experts + a]! || a - b)
      .slice(0, k)
  );
}

/**
 * A sparse layer (Shazeer et al. 2017; Fedus et al. 2022): each token goes to its `topK` likeliest experts, and their
 * outputs are added up, weighted by the router's probabilities (divided by their sum where `renormalize` is true).
 *
 * @param x - [tokens, in].
 * @throws ConfigError unless topK is between 1 and the number of experts.
 */
export function mixtureOfExperts(
  x: Tensor,
  {router, gate, up, down}: ExpertParams,
  {topK, renormalize = true}: {readonly topK: number; readonly renormalize?: boolean}
): ExpertResult {
  const [tokens, width] = x.shape as readonly [number, number];
  const experts = router.shape[1]!;
  if (!Number.isInteger(topK) || topK < 1 || topK > experts)
    throw new ConfigError("mixtureOfExperts", `\`topK\` is between 1 and ${experts}`, [found("topK", topK)]);
  const routerProbs = softmax(matmul(x, router));
  const chosenExperts = topOf(routerProbs, topK);
  const chosen = takeAlongAxis(routerProbs, tensor(chosenExperts, {dtype: "int32", shape: [tokens, topK]}));
  const weights = renormalize ? div(chosen, sum(chosen, {axes: -1, keepDims: true})) : chosen;
  const flat = reshape(weights, [tokens * topK, 1]);
  let output = zeros([tokens, width], x.dtype);
  for (let e = 0; e < experts; e++) {
    const places = chosenExperts.flatMap((list, t) =>
      list.flatMap((expert, i) => (expert === e ? [[t, t * topK + i] as const] : []))
    );
    if (places.length === 0) continue;
    const ids = tensor(
      places.map(([t]) => t),
      "int32"
    );
    const rows = embedding(x, ids);
    const of = (weight: Tensor): Tensor => reshape(slice(weight, [e, e + 1]), weight.shape.slice(1));
    const result = matmul(swiglu(matmul(rows, of(gate)), matmul(rows, of(up))), of(down));
    const scale = embedding(
      flat,
      tensor(
        places.map(([, i]) => i),
        "int32"
      )
    );
    output = scatterAdd(output, ids, mul(result, scale));
  }
  const shares = Array.from(
    {length: experts},
    (_, e) => chosenExperts.filter((list) => list.includes(e)).length / tokens
  );
  const balance = mul(
    tensor(shares, routerProbs.dtype === "float64" ? "float64" : "float32"),
    mean(routerProbs, {axes: 0})
  );
  return {output, chosenExperts, routerProbs, loadBalancingLoss: affine(sum(balance), experts, 0)};
}
