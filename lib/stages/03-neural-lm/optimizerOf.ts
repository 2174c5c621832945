import {chain} from "../../optim/chain.js";
import {clipByGlobalNorm} from "../../optim/clipByGlobalNorm.js";
import {namedOptimizer} from "../../optim/named.js";
import {opaque} from "../../optim/opaque.js";
import type {LmConfig} from "./lmConfig.js";

const MOMENTUM = 0.9; // what `sgd` keeps of its velocity

/** The optimizer that a config names, behind clipping. */
export function optimizerOf({optimizer, clip, learningRate, weightDecay}: Required<LmConfig>) {
  const name = optimizer === "sgd" ? "momentum" : optimizer;
  return opaque(chain(clipByGlobalNorm(clip), namedOptimizer(name, {learningRate, weightDecay, momentum: MOMENTUM})));
}
