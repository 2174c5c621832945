import {valueAndGrad} from "../../lib/autodiff/grad.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {mixtureOfExperts} from "../../lib/nn/mixtureOfExperts.js";
import {ropeAngles, ropeFrequencies} from "../../lib/nn/ropeFrequencies.js";
import * as t from "../../lib/tensor.js";
import {compare, kinds, outputAndGrads, read, type Compute} from "./tensor.js";
import {number, numbers, type Check, type Families, type GoldenCase} from "./types.js";

const option = (value: unknown): number | undefined =>
  value === null || value === undefined ? undefined : number(value);

const crossEntropy: Compute = ({logits, targets}, {config}) =>
  t.crossEntropy(logits!, targets!, {
    ignoreIndex: number(config["ignoreIndex"]),
    labelSmoothing: number(config["labelSmoothing"]),
    zLoss: number(config["zLoss"]),
    reduction: config["reduction"] as "mean" | "sum" | "none"
  });

const norm: Compute = ({x, weight, bias}, {config}) => {
  const options = {epsilon: number(config["epsilon"])};
  return config["op"] === "layerNorm" ? t.layerNorm(x!, weight!, bias!, options) : t.rmsNorm(x!, weight!, options);
};

const activations: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  relu: t.relu,
  tanh: t.tanh,
  sigmoid: t.sigmoid,
  silu: t.silu,
  gelu: (x) => t.gelu(x),
  geluErf: (x) => t.gelu(x),
  geluTanh: (x) => t.gelu(x, {approximation: "tanh"})
};

const feedForward: Compute = ({x, w1, b1, w2, b2, gate, up, down}, {config}) => {
  const op = String(config["op"]);
  if (op === "mlp") return t.linear(activations[String(config["activation"])]!(t.linear(x!, w1!, b1)), w2!, b2);
  if (op === "swiglu") return t.matmul(t.swiglu(t.matmul(x!, gate!), t.matmul(x!, up!)), down!);
  const act = op === "geglu" ? t.gelu : t.relu;
  return t.matmul(t.mul(act(t.matmul(x!, gate!)), t.matmul(x!, up!)), down!);
};

const sdpa: Compute = ({query, key, value, mask}, {config}) => {
  const window = option(config["window"]);
  const softcap = option(config["softcap"]);
  return t.attention(query!, key!, value!, {
    causal: config["causal"] === true,
    prefix: number(config["prefix"]),
    scale: number(config["scale"]),
    ...(window === undefined ? {} : {window}),
    ...(softcap === undefined ? {} : {softcap}),
    ...(config["alibi"] === true ? {slopes: numbers(config["slopes"])} : {}),
    ...(mask === undefined ? {} : {mask})
  });
};

const multiHead: Compute = ({x, wq, wk, wv, wo}, {config}) => {
  const [heads, kvHeads, causal] = [number(config["heads"]), number(config["kvHeads"]), config["causal"] === true];
  const qkv = t.concat([t.matmul(x!, wq!), t.matmul(x!, wk!), t.matmul(x!, wv!)], -1);
  return t.matmul(t.selfAttention(qkv, {heads, kvHeads, causal}), wo!);
};

const rope: Compute = ({x}, {config}) => {
  const frequencies = ropeFrequencies(x!.shape.at(-1)!, {base: number(config["base"])});
  const angles = ropeAngles(numbers(config["positions"]), frequencies);
  return t.rope(x!, angles, {variant: config["variant"] as t.RopeVariant});
};

const experts = ({x, router, gate, up, down}: Readonly<Record<string, Tensor>>, {config}: GoldenCase) =>
  mixtureOfExperts(
    x!,
    {router: router!, gate: gate!, up: up!, down: down!},
    {
      topK: number(config["topK"]),
      renormalize: config["renormalise"] === true
    }
  );

function moe(golden: GoldenCase): readonly Check[] {
  const {inputs, expected} = golden;
  const rest = kinds(golden).flatMap(([dtype, forward, backward]) => {
    const params = Object.fromEntries(
      ["x", "router", "gate", "up", "down"].map((name) => [name, read(inputs[name], dtype)])
    );
    const {chosenExperts, routerProbs, loadBalancingLoss} = experts(params, golden);
    const {grads} = valueAndGrad((p: typeof params) => experts(p, golden).loadBalancingLoss)(params);
    return [
      {
        what: `${dtype} experts`,
        actual: {list: chosenExperts},
        expected: {list: listOf(expected["chosenExperts"])},
        tolerance: 0
      },
      compare(`${dtype} router`, routerProbs, expected["routerProbs"], forward),
      {
        what: `${dtype} balance`,
        actual: t.item(loadBalancingLoss),
        expected: scalarOf(expected["loadBalancingLoss"]),
        tolerance: forward
      },
      compare(`${dtype} gradient of balance`, grads["router"]!, expected["loadBalancingGradRouter"], backward)
    ];
  });
  return [...outputAndGrads(golden, (tensors) => experts(tensors, golden).output), ...rest];
}

const listOf = (value: unknown): unknown => (Array.isArray(value) ? value : (value as {readonly data: unknown}).data);
const scalarOf = (value: unknown): number =>
  number(typeof value === "object" && value !== null ? (value as {readonly data: unknown}).data : value);

const family = (compute: Compute) => (golden: GoldenCase) => outputAndGrads(golden, compute);

export const families: Families = {
  loss_cross_entropy: family(crossEntropy),
  norm_layers: family(norm),
  ffn_layers: family(feedForward),
  ffn_moe: moe,
  attn_sdpa: family(sdpa),
  attn_multi_head: family(multiHead),
  rope_apply: family(rope)
};
