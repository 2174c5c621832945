import {mul} from "../autodiff/ops/binary.js";
import type {Tensor} from "../core/tensorData.js";
import {checkFields} from "../core/checkFields.js";
import {addDecayedWeights} from "./addDecayedWeights.js";
import {adamwChain, type AdamwChainState} from "./adamw.js";
import {chain} from "./chain.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {momentum, type MomentumState} from "./momentum.js";
import {iterationOf, newtonSchulz, type NewtonSchulzOptions} from "./newtonSchulz.js";
import {partition, type GroupOf, type PartitionState} from "./partition.js";
import {scaleByLearningRate, type StepState} from "./scale.js";
import type {AdamOptions} from "./scaleByAdam.js";
import type {Rate} from "./schedules/schedule.js";

/**
 * Each matrix of updates with singular values near 1, times √max(1, rows / columns), so that an update is as large for
 * every shape (Jordan et al. 2024).
 *
 * @throws ShapeError for an update that is no matrix.
 */
export function orthogonalize(options: NewtonSchulzOptions = {}): GradientTransformation<null> {
  const where = "orthogonalize";
  iterationOf(where, options);
  const each = (u: Tensor): Tensor => mul(newtonSchulz(u, options), Math.sqrt(Math.max(1, u.shape[0]! / u.shape[1]!)));
  return {init: () => null, update: (updates) => [mapTensors(where, each, ["updates", updates]), null]};
}

/** Settings of Muon. */
export interface MuonOptions extends NewtonSchulzOptions {
  /** Of matrices, a number or a schedule. */
  readonly learningRate: Rate;
  /** 0.95 unless it is named. */
  readonly momentum?: number;
  /** True unless it is named. */
  readonly nesterov?: boolean;
  /** 0 unless it is named. */
  readonly weightDecay?: number;
}

/** The state of Muon for matrices: of momentum, orthogonalization, decay and rate. */
export type MatrixState = readonly [MomentumState, null, null, StepState];

/** Muon for trees of matrices: momentum, made orthogonal (Jordan et al. 2024). */
export function muonOfMatrices(options: MuonOptions): GradientTransformation<MatrixState> {
  const known = ["learningRate", "momentum", "nesterov", "weightDecay", "steps", "eps"];
  checkFields("muonOfMatrices.options", options, known);
  const {learningRate, momentum: kept = 0.95, nesterov = true, weightDecay = 0, ...iteration} = options;
  return chain(
    momentum(kept, {nesterov}),
    orthogonalize(iteration),
    addDecayedWeights(weightDecay),
    scaleByLearningRate(learningRate)
  );
}

/** The states of both optimizers. */
export type MuonState = PartitionState<{readonly matrices: MatrixState; readonly others: AdamwChainState}>;

/** What AdamW is given for the parameters that Muon leaves to it. */
export interface OthersOptions extends AdamOptions {
  /** Of all that is no matrix, a number or a schedule. */
  readonly learningRate: Rate;
  /** Times each parameter, added to its update: 0.01 unless it is named. */
  readonly weightDecay?: number;
}

/**
 * Muon for matrices, and AdamW for the rest: biases, norms, and by its authors' advice embeddings and the last layer, whose
 * paths `isHidden` can exclude. Without it, every matrix is Muon's.
 */
export function muon(
  options: MuonOptions,
  others: OthersOptions,
  isHidden: (path: string) => boolean = () => true
): GradientTransformation<MuonState> {
  const groupOf: GroupOf<"matrices" | "others"> = (path, {shape}) =>
    shape.length === 2 && isHidden(path) ? "matrices" : "others";
  return partition(groupOf, {matrices: muonOfMatrices(options), others: adamwChain(others)});
}
