import {embedding} from "../../autodiff/ops/gather.js";
import {reshape} from "../../autodiff/ops/reshape.js";
import {settled} from "../../core/fields.js";
import type {Tensor} from "../../core/tensorData.js";
import {zeros} from "../../tensor/make.js";
import type {LmConfig} from "../../lm/lmConfig.js";
import {neuralBigramFields} from "./neuralBigramFields.js";
import {windowModel, type WindowModel} from "./windowModel.js";

/** `table` is [vocabulary, vocabulary]: row t has the logits of what follows token t. */
export interface NeuralBigramParams {
  readonly table: Tensor;
}

/**
 * The counted bigram as a network: one row of logits for each token, learned by descent. Its loss is convex in the table, and
 * where the gradient is 0 its probabilities are the counted ones; so it ends where counting begins.
 *
 * All rows start equal, at 0: every token is equally likely, and the first loss is ln V.
 */
export const neuralBigram: WindowModel<LmConfig, NeuralBigramParams> = (config, reuse) =>
  windowModel(
    settled("config", neuralBigramFields, config),
    1,
    (vocabulary) => ({
      init: () => ({table: zeros([vocabulary, vocabulary])}),
      apply: ({table}, contexts) => embedding(table, reshape(contexts, [contexts.shape[0]!]))
    }),
    reuse
  );
