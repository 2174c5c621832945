/** A decoder of Llama’s form, written out, so that its blocks can be put together in other ways. */
import {
  add,
  attention,
  checkpoint,
  embedding,
  linear,
  matmul,
  reshape,
  rmsNorm,
  rope,
  ropeAngles,
  ropeFrequencies,
  swiglu,
  type Tensor
} from "/lib/tensor.js";
import type {BlockParams, TransformerParams} from "/lib/transformer.js";

/** Ids [batch, seqLen] to logits [batch, seqLen, vocabSize]. */
type Decoder = (params: TransformerParams, ids: Tensor) => Tensor;

/** A block with norms before its parts: x [batch, seqLen, width] with what attention and the gated layer add. */
function block({attentionNorm, attention: a, feedForwardNorm, feedForward: f}: BlockParams, x: Tensor, heads: number) {
  const [batch, length, width] = x.shape as readonly [number, number, number];
  const cut = (y: Tensor): Tensor => reshape(y, [batch, length, heads, width / heads]);
  const angles = ropeAngles(
    Array.from({length}, (_, i) => i),
    ropeFrequencies(width / heads)
  );
  const read = rmsNorm(x, attentionNorm.weight);
  const [query, key, value] = [a.query, a.key, a.value].map(({weight}) => cut(linear(read, weight))) as [
    Tensor,
    Tensor,
    Tensor
  ];
  const turned = [query, key].map((y) => rope(y, angles, {axis: 1})) as [Tensor, Tensor];
  const seen = reshape(attention(...turned, value, {causal: true, headAxis: 2}), [batch, length, width]);
  const after = add(x, linear(seen, a.output.weight));
  const thought = rmsNorm(after, feedForwardNorm!.weight);
  return add(after, linear(swiglu(linear(thought, f!.gate!.weight), linear(thought, f!.up.weight)), f!.down.weight));
}

/** What the blocks of a stretch do to the stream, one after another. */
type Stretch = (layers: readonly BlockParams[], x: Tensor) => Tensor;

/**
 * A decoder whose blocks are run in so many stretches of equal length. Of each stretch only what goes in is kept, and its inside is computed
 * again on the way back; with 0 stretches everything is kept.
 *
 * @param ran - told of every block that is run, also again
 */
export function decoderInStretches(heads: number, stretches: number, ran: () => void = () => undefined): Decoder {
  const stretch: Stretch = (layers, x) =>
    layers.reduce((stream, each) => {
      ran();
      return block(each, stream, heads);
    }, x);
  return ({embedding: table, layers, norm, unembedding}, ids) => {
    const size = layers.length / Math.max(1, stretches);
    const parts = Array.from({length: Math.max(1, stretches)}, (_, i) => layers.slice(i * size, (i + 1) * size));
    const run = stretches === 0 ? stretch : checkpoint(stretch);
    const last = rmsNorm(
      parts.reduce((x, part) => run(part, x), embedding(table.weight, ids)),
      norm!.weight
    );
    return unembedding === undefined
      ? matmul(last, table.weight, {transposeB: true})
      : matmul(last, unembedding.weight);
  };
}
