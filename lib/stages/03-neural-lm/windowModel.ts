import {trace} from "../../autodiff/trace.js";
import {crossEntropy} from "../../autodiff/fused/crossEntropy.js";
import {logSoftmax} from "../../autodiff/fused/softmax.js";
import {fold, key} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {uniform} from "../../core/random/uniform.js";
import {sequenceInformation, type SequenceInformation} from "../../core/sequenceInformation.js";
import {makeAnew, type Reuse, type Stage} from "../../core/stage.js";
import type {Tensor} from "../../core/tensorData.js";
import type {Module} from "../../nn/module.js";
import {inRegion} from "../../tensor/region.js";
import {requireLength} from "../../text/readText.js";
import type {TokenPart} from "../../text/tokenParts.js";
import type {LmConfig} from "../../lm/lmConfig.js";
import {learning, type Learning, type LmMetrics, type LmState, type LmView} from "../../lm/lmModel.js";
import {contextsAt, lmText, windowsAt, type ContextBatch} from "../../lm/lmText.js";

/** What an opened model over windows has besides its stage. */
export interface WindowView<P> extends LmView<P>, Pick<Learning<P, ContextBatch, object>, "gradients"> {
  /** What the network names on its way to the logits, for the contexts of a batch. */
  readonly activations: (params: P, batch: ContextBatch) => Readonly<Record<string, Tensor>>;
  /** Tokens that it looks at. */
  readonly context: number;
}

/** A model over windows of a fixed length, as a stage. */
export type WindowModel<C, P> = Stage<C, ContextBatch, LmState<P>, LmMetrics, WindowView<P>>;

/** A network over windows. While it learns it is given a key, which may decide what it drops. */
interface WindowNetwork<P> extends Module<P> {
  readonly apply: (params: P, contexts: Tensor, key?: Key) => Tensor;
}

/** Contexts that are judged at once. */
const AT_ONCE = 256;

/** start, start + 1, …, end − 1. */
const range = (start: number, end: number): readonly number[] => Array.from({length: end - start}, (_, i) => start + i);

/**
 * What all models over windows share: batches of contexts drawn from the text by the step’s number, steps down the gradient
 * of the cross-entropy, and measures on held-out text.
 *
 * In one long text, a window lies within it. Of documents every token is drawn as likely as every other, the end of each
 * too, and a context that would reach beyond its document's start has begin tokens there.
 */
export function windowModel<P extends object>(
  config: Required<LmConfig>,
  context: number,
  network: (vocabulary: number) => WindowNetwork<P>,
  reuse: Reuse = makeAnew
): ReturnType<WindowModel<unknown, P>> {
  const {scored, batchSize, seed} = config;
  const text = lmText(config, config.tokens, reuse);
  const {tokenizer, train, held, parts} = text;
  const {init, apply} = network(tokenizer.vocabulary.tokens.length);
  const first = text.documents === undefined ? context : 0;
  requireLength(train, first + 1, "a window with the token that follows it");
  const places = fold(key(seed), 1);
  const drops = fold(key(seed), 2);
  const logProbs = inRegion((params: P, {contexts, next}: ContextBatch): readonly number[] => {
    const all = logSoftmax(apply(params, contexts));
    const [width, {data}] = [all.shape.at(-1)!, all];
    return Array.from(next.data, (id, row) => data[row * width + id]!);
  });
  const informationOf = (params: P, {ids, from, characters, bytes}: TokenPart): SequenceInformation => {
    const scores: number[] = [];
    for (let start = from; start < ids.length; start += AT_ONCE) {
      const rows = range(start, Math.min(ids.length, start + AT_ONCE));
      scores.push(...logProbs(params, windowsAt(text, ids, rows, context)));
    }
    return sequenceInformation({logProbs: scores, characters, bytes});
  };
  const sample = parts.held(0, Math.min(scored, held.length));
  return {
    ...text,
    context,
    logits: (params, contexts) => apply(params, contexts),
    predict: (params) =>
      inRegion((ids) => Float64Array.from(apply(params, contextsAt(text, ids, [ids.length], context)).data)),
    informationOf,
    activations: (params, {contexts}) => trace((p: P) => apply(p, contexts))(params).activations,
    data: (step) => {
      const drawn = fold(places, step);
      const rows = range(0, batchSize).map((row) => first + Math.floor(uniform(drawn, row) * (train.length - first)));
      return {...windowsAt(text, train, rows, context), key: fold(drops, step)};
    },
    ...learning({
      config,
      init,
      rest: {},
      loss: (params, {contexts, next, key: drawn}: ContextBatch) => ({
        loss: crossEntropy(apply(params, contexts, drawn), next),
        rest: {}
      }),
      judge: (params) => informationOf(params, sample)
    })
  };
}
