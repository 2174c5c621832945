import {key} from "/lib/index.js";
import {graphOf, liftMlp, mlp, mul, sub, sum} from "/lib/scalar.js";
import {
  checkpoint,
  grad,
  matmul,
  mean,
  mul as times,
  peakMemory,
  randomNormal,
  tanh,
  type Tensor
} from "/lib/tensor.js";
import {chainPlan} from "../model/checkpointPlan.js";
import {costs} from "../model/operations.js";

/** What gradients of n numbers cost, in operations: product, and neurons as in the figure. */
const counted = (n: number) => {
  const {value, forward, reverse} = costs(n);
  return {[`value${n}`]: value, [`forward${n}`]: forward, [`reverse${n}`]: reverse, [`ratio${n}`]: forward / reverse};
};

const STEPS = 64;
/** Layers in one checkpoint; 0 for none. The last segment has what is left. */
const SIZES = [0, 1, 2, 4, 5, 6, 7, 8, 16, 64];

function memory() {
  const w = times(randomNormal(key(1), [64, 64]), 1 / 8);
  const x = randomNormal(key(2), [512, 64]);
  const chain = (length: number) => (v: Tensor, y: Tensor) =>
    Array.from({length}).reduce<Tensor>((z) => tanh(matmul(z, v)), y);
  const bytes = (k: number) => {
    const lengths = Array.from({length: Math.ceil(STEPS / (k || STEPS))}, (_, i) =>
      Math.min(k || STEPS, STEPS - i * k)
    );
    const segments = lengths.map((length) => (k === 0 ? chain(length) : checkpoint(chain(length))));
    return peakMemory(() => grad((v: Tensor) => mean(segments.reduce<Tensor>((y, segment) => segment(v, y), x)))(w))
      .bytes;
  };
  return Object.fromEntries(SIZES.map((k) => [`megabytes${k}`, bytes(k) / 1e6]));
}

/** Multiplications of numbers in the product of three Jacobians, a loss behind two layers, from either end. */
const [OUT, MIDDLE, IN] = [1, 100, 1000];
const ends = {
  left: OUT * MIDDLE * MIDDLE + OUT * MIDDLE * IN,
  right: MIDDLE * MIDDLE * IN + OUT * MIDDLE * IN
};

/** Costs of both modes, and memory with checkpoints. */
export const facts = () => {
  const {apply, init} = mlp({sizes: [64, 32, 31], activation: "tanh"});
  const params = liftMlp(init(key(1)));
  const parameters = params.flat().reduce((total, {weights}) => total + weights.length + 1, 0);
  const outputs = apply(
    params,
    Array.from({length: 64}, (_, i) => i / 64)
  );
  const loss = sum(outputs.map((y) => mul(sub(y, 1), sub(y, 1))));
  const plans = [4, 6, 8, 12].map((k) => [k, chainPlan(64, k)] as const);
  return {
    ...counted(2),
    ...counted(16),
    ...counted(32),
    ...counted(128),
    ...counted(1024),
    ...ends,
    mlpParameters: parameters,
    mlpNodes: graphOf(loss).length,
    ...Object.fromEntries(
      plans.flatMap(([k, {peak, again}]) => [
        [`peak${k}`, peak],
        [`again${k}`, again]
      ])
    ),
    ...memory()
  };
};

/** What the page says of them in words. */
export const claims = (facts: Readonly<Record<string, number>>) => {
  const of = (name: string): number => facts[name] ?? NaN;
  const megabytes = (k: number): number => of(`megabytes${k}`);
  const ratio = (n: number): number => of(`ratio${n}`);
  const least = SIZES.reduce((best, k) => (megabytes(k) < megabytes(best) ? k : best), 0);
  return {
    nearlyByN: [16, 128, 1024].every((n) => ratio(n) > 0.7 * n && ratio(n) <= n),
    doublesWithInputs: ratio(1024) / ratio(128) > 7.5 && ratio(1024) / ratio(128) < 8.5,
    reverseWithinFive: [2, 16, 128, 1024].every((n) => of(`reverse${n}`) <= 5 * of(`value${n}`)),
    hundredTimes: of("right") > 90 * of("left") && of("right") < 100 * of("left"),
    bestIsSix: least === 6,
    flatFloor: [4, 5, 6, 7, 8].every((k) => megabytes(k) < 1.1 * megabytes(least)),
    fifthOfAll: megabytes(6) < megabytes(0) / 5,
    oneCheckpointSavesNothing: megabytes(64) >= megabytes(0),
    eachAloneIsHalf: megabytes(1) > 0.5 * megabytes(0) && megabytes(1) < 0.6 * megabytes(0),
    againIsLess: [4, 6, 8, 12].every((k) => of(`again${k}`) < STEPS),
    planIsBestNearEight: of("peak8") < of("peak4") && of("peak8") < of("peak12")
  };
};
