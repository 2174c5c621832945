/** Where a model with experts sends its tokens. */
import {add, mixtureOfExperts, reshape, rmsNorm, trace, type Tensor} from "/lib/tensor.js";
import type {Transformer, TransformerParams} from "/lib/transformer.js";

/** Of each layer, the share of the tokens of ids [batch, seqLen] that each expert is given. */
export function expertUse(
  {apply, config}: Transformer,
  params: TransformerParams,
  ids: Tensor
): readonly (readonly number[])[] {
  const {activations} = trace((p: TransformerParams) => apply(p, ids))(params);
  return params.layers.map(({experts, feedForwardNorm}, i) => {
    const before = activations[i === 0 ? "embedding" : `layers.${i - 1}.residual`]!;
    const stream = add(before, activations[`layers.${i}.attention.output`]!);
    const read = rmsNorm(stream, feedForwardNorm!.weight, {epsilon: config.epsilon});
    const tokens = reshape(read, [ids.data.length, config.width]);
    const {chosenExperts} = mixtureOfExperts(tokens, experts!, {topK: config.expertsPerToken});
    return Array.from(
      {length: config.experts},
      (_, e) => chosenExperts.filter((chosen) => chosen.includes(e)).length / ids.data.length
    );
  });
}
