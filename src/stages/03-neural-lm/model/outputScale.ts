/** The network of names with first output weights that are too large, and how its loss comes down. */
import {bengio} from "/lib/stages/neural-lm.js";
import * as t from "/lib/tensor.js";

/** Steps after which the loss is measured. */
export const STICK_STEPS = [0, 1, 5, 10, 20, 50, 100, 200, 300] as const;
/** Against the usual ones, whose variance is 0.01 over the number of inputs. */
export const FACTORS = [1, 10, 30, 100] as const;

interface Stick {
  readonly factor: number;
  /** √ of the mean square of the first logits. */
  readonly deviation: number;
  /** On 1,024 examples, at each of the steps, in nats per token. */
  readonly losses: readonly number[];
  /** Of the first batch. */
  readonly gradientNorm: number;
}

const settings = {documents: true, context: 8, width: 16, hidden: [128]} as const;

export function outputScaled(corpus: string, factor: number, most = 300): Stick & {readonly vocabulary: number} {
  const opened = bengio({...settings, corpus});
  const {contexts, next} = bengio({...settings, corpus, batchSize: 1024, seed: 2}).data(0);
  const model = opened.model();
  const layers = model.params.layers.map((layer, i, {length}) =>
    i === length - 1 ? {...layer, weight: t.affine(layer.weight, factor, 0)} : layer
  );
  let state: typeof model = {...model, params: {...model.params, layers}};
  const first = Array.from(opened.logits(state.params, contexts).data);
  const deviation = Math.sqrt(first.reduce((sum, x) => sum + x * x, 0) / first.length);
  const gradientNorm = t.item(t.globalNorm(opened.gradients(state, opened.data(0))));
  const losses: number[] = [];
  for (let step = 0; step <= most; step++) {
    if (STICK_STEPS.some((one) => one === step))
      losses.push(t.item(t.crossEntropy(opened.logits(state.params, contexts), next)));
    if (step < most) state = opened.step(state, opened.data(step));
  }
  return {factor, deviation, losses, gradientNorm, vocabulary: opened.tokenizer.vocabulary.tokens.length};
}
