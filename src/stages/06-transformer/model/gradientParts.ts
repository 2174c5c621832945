/** How large the numbers of a transformer’s gradients are: those of its weights, and those that go back through it. */
import {leaves} from "/lib/index.js";
import {add, crossEntropy, trace, valueAndGrad, zerosLike, type Tensor} from "/lib/tensor.js";
import type {SequenceBatch} from "/lib/stages/transformer.js";
import type {Edit, Transformer, TransformerParams} from "/lib/transformer.js";
import type {GradientSize} from "../../../components/lossScale.js";
import type {GradientPart, PartSizes} from "./precisionSpec.js";

/** Counts of numbers by their exponents; zeros are left out. */
function sizesOf(tensors: readonly Tensor[]): readonly GradientSize[] {
  const counts = new Map<number, number>();
  for (const {data} of tensors)
    for (const g of data as Float32Array)
      if (g !== 0) {
        const exponent = Math.floor(Math.log2(Math.abs(g)));
        counts.set(exponent, (counts.get(exponent) ?? 0) + 1);
      }
  return [...counts].map(([exponent, count]) => ({exponent, count})).sort((a, b) => a.exponent - b.exponent);
}

/** Slopes of a batch’s loss by parts of the model, and by what the model computes on its way. */
export function gradientParts(
  {apply}: Transformer,
  params: TransformerParams,
  {inputs, targets}: SequenceBatch
): readonly PartSizes[] {
  const {activations} = trace((p: TransformerParams) => apply(p, inputs))(params);
  const stream = Object.keys(activations).filter((name) => name.endsWith("residual"));
  const probed = [...stream, "logits"];
  // a tensor of zeros that is added to an activation has its slope
  const moved = Object.fromEntries(probed.map((name) => [name, zerosLike(activations[name]!)]));
  const loss = ({p, by}: {readonly p: TransformerParams; readonly by: Readonly<Record<string, Tensor>>}): Tensor => {
    const edit: Edit = (name, x) => (by[name] === undefined ? x : add(x, by[name]));
    return crossEntropy(apply(p, inputs, {edit}), targets);
  };
  const {grads} = valueAndGrad(loss)({p: params, by: moved});
  const of = (matches: (path: string) => boolean): readonly GradientSize[] =>
    sizesOf(leaves(grads.p).flatMap(([path, leaf]) => (matches(path) ? [leaf as Tensor] : [])));
  const parts: Readonly<Record<GradientPart, readonly GradientSize[]>> = {
    embedding: of((path) => path.startsWith("embedding")),
    attention: of((path) => path.includes(".attention.")),
    feedForward: of((path) => path.includes(".feedForward.")),
    norms: of((path) => /norm/i.test(path)),
    stream: sizesOf(stream.map((name) => grads.by[name]!)),
    logits: sizesOf([grads.by["logits"]!])
  };
  return Object.entries(parts).map(([part, sizes]) => ({part: part as GradientPart, sizes}));
}
