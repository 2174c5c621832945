import {crossEntropy} from "../../autodiff/fused/crossEntropy.js";
import {logSoftmax} from "../../autodiff/fused/softmax.js";
import {affine} from "../../autodiff/ops/affine.js";
import {add} from "../../autodiff/ops/binary.js";
import {reshape} from "../../autodiff/ops/reshape.js";
import {slice} from "../../autodiff/ops/strided.js";
import {trace} from "../../autodiff/trace.js";
import {settled} from "../../core/fields.js";
import {fold, key as keyOf} from "../../core/random/key.js";
import {sequenceInformation, type SequenceInformation} from "../../core/sequenceInformation.js";
import {makeAnew, type Stage} from "../../core/stage.js";
import type {Tensor} from "../../core/tensorData.js";
import {cachedReader} from "../../lm/cachedReader.js";
import {learning, type Learning, type LmMetrics, type LmState, type LmView} from "../../lm/lmModel.js";
import {lmText, padOf} from "../../lm/lmText.js";
import {subwords} from "../../tokenizers/subwords.js";
import {transformer, type ForwardOptions, type Transformer} from "../../nn/transformer/transformer.js";
import type {TransformerParams} from "../../nn/transformer/transformerParams.js";
import {tensor} from "../../tensor/make.js";
import {inRegion} from "../../tensor/region.js";
import type {TokenPart} from "../../text/tokenParts.js";
import {coverOf, sequences, type Cover, type SequenceBatch} from "./sequences.js";
import {descriptionOf, transformerLmFields, type TransformerLmConfig} from "./transformerLmConfig.js";

/** What an opened transformer has besides its stage. */
export interface TransformerLmView
  extends LmView<TransformerParams>, Pick<Learning<TransformerParams, SequenceBatch, object>, "gradients"> {
  readonly transformer: Transformer;
  /** All that the model names on its way to the logits, patterns of attention too, for ids [batch, seqLen]. */
  readonly activations: (
    params: TransformerParams,
    ids: Tensor,
    options?: Pick<ForwardOptions, "edit">
  ) => Readonly<Record<string, Tensor>>;
}

/** How much using all experts alike counts beside the loss (Fedus et al. 2022, section 2.2). */
const BALANCE = 0.01;

/** Sequences that are judged at once, before memory is freed. */
const AT_ONCE = 16;

/**
 * A transformer as a language model: it reads windows of a text, or whole documents, and learns to predict every token of
 * them from those before it, all at once (Radford et al. 2018, eq. 1).
 *
 * Held-out text is read in windows too, of which each after the first begins half a context before what it scores.
 *
 * @throws ConfigError for settings that cannot be; TextError for a text that is shorter than a window.
 */
export const transformerLm: Stage<
  TransformerLmConfig,
  SequenceBatch,
  LmState<TransformerParams>,
  LmMetrics,
  TransformerLmView
> = (config, reuse = makeAnew) => {
  const full = settled("config", transformerLmFields, config);
  const {context, batchSize, scored, seed, tokens} = full;
  const cutting = tokens === "subwords" ? {make: subwords(full.vocabSize), of: [tokens, full.vocabSize]} : tokens;
  const text = lmText(full, cutting, reuse);
  const {tokenizer, held, parts, documents} = text;
  const vocabSize = tokenizer.vocabulary.tokens.length;
  const model = transformer(descriptionOf(full, vocabSize));
  const scores = inRegion((params: TransformerParams, covers: readonly Cover[]): readonly number[] => {
    const longest = Math.max(...covers.map(({inputs}) => inputs.length));
    const rows = new Int32Array(covers.length * longest); // what lies behind a sequence's end, none of its tokens sees
    covers.forEach(({inputs}, row) => rows.set(inputs, row * longest));
    const {data} = logSoftmax(model.apply(params, tensor(rows, {shape: [covers.length, longest]})));
    return covers.flatMap(({targets, from}, row) =>
      Array.from(targets.subarray(from), (id, i) => data[(row * longest + from + i) * vocabSize + id]!)
    );
  });
  const informationOf = (params: TransformerParams, part: TokenPart): SequenceInformation => {
    const covers = coverOf(text, part, context);
    const logProbs: number[] = [];
    for (let at = 0; at < covers.length; at += AT_ONCE)
      logProbs.push(...scores(params, covers.slice(at, at + AT_ONCE)));
    return sequenceInformation({logProbs, characters: part.characters, bytes: part.bytes});
  };
  const logits = (params: TransformerParams, contexts: Tensor): Tensor => {
    const [batch = 0, time = 0] = contexts.shape;
    return reshape(slice(model.apply(params, contexts), null, [time - 1, time]), [batch, vocabSize]);
  };
  const sample = parts.held(0, Math.min(scored, held.length));
  return {
    ...text,
    transformer: model,
    logits,
    predict: (params) => {
      const {predict} = cachedReader(model, params);
      return (ids) => predict(documents === undefined && ids.length > 0 ? ids : [padOf(text), ...Array.from(ids)]);
    },
    informationOf,
    activations: (params, ids, options = {}) =>
      trace((p: TransformerParams) => model.apply(p, ids, {...options, patterns: true}))(params).activations,
    data: sequences(text, {context, batchSize, key: fold(keyOf(seed), 1)}),
    ...learning<TransformerParams, SequenceBatch, object>({
      config: full,
      init: model.init,
      rest: {},
      loss: (params, {inputs, targets, key}) => {
        const {logits: made, balance} = model.forward(params, inputs, key === undefined ? {} : {key});
        const loss = crossEntropy(made, targets);
        return {loss: balance === undefined ? loss : add(loss, affine(balance, BALANCE, 0)), rest: {}};
      },
      judge: (params) => informationOf(params, sample)
    })
  };
};
