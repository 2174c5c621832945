/** The largest curvature of a real loss along gradient descent on one batch: there is no noise in it. */
import {bengio, type BengioParams} from "/lib/stages/neural-lm.js";
import {fold, key} from "/lib/index.js";
import {
  applyUpdates,
  crossEntropy,
  inRegion,
  item,
  mapTree,
  randomNormal,
  sgd,
  valueAndGrad,
  type SgdState,
  type Tensor
} from "/lib/tensor.js";
import {largestCurvature} from "./largestCurvature.js";
import {smallestNetwork} from "./networks.js";
import {SHARP_EVERY, SHARP_STEPS, type SharpWalk} from "./sharpWalk.js";

const ROUNDS = 20; // of the power iteration, which goes on from the direction of the look before
const FIRST_ROUNDS = 200;

/** Gradient descent on the loss of one fixed batch, with one rate. */
export function sharpWalk(corpus: string, rate: number, steps = SHARP_STEPS, every = SHARP_EVERY): SharpWalk {
  const {logits, model, data} = bengio({...smallestNetwork(corpus), batchSize: 512});
  const {contexts, next} = data(0);
  const loss = (params: BengioParams): Tensor => crossEntropy(logits(params, contexts), next);
  const slope = valueAndGrad(loss);
  const descent = sgd({learningRate: rate});
  const stepped = inRegion((params: BengioParams, state: SgdState) => {
    const {value, grads} = slope(params);
    const [updates, after] = descent.update(grads, state, params);
    return {loss: item(value), params: applyUpdates(params, updates), state: after};
  });
  let params = model().params;
  let state = descent.init(params);
  let place = 0;
  let direction = mapTree((x) => randomNormal(fold(key(1), place++), (x as Tensor).shape), params) as BengioParams;
  const losses: number[] = [];
  const sharpness: number[] = [];
  for (let step = 0; step <= steps; step++) {
    const after = stepped(params, state);
    if (step % every === 0) {
      const look = largestCurvature(loss, params, direction, step === 0 ? FIRST_ROUNDS : ROUNDS);
      direction = look.direction;
      losses.push(after.loss);
      sharpness.push(look.curvature);
    }
    ({params, state} = after);
  }
  return {rate, losses, sharpness};
}
