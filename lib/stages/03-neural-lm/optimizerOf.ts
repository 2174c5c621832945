import {adamwChain} from "../../optim/adamw.js";
import {chain} from "../../optim/chain.js";
import {clipByGlobalNorm} from "../../optim/clipByGlobalNorm.js";
import type {GradientTransformation} from "../../optim/gradientTransformation.js";
import {muon} from "../../optim/muon.js";
import {adam, lion, rmsprop} from "../../optim/optimizers.js";
import {sgd} from "../../optim/sgd.js";
import type {LmConfig, OptimizerName} from "./lmConfig.js";

type Settings = Required<Pick<LmConfig, "learningRate" | "weightDecay">>;

const makers: Readonly<Record<OptimizerName, (settings: Settings) => GradientTransformation<never>>> = {
  adamw: (settings) => hidden(adamwChain(settings)),
  adam: (settings) => hidden(adam(settings)),
  sgd: (settings) => hidden(sgd({...settings, momentum: 0.9})),
  rmsprop: (settings) => hidden(rmsprop(settings)),
  lion: (settings) => hidden(lion(settings)),
  muon: (settings) => hidden(muon(settings, settings, (path) => !path.startsWith("embedding")))
};

/** A transformation whose state nobody else looks into. */
const hidden = <S>(transformation: GradientTransformation<S>): GradientTransformation<never> =>
  transformation as unknown as GradientTransformation<never>; // the state that `init` makes goes to `update` alone

/** The optimizer that a config names, behind clipping. */
export const optimizerOf = ({optimizer, clip, ...settings}: Required<LmConfig>): GradientTransformation<unknown> =>
  chain<readonly [null, never]>(
    clipByGlobalNorm(clip),
    makers[optimizer]({learningRate: settings.learningRate, weightDecay: settings.weightDecay})
  ) as GradientTransformation<unknown>;
