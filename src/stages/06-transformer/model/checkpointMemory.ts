/** What deep models take at the peak of a step’s gradients, if layers are run in stretches whose inside is forgotten. */
import {
  checkpoint,
  crossEntropy,
  key,
  linear,
  mean,
  peakMemory,
  randomNormal,
  region,
  silu,
  splitKey,
  square,
  tensor,
  valueAndGrad,
  type Tensor
} from "/lib/tensor.js";
import {estimate, llama, transformer, type TransformerParams} from "/lib/transformer.js";
import {decoderInStretches} from "./plainDecoder.js";
import type {DeepKind, StretchMemory, StretchParts} from "./stretches.js";

export const STRETCHED = llama({vocabSize: 65, layers: 16, width: 48, heads: 4, context: 32, tied: true});
const BATCH = 8;
const CHAIN = {layers: 64, rows: 256, width: 48} as const;

/** The gradients of a batch of made-up ids, computed so. */
export function gradientsIn(stretches: number, params: TransformerParams, ran?: () => void): TransformerParams {
  const decoder = decoderInStretches(STRETCHED.heads, stretches, ran);
  const ids = tensor(
    Int32Array.from({length: BATCH * STRETCHED.context}, (_, i) => (i * 7) % STRETCHED.vocabSize),
    {shape: [BATCH, STRETCHED.context]}
  );
  return valueAndGrad((p: TransformerParams) => crossEntropy(decoder(p, ids), ids))(params).grads;
}

/** The same of a chain of small layers, each a product and a bend. */
function chainGradients(stretches: number, weights: readonly Tensor[], x: Tensor, ran: () => void): readonly Tensor[] {
  const size = weights.length / Math.max(1, stretches);
  const stretch = (part: readonly Tensor[], from: Tensor): Tensor =>
    part.reduce((stream, weight) => {
      ran();
      return silu(linear(stream, weight));
    }, from);
  const run = stretches === 0 ? stretch : checkpoint(stretch);
  const loss = (all: readonly Tensor[]): Tensor => {
    const parts = Array.from({length: Math.max(1, stretches)}, (_, i) => all.slice(i * size, (i + 1) * size));
    return mean(square(parts.reduce((stream, part) => run(part, stream), x)));
  };
  return valueAndGrad(loss)(weights).grads;
}

/** Bytes at the peak, and how many layers were run, also again. */
export function stretchMemory(kind: DeepKind, stretches: number): StretchMemory {
  let layers = 0;
  const ran = (): void => void layers++;
  const keys = splitKey(key(1), CHAIN.layers + 1);
  const params = transformer(STRETCHED).init(key(1));
  const [first, ...others] = keys.map((each, i) =>
    randomNormal(each, i === 0 ? [CHAIN.rows, CHAIN.width] : [CHAIN.width, CHAIN.width])
  ) as [Tensor, ...Tensor[]];
  const {bytes} = peakMemory(() =>
    region(() => {
      if (kind === "blocks") gradientsIn(stretches, params, ran);
      else chainGradients(stretches, others, first, ran);
      return 0;
    })
  );
  return {stretches, bytes, layers};
}

/** What theory needs to know of them. What a stretch gives is kept twice: joined to one tensor, and cut out of it again. */
export function stretchParts(kind: DeepKind): StretchParts {
  if (kind === "chain") {
    const stream = 4 * CHAIN.rows * CHAIN.width;
    const gradients = 4 * CHAIN.layers * CHAIN.width * CHAIN.width;
    // inside: a product and a bend, and on the way back a slope for each; gradients are gathered once more by stretches
    return {layers: CHAIN.layers, between: 2 * stream, inside: 4 * stream, rest: 2 * gradients + 4 * stream};
  }
  const bytes = (layers: number) => estimate({...STRETCHED, layers}, {batch: BATCH}).bytes;
  const [one, two] = [bytes(1), bytes(2)];
  const inside = two.activations + two.backward - one.activations - one.backward;
  return {
    layers: STRETCHED.layers,
    between: 2 * 4 * BATCH * STRETCHED.context * STRETCHED.width,
    inside,
    rest: one.activations + one.backward - inside + 2 * bytes(STRETCHED.layers).gradients
  };
}
