import {crossEntropy} from "../../autodiff/fused/crossEntropy.js";
import {logSoftmax} from "../../autodiff/fused/softmax.js";
import {reshape} from "../../autodiff/ops/reshape.js";
import {slice} from "../../autodiff/ops/strided.js";
import {stopGradient} from "../../autodiff/tracked.js";
import {settled} from "../../core/fields.js";
import {sequenceInformation, type SequenceInformation} from "../../core/sequenceInformation.js";
import {makeAnew, type Stage} from "../../core/stage.js";
import {mapTree} from "../../core/tree.js";
import type {FloatDtype, Tensor} from "../../core/tensorData.js";
import type {CellState} from "../../nn/recurrent.js";
import {tensor} from "../../tensor/make.js";
import {inRegion} from "../../tensor/region.js";
import type {TokenPart} from "../../text/tokenParts.js";
import {learning, type Learning, type LmMetrics, type LmState, type LmView} from "../../lm/lmModel.js";
import {lmText} from "../../lm/lmText.js";
import {predictAlong} from "./predictAlong.js";
import {recurrentFields, type RecurrentConfig} from "./recurrentFields.js";
import {recurrentNetwork, type RecurrentParams} from "./recurrentNetwork.js";
import {inputsOf, keepOf, segments, type SegmentBatch} from "./segments.js";

/** What a recurrent model remembers from one step to the next, as constants. */
export interface Carried {
  readonly carried: CellState;
}

/** A recurrent model while it learns. */
export type RecurrentState = LmState<RecurrentParams> & Carried;

/** What an opened recurrent model has besides its stage. */
export interface RecurrentView
  extends LmView<RecurrentParams>, Pick<Learning<RecurrentParams, SegmentBatch, Carried>, "gradients"> {}

/** Tokens that are judged at once, before memory is freed. */
const AT_ONCE = 256;

/**
 * A recurrent language model: a cell reads token after token, and what it remembers is all that it knows of the past. The
 * cell is Elman's (1990), the gated recurrent unit (Cho et al. 2014) or long short-term memory (Hochreiter & Schmidhuber 1997).
 *
 * It learns by backpropagation through time (Werbos 1990), truncated (Williams & Peng 1990): `batchSize` streams of the text
 * are read side by side, `seqLen` tokens in a step. Each step goes on from what the one before remembered, which is part of
 * the state, and a constant: gradients end at the border. At the end of the streams, memory is cleared and reading begins
 * anew; before each document it is cleared too.
 *
 * Held-out text is read as one stream from its start.
 *
 * @throws ConfigError for settings that cannot be; TextError for a text with fewer tokens than there are streams.
 */
export const recurrent: Stage<RecurrentConfig, SegmentBatch, RecurrentState, LmMetrics, RecurrentView> = (
  config,
  reuse = makeAnew
) => {
  const full = settled("config", recurrentFields, config);
  const {cell, width, hidden, seqLen, batchSize, scored} = full;
  const text = lmText(full, full.tokens, reuse);
  const {tokenizer, train, held, parts} = text;
  const vocabulary = tokenizer.vocabulary.tokens.length;
  const {init, apply, resting} = recurrentNetwork({cell, vocabulary, width, hidden});
  const scores = inRegion((params: RecurrentParams, carried: CellState, ids: TokenPart["ids"], start: number) => {
    const end = Math.min(ids.length, start + AT_ONCE);
    const inputs = tensor(inputsOf(text, ids, start, end), {shape: [1, end - start]});
    const read = apply(params, {inputs, carried, keep: keepOf(text, inputs)});
    const {data} = logSoftmax(read.logits);
    return {
      end,
      carried: read.carried,
      logProbs: Array.from({length: end - start}, (_, i) => data[i * vocabulary + ids[start + i]!]!)
    };
  });
  const informationOf = (params: RecurrentParams, part: TokenPart): SequenceInformation => {
    const {ids, from, characters, bytes} = part;
    const logProbs: number[] = [];
    for (let at = 0, carried = resting(1); at < ids.length;) {
      const read = scores(params, carried, ids, at);
      logProbs.push(...read.logProbs);
      [at, carried] = [read.end, read.carried];
    }
    return sequenceInformation({logProbs: logProbs.slice(from), characters, bytes});
  };
  const sample = parts.held(0, Math.min(scored, held.length));
  const logits = (params: RecurrentParams, contexts: Tensor): Tensor => {
    const [batch = 0, time = 0] = contexts.shape;
    const carried = resting(batch, params.cell.weightHidden.dtype as FloatDtype); // of floats, as all that is learned
    const read = apply(params, {inputs: contexts, carried, keep: keepOf(text, contexts)});
    return reshape(slice(read.logits, null, [time - 1, time]), [batch, vocabulary]);
  };
  return {
    ...text,
    logits,
    predict: (params) =>
      predictAlong(
        () => resting(1),
        inRegion((carried: CellState, ids: ArrayLike<number>, place: number) => {
          const inputs = tensor(inputsOf(text, ids, place, place + 1), {shape: [1, 1]});
          const read = apply(params, {inputs, carried, keep: keepOf(text, inputs)});
          return {state: read.carried, logits: Float64Array.from(read.logits.data)};
        })
      ),
    informationOf,
    data: segments(text, train, {batch: batchSize, seqLen}),
    ...learning<RecurrentParams, SegmentBatch, Carried>({
      config: full,
      init,
      rest: {carried: resting(batchSize)},
      loss: (params, {inputs, targets, keep}, {carried}) => {
        const read = apply(params, {inputs, carried, keep});
        const after = mapTree((x) => stopGradient(x as Tensor), read.carried) as CellState;
        return {loss: crossEntropy(read.logits, targets), rest: {carried: after}};
      },
      judge: (params) => informationOf(params, sample)
    })
  };
};
