import {foldTree} from "../../core/tree.js";
import {fold, key} from "../../core/random/key.js";
import {permutation} from "../../core/random/permutation.js";
import {makeAnew, type Stage} from "../../core/stage.js";
import {mapMlp, mlp, type MlpParams} from "../../autodiff/scalar/mlp.js";
import {pointSets, type LabeledPoint} from "./datasets.js";
import {gradientsOf, shapeOfMlp} from "./scalarLoss.js";
import {scalarMlpConfig, type ScalarMlpConfig} from "./scalarMlpConfig.js";
import {scoreOf} from "./surface.js";

/** A network while it learns. */
export interface ScalarMlpState {
  readonly step: number;
  readonly params: MlpParams;
  /** What momentum remembers: the last step's direction; all 0 before the first. */
  readonly velocity: MlpParams;
}

/** What we look at while a network learns; the loss is in nats per point if it is cross-entropy. */
export interface ScalarMlpMetrics {
  readonly trainLoss: number;
  readonly validationLoss: number;
  /** Share of points on the right side. */
  readonly trainAccuracy: number;
  readonly validationAccuracy: number;
  /** Length of the gradient over all points. */
  readonly trainGradientNorm: number;
  readonly validationGradientNorm: number;
}

/** Points cut in those trained on and those held out. */
export interface HeldOutPoints {
  readonly train: readonly LabeledPoint[];
  readonly held: readonly LabeledPoint[];
}

/** The points of a config. */
export function pointsOf(config: ScalarMlpConfig): HeldOutPoints {
  const {dataset, samples, noise, validation, seed} = scalarMlpConfig(config);
  const points = pointSets[dataset](fold(key(seed), 0), {samples, noise});
  const mixed = Array.from(permutation(fold(key(seed), 1), samples), (i) => points[i]!);
  const held = Math.min(samples - 1, Math.max(1, Math.round(samples * validation)));
  return {train: mixed.slice(held), held: mixed.slice(0, held)};
}

/**
 * Stage 2 of the book: a network of neurons made of scalars, that learns to tell two kinds of points apart. A step is
 * gradient descent on a batch, with gradients by `backward`; batches go through all points in an order that each round
 * draws anew. Opened, it also has its points.
 */
export const scalarMlp: Stage<
  ScalarMlpConfig,
  readonly LabeledPoint[],
  ScalarMlpState,
  ScalarMlpMetrics,
  HeldOutPoints
> = (config, reuse = makeAnew) => {
  const full = scalarMlpConfig(config);
  const {dataset, samples, noise, validation, seed, learningRate, momentum, weightDecay} = full;
  const points = reuse("points", [dataset, samples, noise, validation, seed], () => pointsOf(full));
  const {train, held} = points;
  const size = Math.min(full.batchSize, train.length);
  const perRound = Math.floor(train.length / size);
  const gradientsAt = gradientsOf(full);
  const score = scoreOf(full);
  const right = (params: MlpParams, points: readonly LabeledPoint[]): number =>
    points.filter(({x: [x, y], label}) => score(params, x, y) * label > 0).length / points.length;
  return {
    ...points,
    data: (step) => {
      const order = permutation(fold(fold(key(seed), 2), Math.floor(step / perRound)), train.length);
      const start = (step % perRound) * size;
      return Array.from(order.subarray(start, start + size), (i) => train[i]!);
    },
    model: () => {
      const params = mlp(shapeOfMlp(full)).init(fold(key(seed), 3));
      return {step: 0, params, velocity: mapMlp(() => 0, params)};
    },
    step: ({step, params, velocity}, batch) => {
      const {gradients} = gradientsAt(params, batch);
      const moved = zip((v, g, w) => momentum * v + g + weightDecay * w, velocity, gradients, params);
      return {step: step + 1, params: zip((w, v) => w - learningRate * v, params, moved, moved), velocity: moved};
    },
    metrics: ({params}) => {
      const [ofTrain, ofHeld] = [gradientsAt(params, train), gradientsAt(params, held)];
      return {
        trainLoss: ofTrain.loss,
        validationLoss: ofHeld.loss,
        trainAccuracy: right(params, train),
        validationAccuracy: right(params, held),
        trainGradientNorm: norm(ofTrain.gradients),
        validationGradientNorm: norm(ofHeld.gradients)
      };
    }
  };
};

const norm = (params: MlpParams): number => Math.sqrt(foldTree((total, g: number) => total + g * g, 0, params));

/** Parameters whose entries are f of those at the same place of three. */
const zip = (f: (a: number, b: number, c: number) => number, a: MlpParams, b: MlpParams, c: MlpParams): MlpParams =>
  a.map((neurons, i) =>
    neurons.map(({weights, bias}, j) => {
      const [second, third] = [b[i]![j]!, c[i]![j]!];
      return {
        weights: weights.map((w, k) => f(w, second.weights[k]!, third.weights[k]!)),
        bias: f(bias, second.bias, third.bias)
      };
    })
  );
