import {real, whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {found, ShapeError} from "../../core/errors.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf} from "../../tensor/backend.js";
import {givenFloats, givenKind} from "../../tensor/given.js";
import {foundShape, sameShape} from "../../tensor/shape.js";
import {heapTensor} from "../../tensor/storage.js";
import {affine} from "../ops/affine.js";
import {add, mul, sub} from "../ops/binary.js";
import {sum} from "../ops/broadcast.js";
import {cast} from "../ops/cast.js";
import {takeAlongAxis} from "../ops/gather.js";
import {logSumExp, mean} from "../ops/reduce.js";
import {reshape} from "../ops/reshape.js";
import {square} from "../ops/unary.js";
import {apply, valueOf} from "../tracked.js";
import {fused} from "./fused.js";

/** How losses of single predictions are made and put together. */
export interface CrossEntropyOptions {
  /** Positions with this target do not count: −100 unless it is named. */
  readonly ignoreIndex?: number;
  /** The part of the target's probability that is spread over all classes (Szegedy et al. 2016, section 7). */
  readonly labelSmoothing?: number;
  /** The weight of (log Σ eˣ)², which keeps logits from drifting (Chowdhery et al. 2022, section 5). */
  readonly zLoss?: number;
  /** "mean" over the positions that count, unless it is named. */
  readonly reduction?: "mean" | "sum" | "none";
}

interface Params {
  readonly targets: Tensor;
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;
  readonly zLoss: number;
}

/** The positions that count, as 1 and 0, and targets that may be looked up everywhere. */
function counted({targets, ignoreIndex}: Params): readonly [mask: Tensor, safe: Tensor] {
  const {data, shape} = targets;
  const mask = new Uint8Array(data.length);
  const safe = new Int32Array(data.length);
  for (let i = 0; i < data.length; i++)
    if (data[i] !== ignoreIndex) {
      mask[i] = 1;
      safe[i] = data[i]!;
    }
  return [heapTensor(mask, shape, "bool"), heapTensor(safe, shape, "int32")];
}

/** (1 − s)·(lse − x_target) + s·(lse − mean x) + z·lse², and 0 where the target is ignored; lse = ln Σ eˣ. */
export function composedCrossEntropy(x: Tensor, params: Params): Tensor {
  const {labelSmoothing: s, zLoss: z} = params;
  const [mask, safe] = counted(params);
  const lse = logSumExp(x, {axes: -1});
  const picked = reshape(takeAlongAxis(x, reshape(safe, [-1, 1])), [-1]);
  const target = affine(sub(lse, picked), 1 - s, 0);
  const smooth = s === 0 ? target : add(target, affine(sub(lse, mean(x, {axes: -1})), s, 0));
  const loss = z === 0 ? smooth : add(smooth, affine(square(lse), z, 0));
  return mul(loss, cast(mask, x.dtype));
}

/**
 * The loss of each row of logits. With p = softmax(x), x̄ = ȳ·(p·(1 + 2z·lse) − (1 − s)·onehot(target) − s/n): what the
 * model says minus what is so.
 */
const rowLosses = fused<Params>({
  name: "crossEntropy",
  forward: ([x], {targets, ignoreIndex, labelSmoothing, zLoss}, keep) => {
    const backend = backendOf(x!.dtype);
    const [rows, n] = x!.shape as readonly [number, number];
    const [loss, lse] = [backend.make(rows), backend.make(rows)];
    backend.kernels.crossEntropy(
      rows,
      n,
      ignoreIndex,
      labelSmoothing,
      zLoss,
      backend.floats(x!),
      backend.ints(targets),
      loss,
      lse
    );
    keep(backend.tensor(lse, [rows]));
    return backend.tensor(loss, [rows]);
  },
  grad: (dy, {inputs: [x], params: {targets, ignoreIndex, labelSmoothing, zLoss}, saved: [lse]}) => {
    const backend = backendOf(dy.dtype);
    const [rows, n] = x!.shape as readonly [number, number];
    const dx = backend.make(rows * n);
    backend.kernels.crossEntropyGrad(
      rows,
      n,
      ignoreIndex,
      labelSmoothing,
      zLoss,
      backend.floats(x!),
      backend.ints(targets),
      backend.floats(lse!),
      backend.floats(dy),
      dx
    );
    return [backend.tensor(dx, x!.shape)];
  },
  composed: ([x], params) => composedCrossEntropy(x!, params)
});

function check(logits: Tensor, targets: Tensor, ignoreIndex: number): number {
  if (logits.shape.length === 0 || !sameShape(targets.shape, logits.shape.slice(0, -1)))
    throw new ShapeError(
      "crossEntropy",
      "one target for each row of logits",
      [foundShape("logits", logits), foundShape("targets", targets)],
      "logits are [.., vocabSize] and targets [..]; were the targets shifted by one?"
    );
  const classes = logits.shape.at(-1)!;
  const {data} = targets;
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i] === ignoreIndex) continue;
    if (data[i]! < 0 || data[i]! >= classes)
      throw new ShapeError("crossEntropy", `targets between 0 and ${classes - 1}, or ${ignoreIndex} to ignore one`, [
        found(`target at ${i}`, data[i])
      ]);
    count++;
  }
  return count;
}

function settingsOf(options: CrossEntropyOptions): Required<CrossEntropyOptions> {
  checkFields("crossEntropy.options", options, ["ignoreIndex", "labelSmoothing", "zLoss", "reduction"]);
  const {ignoreIndex = -100, labelSmoothing = 0, zLoss = 0, reduction = "mean"} = options;
  return {
    ignoreIndex: whole("crossEntropy.ignoreIndex", ignoreIndex, {least: -2147483648, most: 2147483647}),
    labelSmoothing: real("crossEntropy.labelSmoothing", labelSmoothing, {least: 0, most: 1}),
    zLoss: real("crossEntropy.zLoss", zLoss, {least: 0}),
    reduction: oneOf("crossEntropy.reduction", reduction, ["mean", "sum", "none"])
  };
}

/**
 * Cross-entropy of next-token predictions, in nats: the mean over positions that count, unless another reduction is
 * asked for.
 *
 * @param logits - `[.., vocabSize]`: unnormalized log-probabilities.
 * @param targets - `[..]` int32 ids in 0..vocabSize − 1, or `ignoreIndex`.
 * @returns a scalar, or `[..]` with reduction "none". The mean of no positions is NaN.
 * @throws ShapeError unless there is one target, in range, for each row of logits.
 *
 * @example
 * const logits = tensor([[0, 0], [0, Math.log(3)]]);
 * item(crossEntropy(logits, tensor([0, 1], "int32"))); // 0.4904
 */
export function crossEntropy(logits: Tensor, targets: Tensor, options: CrossEntropyOptions = {}): Tensor {
  givenFloats("crossEntropy", "logits", logits);
  givenKind("crossEntropy", "targets", targets, "int32", 'make them with tensor(targets, "int32")');
  const {ignoreIndex, labelSmoothing, zLoss, reduction} = settingsOf(options);
  const plain = valueOf(targets);
  const count = check(logits, plain, ignoreIndex);
  const rows = sizeOf(plain.shape);
  const params = {targets: reshape(plain, [rows]), ignoreIndex, labelSmoothing, zLoss};
  const losses = apply(rowLosses, [reshape(logits, [rows, logits.shape.at(-1)!])], params);
  if (reduction === "none") return reshape(losses, plain.shape);
  return reduction === "sum" ? sum(losses) : affine(sum(losses), 1 / count, 0);
}
