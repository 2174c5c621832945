import {adamwChain} from "./adamw.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {muon} from "./muon.js";
import {opaque} from "./opaque.js";
import {adagrad, adam, lion, nadam, rmsprop} from "./optimizers.js";
import {sgd} from "./sgd.js";

/** What a named optimizer is told. */
interface NamedSettings {
  readonly learningRate: number;
  readonly weightDecay: number;
  /** What the velocity of `momentum` and `nesterov` keeps; the others have their own. */
  readonly momentum: number;
}

const makers = {
  sgd: ({learningRate, weightDecay}: NamedSettings) => opaque(sgd({learningRate, weightDecay})),
  momentum: ({learningRate, weightDecay, momentum}: NamedSettings) =>
    opaque(sgd({learningRate, weightDecay, momentum})),
  nesterov: ({learningRate, weightDecay, momentum}: NamedSettings) =>
    opaque(sgd({learningRate, weightDecay, momentum, nesterov: true})),
  adagrad: ({learningRate, weightDecay}: NamedSettings) => opaque(adagrad({learningRate, weightDecay})),
  rmsprop: ({learningRate, weightDecay}: NamedSettings) => opaque(rmsprop({learningRate, weightDecay})),
  adam: ({learningRate, weightDecay}: NamedSettings) => opaque(adam({learningRate, weightDecay})),
  adamw: ({learningRate, weightDecay}: NamedSettings) => opaque(adamwChain({learningRate, weightDecay})),
  nadam: ({learningRate, weightDecay}: NamedSettings) => opaque(nadam({learningRate, weightDecay})),
  lion: ({learningRate, weightDecay}: NamedSettings) => opaque(lion({learningRate, weightDecay})),
  // embeddings are AdamW's, by Muon's authors' advice
  muon: ({learningRate, weightDecay}: NamedSettings) => {
    const both = {learningRate, weightDecay};
    return opaque(muon(both, both, (path) => !path.startsWith("embedding")));
  }
} as const;

/** The names under which configs choose an optimizer. */
type NamedOptimizer = keyof typeof makers;

/** What a named optimizer remembers, and whose memory it is. */
interface NamedState {
  readonly optimizer: NamedOptimizer;
  readonly memory: unknown;
}

/**
 * The optimizer that a config names, with the defaults of its authors but for what all are told. It makes nothing of what
 * another one remembers: where a run goes on with it from another's state, it begins anew, as at a first step.
 */
export function namedOptimizer(optimizer: NamedOptimizer, settings: NamedSettings): GradientTransformation<unknown> {
  const {init, update, elementwise = false} = makers[optimizer](settings);
  const named: GradientTransformation<NamedState> = {
    elementwise,
    init: (params) => ({optimizer, memory: init(params)}),
    update: (updates, state, params) => {
      const own = state.optimizer === optimizer ? state.memory : init(params);
      const [changed, memory] = update(updates, own, params);
      return [changed, {optimizer, memory}];
    }
  };
  return opaque(named);
}
