import {vjp} from "../autodiff/directions.js";
import {NaNError, findNaN, firstNonFinite} from "../autodiff/nan.js";
import {found} from "../core/errors.js";
import {log} from "../core/math/log.js";
import {fold, key} from "../core/random/key.js";
import type {SequenceInformation} from "../core/sequenceInformation.js";
import type {Opened} from "../core/stage.js";
import type {Tensor} from "../core/tensorData.js";
import type {GenerationConfig} from "../decode/generation.js";
import type {Module} from "../nn/module.js";
import {globalNorm} from "../optim/globalNorm.js";
import {optimizerStep} from "../optim/optimizerStep.js";
import {item, onesLike} from "../tensor/make.js";
import {inRegion} from "../tensor/region.js";
import type {TokenPart} from "../text/tokenParts.js";
import {layerMeasures, type LayerMeasure} from "./layerMeasures.js";
import type {LmTrainingConfig} from "./lmConfig.js";
import type {LmText} from "./lmText.js";
import {optimizerOf} from "./optimizerOf.js";

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
  /** How long the next step is. */
  readonly learningRate: number;
  /** For each parameter: its length, its gradient's, and that of what the next step adds to it. */
  readonly layers: readonly LayerMeasure[];
  /**
   * Of held-out text, on the scale of all models of this book. Of documents it counts what each one's end tells as well, and
   * the line break that it stands for among the characters and bytes.
   */
  readonly validationBitsPerCharacter: number;
  readonly validationBitsPerByte: number;
  /** Of held-out text, in nats per token. */
  readonly validationLoss: number;
  /** Of held-out text, per token: e to the loss. */
  readonly validationPerplexity: number;
}

/** What an opened model has besides its stage: the text, and a view of what it predicts. */
export interface LmView<P> extends LmText {
  /** Logits of what follows each context: [batch, length] of ids to [batch, vocabulary]. */
  readonly logits: (params: P, contexts: Tensor) => Tensor;
  /** The model with these parameters, as `generation` wants it: logits of what follows the ids so far. */
  readonly predict: (params: P) => GenerationConfig["predict"];
  /**
   * How well parameters know a part of a text. Its ids before `from` are context only; where there are fewer, and before
   * each document, the begin token stands, or id 0 in a text without documents.
   */
  readonly informationOf: (params: P, part: TokenPart) => SequenceInformation;
}

/** A loss, and what else of the state comes after the step: constants, through which no gradient goes. */
interface Judged<R> {
  readonly loss: Tensor;
  readonly rest: R;
}

/** What is particular to a kind of language model. */
interface Learner<P, B, R> {
  readonly config: Required<LmTrainingConfig>;
  readonly init: Module<P>["init"];
  /** What the state has besides, before the first step: an empty record of most models. */
  readonly rest: R;
  readonly loss: (params: P, batch: B, rest: R) => Judged<R>;
  /** How well the parameters know the held-out text. */
  readonly judge: (params: P) => SequenceInformation;
}

/** What of an opened stage learns. */
export interface Learning<P, B, R> extends Pick<Opened<B, LmState<P> & R, LmMetrics>, "model" | "step" | "metrics"> {
  /** The gradients of a batch, which a step from this state would follow. */
  readonly gradients: (state: LmState<P> & R, batch: B) => P;
}

/**
 * What all language models share: the state before the first step, steps down the gradient of the loss, and metrics.
 *
 * A step whose loss or gradient is not finite throws a NaNError that names the step, the operation and the parameters.
 */
export function learning<P extends object, B, R extends object>({
  config,
  init,
  rest: first,
  loss,
  judge
}: Learner<P, B, R>): Learning<P, B, R> {
  const optimizer = optimizerOf(config);
  const slope = (params: P, batch: B, rest: R) => {
    const {value, pull} = vjp((p: P) => loss(p, batch, rest), params);
    // the rest is constant: what is pulled at it goes nowhere
    return {...value, grads: pull({loss: onesLike(value.loss), rest: value.rest})};
  };
  const finite = (value: Tensor, step: number, params: P, batch: B, rest: R): void => {
    if (firstNonFinite(value) < 0) return;
    const cause = findNaN((p: P) => loss(p, batch, rest).loss, params);
    const {op, param, fault} = cause ?? {op: "the loss", param: "", fault: {found: [found("value", item(value))]}};
    throw new NaNError({op, param, step}, cause === undefined ? fault.found : fault.found.slice(2));
  };
  const measured = inRegion((state: LmState<P> & R, batch: B) => {
    const {loss, grads} = slope(state.params, batch, state);
    const [updates] = optimizer.at(state.step).update(grads, state.optimizer, state.params);
    const layers = layerMeasures(state.params, grads, updates);
    return {batchLoss: item(loss), gradientNorm: item(globalNorm(grads)), layers};
  });
  return {
    model: () => {
      const params = init(fold(key(config.seed), 0));
      return {...first, step: 0, params, optimizer: optimizer.at(0).init(params)};
    },
    step: inRegion((state: LmState<P> & R, batch: B): LmState<P> & R => {
      const {step, params} = state;
      const {loss: value, grads, rest} = slope(params, batch, state);
      for (const each of [value, globalNorm(grads)]) finite(each, step, params, batch, state);
      const [moved, next] = optimizerStep(optimizer.at(step), params, grads, state.optimizer);
      return {...rest, step: step + 1, params: moved, optimizer: next};
    }),
    gradients: inRegion((state: LmState<P> & R, batch: B): P => slope(state.params, batch, state).grads),
    metrics: (state, batch) => {
      const {bitsPerCharacter, bitsPerByte, perplexity} = judge(state.params);
      return {
        ...measured(state, batch),
        learningRate: optimizer.rateAt(state.step),
        validationLoss: log(perplexity),
        validationBitsPerCharacter: bitsPerCharacter,
        validationBitsPerByte: bitsPerByte,
        validationPerplexity: perplexity
      };
    }
  };
}
