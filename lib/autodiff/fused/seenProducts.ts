import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {backendOf} from "../../tensor/backend.js";
import {add, mul, sub} from "../ops/binary.js";
import {broadcastTo} from "../ops/broadcast.js";
import {equal} from "../ops/compare.js";
import {matmul} from "../ops/matmul.js";
import {reshape} from "../ops/reshape.js";
import {slice, transpose} from "../ops/strided.js";
import {where} from "../ops/where.js";
import type {Primitive} from "../primitive.js";
import {apply} from "../tracked.js";

/**
 * The two products of attention where a query does not see all keys: a weight of 0 does not keep a NaN out, as 0 · NaN
 * is NaN. Each multiplies everything first, and what is finite is right; else the unseen is left out. Their rules are
 * made of each other.
 */
interface Seen {
  /** True where the query of a row sees the key of a column, broadcast to the matrix of weights or scores. */
  readonly seen: Tensor;
  /** Whether the matrix of weights is read with its last two axes exchanged: sums run over queries. */
  readonly flipped: boolean;
}

function finite(x: Tensor): boolean {
  const backend = backendOf(x.dtype);
  return backend.kernels.firstNonFinite(sizeOf(x.shape), backend.floats(x)) < 0;
}

/** `seen` with the shape of the matrix, [batch, kvHeads, group, queryLen, keyLen]: heads may have been grouped. */
function seenIn(seen: Tensor, {shape}: Tensor): Tensor {
  const [batch, kvHeads, group, ...rows] = shape as readonly [number, number, number, number, number];
  return reshape(broadcastTo(seen, [batch, kvHeads * group, ...rows]), shape);
}

const exchanged = (x: Tensor): Tensor => transpose(x, [0, 1, 2, 4, 3]);

/** The rows of matrices x[.., rows, n] that have a number that is not finite, in any of the matrices. */
function badRows({shape, data}: Tensor): readonly number[] {
  const [rows, n] = shape.slice(-2) as [number, number];
  const bad = new Set<number>();
  for (let i = 0; i < data.length; i++) if (!Number.isFinite(data[i])) bad.add(Math.floor(i / n) % rows);
  return [...bad].sort((a, b) => a - b);
}

/** Σ weight · row over seen pairs: over finite numbers as ever, and then over the others, row by row of them. */
function sumOfSeen(weights: Tensor, x: Tensor, {seen, flipped}: Seen): Tensor {
  const shown = seenIn(seen, weights);
  const clear = where(shown, weights, 0);
  const isFinite = equal(sub(x, x), 0);
  const bad = where(isFinite, 0, x);
  const [columns, seenBy] = flipped ? [exchanged(clear), exchanged(shown)] : [clear, shown];
  return badRows(x).reduce(
    (total, j) => {
      const column = (of: Tensor): Tensor => slice(of, null, null, null, null, [j, j + 1]);
      const term = mul(column(columns), slice(bad, null, null, null, [j, j + 1]));
      return add(total, where(column(seenBy), term, 0));
    },
    matmul(clear, where(isFinite, x, 0), {transposeA: flipped})
  );
}

/** y = P·V: each row of y is the sum of what its query sees. W̄ of y = W·x is ȳ·xᵀ, and x̄ is Wᵀ·ȳ. */
const weighing: Primitive<Seen> = {
  name: "weighSeen",
  forward: ([weights, x], params) => {
    const y = matmul(weights!, x!, {transposeA: params.flipped});
    return finite(y) ? y : sumOfSeen(weights!, x!, params);
  },
  vjp: (dy, {inputs: [weights, x], params, wants}) => {
    const {seen, flipped} = params;
    return [
      wants(0) ? (flipped ? scoreSeen(x!, dy, seen) : scoreSeen(dy, x!, seen)) : undefined,
      wants(1) ? apply(weighing, [weights!, dy], {seen, flipped: !flipped}) : undefined
    ];
  },
  jvp: ([dweights, dx], {inputs: [weights, x], params}) => {
    const left = dweights === undefined ? undefined : apply(weighing, [dweights, x!], params);
    const right = dx === undefined ? undefined : apply(weighing, [weights!, dx], params);
    return left === undefined ? right! : right === undefined ? left : add(left, right);
  }
};

/** S = Q·Kᵀ, with 0 for what is not seen where that is not finite. Q̄ = S̄·K and K̄ = S̄ᵀ·Q. */
const scoring: Primitive<Tensor> = {
  name: "scoreSeen",
  forward: ([query, key], seen) => {
    const scores = matmul(query!, key!, {transposeB: true});
    return finite(scores) ? scores : where(seenIn(seen, scores), scores, 0);
  },
  vjp: (dscores, {inputs: [query, key], params: seen, wants}) => [
    wants(0) ? apply(weighing, [dscores, key!], {seen, flipped: false}) : undefined,
    wants(1) ? apply(weighing, [dscores, query!], {seen, flipped: true}) : undefined
  ],
  jvp: ([dquery, dkey], {inputs: [query, key], params: seen}) => {
    const left = dquery === undefined ? undefined : scoreSeen(dquery, key!, seen);
    const right = dkey === undefined ? undefined : scoreSeen(query!, dkey, seen);
    return left === undefined ? right! : right === undefined ? left : add(left, right);
  }
};

/** query·keyᵀ, [batch, kvHeads, group, queryLen, keyLen]; all are seen where `seen` is undefined. */
export const scoreSeen = (query: Tensor, key: Tensor, seen: Tensor | undefined): Tensor =>
  seen === undefined ? matmul(query, key, {transposeB: true}) : apply(scoring, [query, key], seen);

/** weights·value, [batch, kvHeads, group, queryLen, dim], whose weights are 0 where a key is not seen. */
export const weighSeen = (weights: Tensor, value: Tensor, seen: Tensor | undefined): Tensor =>
  seen === undefined ? matmul(weights, value) : apply(weighing, [weights, value], {seen, flipped: false});
