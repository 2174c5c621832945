/** The largest curvature of a real loss along gradient descent on all its examples: there is no noise in it. */
import {bengio, type BengioConfig, type BengioParams} from "/lib/stages/neural-lm.js";
import {fold, key} from "/lib/index.js";
import {crossEntropy, inRegion, item, mapTree, mul, randomNormal, sub, valueAndGrad, type Tensor} from "/lib/tensor.js";
import {both, largestCurvature} from "./largestCurvature.js";
import {SHARP_EVERY, SHARP_STEPS, type SharpWalk} from "./sharpWalk.js";

const ROUNDS = 20; // of the power iteration, which goes on from the direction of the look before
const FIRST_ROUNDS = 200;

const config = (corpus: string): BengioConfig => ({
  corpus: corpus.toLowerCase(),
  documents: true,
  context: 2,
  width: 2,
  hidden: [6],
  batchSize: 512,
  scored: 100
});

type Tree = BengioParams;

/** Gradient descent on the loss of one fixed batch, with one rate. */
export function sharpWalk(corpus: string, rate: number, steps = SHARP_STEPS, every = SHARP_EVERY): SharpWalk {
  const {logits, model, data} = bengio(config(corpus));
  const {contexts, next} = data(0);
  const loss = (params: Tree): Tensor => crossEntropy(logits(params, contexts), next);
  const slope = valueAndGrad(loss);
  const stepped = inRegion((params: Tree): Tree => both(params, slope(params).grads, (p, g) => sub(p, mul(g, rate))));
  let params = model().params;
  let place = 0;
  let direction = mapTree((x) => randomNormal(fold(key(1), place++), (x as Tensor).shape), params) as Tree;
  const losses: number[] = [];
  const sharpness: number[] = [];
  for (let step = 0; step <= steps; step++) {
    if (step % every === 0) {
      const look = largestCurvature(loss, params, direction, step === 0 ? FIRST_ROUNDS : ROUNDS);
      direction = look.direction;
      losses.push(item(inRegion(() => loss(params))()));
      sharpness.push(look.curvature);
    }
    params = stepped(params);
  }
  return {rate, losses, sharpness};
}
