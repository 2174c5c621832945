import {crossEntropy} from "../../autodiff/fused/crossEntropy.js";
import {logSoftmax} from "../../autodiff/fused/softmax.js";
import {valueAndGrad} from "../../autodiff/grad.js";
import {fold, key} from "../../core/random/key.js";
import {sequenceInformation, type SequenceInformation} from "../../core/sequenceInformation.js";
import {makeAnew, type Reuse, type Stage} from "../../core/stage.js";
import type {Tensor} from "../../core/tensorData.js";
import type {Module} from "../../nn/module.js";
import {applyUpdates} from "../../optim/applyUpdates.js";
import {globalNorm} from "../../optim/globalNorm.js";
import {item, tensor} from "../../tensor/make.js";
import {inRegion} from "../../tensor/region.js";
import {heldOut, type HeldOut} from "../../text/heldOut.js";
import type {TokenPart} from "../../text/tokenParts.js";
import {windows} from "../../text/windows.js";
import type {LmConfig} from "./lmConfig.js";
import {optimizerOf} from "./optimizerOf.js";

/** Contexts of one length, [batch, context], and the token that follows each, [batch], as int32. */
export interface ContextBatch {
  readonly contexts: Tensor;
  readonly next: Tensor;
}

/** A language model while it learns. */
export interface LmState<P> {
  readonly step: number;
  readonly params: P;
  /** What the optimizer remembers. */
  readonly optimizer: unknown;
}

/** What we look at while a language model learns. */
export interface LmMetrics {
  /** Of the batch that comes next, in nats per token. */
  readonly batchLoss: number;
  /** The length of that batch's gradient. */
  readonly gradientNorm: number;
  /** Of held-out text, on the scale of all models of this book. */
  readonly validationBitsPerCharacter: number;
  readonly validationBitsPerByte: number;
  /** Of held-out text, per token. */
  readonly validationPerplexity: number;
}

/** What an opened model has besides its stage: the text, and a view of what it predicts. */
export interface LmView<P> extends HeldOut {
  /** Tokens that it looks at. */
  readonly context: number;
  /** Logits over the vocabulary for each context: [batch, context] of ids to [batch, vocabulary]. */
  readonly logits: (params: P, contexts: Tensor) => Tensor;
  /** How well parameters know a part of a text. Its ids before `from` are context only; where there are fewer, id 0 stands. */
  readonly informationOf: (params: P, part: TokenPart) => SequenceInformation;
}

/** A model over windows of a fixed length, as a stage. */
export type WindowModel<C, P> = Stage<C, ContextBatch, LmState<P>, LmMetrics, LmView<P>>;

/** Contexts that are judged at once. */
const AT_ONCE = 256;

/** The context before each token of a part, and the token. */
function contextsOf({ids, from}: TokenPart, context: number, start: number, end: number): ContextBatch {
  const rows = end - start;
  const contexts = new Int32Array(rows * context);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < context; i++) contexts[row * context + i] = ids[from + start + row - context + i] ?? 0;
  const next = Int32Array.from({length: rows}, (_, row) => ids[from + start + row]!);
  return {contexts: tensor(contexts, {shape: [rows, context]}), next: tensor(next)};
}

/**
 * What all models over windows share: batches of contexts drawn from the text by the step’s number, steps down the gradient
 * of the cross-entropy, and measures on held-out text.
 */
export function windowModel<P extends object>(
  config: Required<LmConfig>,
  context: number,
  network: (vocabulary: number) => Module<P>,
  reuse: Reuse = makeAnew
): ReturnType<WindowModel<unknown, P>> {
  const {corpus, tokens, validation, scored, batchSize, seed} = config;
  const text = reuse("text", [corpus, tokens, validation], () => heldOut(corpus, {share: validation, tokens}));
  const {tokenizer, train, held, parts} = text;
  const {init, apply} = network(tokenizer.vocabulary.tokens.length);
  const optimizer = optimizerOf(config);
  // a window is a context and the token that follows it
  const draw = windows(train, {seqLen: context, batch: batchSize, key: fold(key(seed), 1)});
  const loss = (params: P, {contexts, next}: ContextBatch): Tensor => crossEntropy(apply(params, contexts), next);
  const slope = valueAndGrad(loss);
  const measured = inRegion((params: P, batch: ContextBatch) => {
    const {value, grads} = slope(params, batch);
    return [item(value), item(globalNorm(grads))] as const;
  });
  const logProbs = inRegion((params: P, {contexts, next}: ContextBatch): readonly number[] => {
    const all = logSoftmax(apply(params, contexts));
    const width = all.shape.at(-1)!;
    return Array.from(next.data, (id, row) => all.data[row * width + id]!);
  });
  const sample = parts.held(0, Math.min(scored, held.length), context);
  const informationOf = (params: P, part: TokenPart): SequenceInformation => {
    const count = part.ids.length - part.from;
    const starts = Array.from({length: Math.ceil(count / AT_ONCE)}, (_, i) => i * AT_ONCE);
    const scores = starts.flatMap((start) =>
      logProbs(params, contextsOf(part, context, start, Math.min(count, start + AT_ONCE)))
    );
    return sequenceInformation({logProbs: scores, characters: part.characters, bytes: part.bytes});
  };
  return {
    ...text,
    context,
    logits: apply,
    informationOf,
    data: (step) => {
      const {inputs, targets, shape} = draw(step);
      const next = Int32Array.from({length: batchSize}, (_, row) => targets[row * context + context - 1]!);
      return {contexts: tensor(inputs, {shape}), next: tensor(next)};
    },
    model: () => {
      const params = init(fold(key(seed), 0));
      return {step: 0, params, optimizer: optimizer.init(params)};
    },
    step: inRegion((state: LmState<P>, batch: ContextBatch): LmState<P> => {
      const {grads} = slope(state.params, batch);
      const [updates, next] = optimizer.update(grads, state.optimizer, state.params);
      return {step: state.step + 1, params: applyUpdates(state.params, updates), optimizer: next};
    }),
    metrics: ({params}, batch) => {
      const [batchLoss, gradientNorm] = measured(params, batch);
      const {bitsPerCharacter, bitsPerByte, perplexity} = informationOf(params, sample);
      return {
        batchLoss,
        gradientNorm,
        validationBitsPerCharacter: bitsPerCharacter,
        validationBitsPerByte: bitsPerByte,
        validationPerplexity: perplexity
      };
    }
  };
}
