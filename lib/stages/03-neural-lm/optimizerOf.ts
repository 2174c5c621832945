import {adamwChain} from "../../optim/adamw.js";
import {chain} from "../../optim/chain.js";
import {clipByGlobalNorm} from "../../optim/clipByGlobalNorm.js";
import type {GradientTransformation} from "../../optim/gradientTransformation.js";
import {muon} from "../../optim/muon.js";
import {adam, lion, rmsprop} from "../../optim/optimizers.js";
import {sgd} from "../../optim/sgd.js";
import type {LmConfig, OptimizerName} from "./lmConfig.js";

type Settings = Required<Pick<LmConfig, "learningRate" | "weightDecay">>;

/** A transformation whose state nobody else looks into: what `init` makes goes to `update` alone. */
const opaque = <S>(transformation: GradientTransformation<S>): GradientTransformation<unknown> =>
  transformation as unknown as GradientTransformation<unknown>;

const makers: Readonly<Record<OptimizerName, (settings: Settings) => GradientTransformation<unknown>>> = {
  adamw: (settings) => opaque(adamwChain(settings)),
  adam: (settings) => opaque(adam(settings)),
  sgd: (settings) => opaque(sgd({...settings, momentum: 0.9})),
  rmsprop: (settings) => opaque(rmsprop(settings)),
  lion: (settings) => opaque(lion(settings)),
  muon: (settings) => opaque(muon(settings, settings, (path) => !path.startsWith("embedding")))
};

/** The optimizer that a config names, behind clipping. */
export const optimizerOf = ({optimizer, clip, learningRate, weightDecay}: Required<LmConfig>) =>
  opaque(chain(clipByGlobalNorm(clip), makers[optimizer]({learningRate, weightDecay})));
