import {whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {ShapeError} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
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
import {commonDtype} from "../tensor/backend.js";
import {givenFloats} from "../tensor/given.js";
import {tensor, zeros} from "../tensor/make.js";
import {foundShape} from "../tensor/shape.js";

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

/** How many experts a token goes to, and whether their weights are made to sum to 1. */
export interface ExpertOptions {
  /** How many experts each position is sent to. */
  readonly topK: number;
  /** True unless it is named. */
  readonly renormalize?: boolean;
}

function check(x: Tensor, params: ExpertParams): void {
  const where = "mixtureOfExperts";
  givenFloats(where, "x", x);
  checkFields(`${where}.params`, params, ["router", "gate", "up", "down"]);
  const {router, gate, up, down} = params;
  const named = Object.entries({router, gate, up, down});
  for (const [name, weight] of named) givenFloats(where, name, weight);
  commonDtype(where, [x, router, gate, up, down], ["x", ...named.map(([name]) => name)]);
  const [width, experts, hidden] = [x.shape.at(-1), router.shape.at(-1), gate.shape.at(-1)];
  const fit =
    x.shape.length === 2 &&
    isShape(router, [width, experts]) &&
    isShape(gate, [experts, width, hidden]) &&
    isShape(up, [experts, width, hidden]) &&
    isShape(down, [experts, hidden, width]);
  if (!fit)
    throw new ShapeError(
      where,
      "x [tokens, in], router [in, experts], gate and up [experts, in, hidden], down [experts, hidden, in]",
      [foundShape("x", x), ...named.map(([name, weight]) => foundShape(name, weight))]
    );
}

const isShape = ({shape}: Tensor, expected: readonly (number | undefined)[]): boolean =>
  shape.length === expected.length && shape.every((extent, i) => extent === expected[i]);

/**
 * A sparse layer (Shazeer et al. 2017; Fedus et al. 2022): each token goes to its `topK` likeliest experts, and their
 * outputs are added up, weighted by the router's probabilities (divided by their sum where `renormalize` is true).
 *
 * @param x - [tokens, in].
 * @throws ShapeError, with all shapes, if they do not fit; ConfigError unless topK is between 1 and the number of experts.
 */
export function mixtureOfExperts(x: Tensor, params: ExpertParams, options: ExpertOptions): ExpertResult {
  check(x, params);
  const {router, gate, up, down} = params;
  const [tokens, width] = x.shape as readonly [number, number];
  const experts = router.shape[1]!;
  checkFields("mixtureOfExperts.options", options, ["topK", "renormalize"]);
  const {topK, renormalize = true} = options;
  whole("mixtureOfExperts.topK", topK, {least: 1, most: experts});
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
