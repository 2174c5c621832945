/** The small network of names, trained on cross-entropy with label smoothing or z-loss, and judged without. */
import {exp, logSoftmax} from "/lib/index.js";
import {bengio, type BengioParams, type ContextBatch} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";
import {mapConfig} from "./embeddingSpec.js";

export interface Judged {
  /** Plain cross-entropy of held-out tokens, nats per token. */
  readonly loss: number;
  /** Share of held-out tokens that were the likeliest. */
  readonly accuracy: number;
  /** Mean probability of the likeliest token. */
  readonly confidence: number;
  /** Mean of ln Σ eˣ, the logarithm of what softmax divides by. */
  readonly logZ: number;
}

const JUDGED = 3000;

export function smoothedRun(corpus: string, options: t.CrossEntropyOptions, steps: number): Judged {
  const config = {...mapConfig({text: "names", width: 16, draw: 0}, corpus), learningRate: 0.003, weightDecay: 0};
  const {model, data, logits, predict, held} = bengio(config);
  const loss = (params: BengioParams, {contexts, next}: ContextBatch): t.Tensor =>
    t.crossEntropy(logits(params, contexts), next, options);
  let params = model().params;
  let state = t.adamwInit(params);
  for (let step = 0; step < steps; step++) {
    const {grads} = t.valueAndGrad(loss)(params, data(step));
    [params, state] = t.adamw(params, grads, state, {learningRate: config.learningRate, weightDecay: 0});
  }
  return judged(predict(params), Uint32Array.from(held.subarray(0, JUDGED)));
}

/** Along held-out tokens, each predicted from those before it. */
function judged(predict: (ids: Uint32Array) => ArrayLike<number>, ids: Uint32Array): Judged {
  const rows = Array.from(ids, (id, i) => {
    const logits = predict(ids.subarray(0, i));
    const logProbs = logSoftmax(logits);
    const best = logProbs.reduce((a, x, j) => (x > logProbs[a]! ? j : a), 0);
    return {
      nats: -logProbs[id]!,
      hit: best === id ? 1 : 0,
      sure: exp(logProbs[best]!),
      logZ: logits[0]! - logProbs[0]!
    };
  });
  const mean = (field: keyof (typeof rows)[number]): number =>
    rows.reduce((sum, row) => sum + row[field], 0) / rows.length;
  return {loss: mean("nats"), accuracy: mean("hit"), confidence: mean("sure"), logZ: mean("logZ")};
}
