import type {Tensor} from "/lib/tensor.js";
import type {Tensors} from "../../../components/tensors.js";

export const rulesToBreak = ["tanh", "product", "matmul", "softmax", "layer-norm", "cross-entropy"] as const;
export type RuleToBreak = (typeof rulesToBreak)[number];

export const breaks = ["right", "sign", "factor", "term", "value"] as const;
export type Break = (typeof breaks)[number];

type F = (inputs: readonly Tensor[]) => Tensor;

/** An operation at a point, and what its rule looks like when a term is forgotten, or when another function is computed. */
interface Breakable {
  readonly label: string;
  readonly inputs: readonly Tensor[];
  readonly f: F;
  /** A function whose derivative is f's with one thing left out: `forgotten` says which. */
  readonly without: F;
  readonly forgotten: string;
  /** Another function, that a program might compute by mistake. */
  readonly other: F;
  readonly instead: string;
}

/** The operations of the figure, at points drawn from fixed keys, in float64. */
export function breakables(
  t: Tensors,
  draw: (seed: number, shape: readonly number[]) => Tensor
): Readonly<Record<RuleToBreak, Breakable>> {
  const still = t.stopGradient;
  const last = {axes: -1, keepDims: true};
  const targets = t.tensor([1, 3, 0], "int32");
  const firstRow = t.tensor([[1], [0], [0], [0]], "float64");
  const [one, zero] = [t.ones([5], "float64"), t.zeros([5], "float64")];
  const normalized = (x: Tensor, scale: (variance: Tensor) => Tensor): Tensor =>
    t.mul(t.sub(x, t.mean(x, last)), t.rsqrt(scale(t.add(t.variance(x, last), 1e-5))));
  const a = (x: readonly Tensor[]): Tensor => x[0]!;
  const b = (x: readonly Tensor[]): Tensor => x[1]!;
  return {
    tanh: {
      label: "tanh",
      inputs: [draw(1, [6])],
      f: (x) => t.tanh(a(x)),
      without: (x) => t.mul(a(x), still(t.sub(1, t.tanh(a(x))))),
      forgotten: "the square in 1 − y²",
      other: (x) => t.div(a(x), t.add(1, t.abs(a(x)))),
      instead: "x / (1 + |x|) in place of tanh x"
    },
    product: {
      label: "a ⊙ b, b repeated over rows",
      inputs: [draw(2, [4, 3]), draw(3, [3])],
      f: (x) => t.mul(a(x), b(x)),
      without: (x) => t.add(t.mul(a(x), still(b(x))), t.mul(t.mul(still(a(x)), firstRow), b(x))),
      forgotten: "the sum over rows: b’s gradient is that of the first row",
      other: (x) => t.mul(a(x), t.flip(b(x), 0)),
      instead: "b in reverse order"
    },
    matmul: {
      label: "a · b, matrices",
      inputs: [draw(4, [3, 2]), draw(5, [2, 4])],
      f: (x) => t.matmul(a(x), b(x)),
      without: (x) => t.matmul(a(x), still(b(x))),
      forgotten: "all of b’s gradient",
      other: (x) => t.mul(t.matmul(a(x), b(x)), Math.SQRT1_2),
      instead: "the product divided by √k, as attention wants it"
    },
    softmax: {
      label: "softmax",
      inputs: [draw(6, [2, 5])],
      f: (x) => t.softmax(a(x)),
      without: (x) => t.mul(a(x), still(t.softmax(a(x)))),
      forgotten: "ppᵀ: each probability minds its own logit alone",
      other: (x) => t.softmax(t.mul(a(x), Math.LN2)),
      instead: "powers of 2 in place of powers of e"
    },
    "layer-norm": {
      label: "LayerNorm",
      inputs: [draw(7, [2, 5])],
      f: (x) => t.layerNorm(a(x), one, zero),
      without: (x) => normalized(a(x), still),
      forgotten: "the variance: it is held still",
      other: (x) => normalized(a(x), (v) => t.mul(v, 5 / 4)),
      instead: "the variance divided by n − 1"
    },
    "cross-entropy": {
      label: "cross-entropy",
      inputs: [draw(8, [3, 4])],
      f: (x) => t.crossEntropy(a(x), targets),
      without: (x) => t.mean(t.logSumExp(a(x), {axes: -1})),
      forgotten: "the one at the target: p in place of p − onehot",
      other: (x) => t.crossEntropy(a(x), targets, {labelSmoothing: 0.1}),
      instead: "labels smoothed by 0.1"
    }
  };
}

/** f's value with g's derivative: the difference of the two is added as a constant. */
const valueOfWithSlopeOf =
  (t: Tensors, f: F, g: F): F =>
  (x) =>
    t.add(g(x), t.stopGradient(t.sub(f(x), g(x))));

/** The operation with its rule broken in one way. */
export function broken(t: Tensors, {f, without, other}: Breakable, how: Break): F {
  switch (how) {
    case "right":
      return f;
    case "sign":
      return valueOfWithSlopeOf(t, f, (x) => t.neg(f(x)));
    case "factor":
      return valueOfWithSlopeOf(t, f, (x) => t.mul(f(x), 1.001));
    case "term":
      return valueOfWithSlopeOf(t, f, without);
    case "value":
      return other;
  }
}
