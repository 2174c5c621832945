/** How long a training step of a transformer takes, by a clock that is handed in. */
import {hash} from "/lib/index.js";
import {adamw, adamwInit, crossEntropy, inRegion, key, tensor, valueAndGrad, type Tensor} from "/lib/tensor.js";
import {llama, transformer, type TransformerParams} from "/lib/transformer.js";

const [BATCH, LENGTH, ROUNDS] = [12, 64, 5];

interface StepTime {
  /** The best of several rounds. */
  readonly milliseconds: number;
  /** The fingerprint of the parameters after a step. */
  readonly hash: string;
}

export function stepTime(width: number, now: () => number): StepTime {
  const model = transformer(llama({vocabSize: 80, layers: 2, width, heads: 4, context: LENGTH, tied: true}));
  const params = model.init(key(1));
  const optimizer = adamwInit(params);
  const ids = tensor(
    Int32Array.from({length: BATCH * LENGTH}, (_, i) => (i * 7) % 80),
    {shape: [BATCH, LENGTH]}
  );
  const loss = (p: TransformerParams): Tensor => crossEntropy(model.apply(p, ids), ids);
  const step = inRegion(
    (p: TransformerParams) => adamw(p, valueAndGrad(loss)(p).grads, optimizer, {learningRate: 0.001})[0]
  );
  let after = step(params);
  const rounds = Array.from({length: ROUNDS}, () => {
    const began = now();
    after = step(params);
    return now() - began;
  });
  return {milliseconds: Math.min(...rounds), hash: hash(after)};
}
