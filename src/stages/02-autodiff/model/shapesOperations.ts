import type {Tensor} from "/lib/tensor.js";
import type {Tensors} from "../../../components/tensors.js";

export const operations = [
  "add",
  "mul",
  "matmul",
  "sum-first",
  "sum-last",
  "mean",
  "max",
  "softmax",
  "layer-norm",
  "transpose"
] as const;
export type Operation = (typeof operations)[number];

type Shape = readonly number[];

/** An operation as the figure shows it: its name, its code, and what its rule does with the gradient of the result. */
interface Meaning {
  readonly label: string;
  readonly code: string;
  readonly operands: 1 | 2;
  readonly run: (t: Tensors, a: Tensor, b: Tensor) => Tensor;
  /** How the gradients are made, one line for each operand, from the shapes of a, b and the result. */
  readonly rules: (a: Shape, b: Shape, c: Shape) => readonly string[];
}

export const text = (shape: Shape): string => `[${shape.join(", ")}]`;

/** The axes of a result along which an operand of a shape was repeated. */
function repeatedAxes(from: Shape, to: Shape): readonly number[] {
  const lead = to.length - from.length;
  return to.map((_, i) => i).filter((i) => i < lead || (from[i - lead] === 1 && to[i] !== 1));
}

const summed = (gradient: string, from: Shape, to: Shape): string => {
  const axes = repeatedAxes(from, to);
  if (axes.length === 0) return `${gradient}: no axis was repeated, so nothing is summed`;
  return `${gradient}, summed over ${axes.length > 1 ? "axes" : "axis"} ${axes.join(" and ")} of C̄`;
};

const last = {axes: -1};

export const meanings: Readonly<Record<Operation, Meaning>> = {
  add: {
    label: "a + b",
    code: "add(a, b)",
    operands: 2,
    run: (t, a, b) => t.add(a, b),
    rules: (a, b, c) => [`Ā = ${summed("C̄", a, c)}`, `B̄ = ${summed("C̄", b, c)}`]
  },
  mul: {
    label: "a ⊙ b",
    code: "mul(a, b)",
    operands: 2,
    run: (t, a, b) => t.mul(a, b),
    rules: (a, b, c) => [`Ā = ${summed("C̄ ⊙ B", a, c)}`, `B̄ = ${summed("C̄ ⊙ A", b, c)}`]
  },
  matmul: {
    label: "a · b, matrices",
    code: "matmul(a, b)",
    operands: 2,
    run: (t, a, b) => t.matmul(a, b),
    rules: (a, b, c) => {
      if (a.length < 2 || b.length < 2) return [];
      const batch = (one: Shape): string => {
        const axes = repeatedAxes(one.slice(0, -2), c.slice(0, -2));
        return axes.length === 0
          ? ""
          : `, summed over batch ${axes.length > 1 ? "axes" : "axis"} ${axes.join(" and ")}`;
      };
      const [m, n, k] = [c.at(-2), c.at(-1), a.at(-1)];
      return [
        `Ā = C̄ · Bᵀ: [${m}, ${n}] · [${n}, ${k}] → [${m}, ${k}]${batch(a)}`,
        `B̄ = Aᵀ · C̄: [${k}, ${m}] · [${m}, ${n}] → [${k}, ${n}]${batch(b)}`
      ];
    }
  },
  "sum-first": {
    label: "sum over axis 0",
    code: "sum(a, {axes: 0})",
    operands: 1,
    run: (t, a) => t.sum(a, {axes: 0}),
    rules: () => ["Ā = C̄, repeated along axis 0"]
  },
  "sum-last": {
    label: "sum over the last axis",
    code: "sum(a, {axes: -1})",
    operands: 1,
    run: (t, a) => t.sum(a, last),
    rules: () => ["Ā = C̄, repeated along the last axis"]
  },
  mean: {
    label: "mean of all",
    code: "mean(a)",
    operands: 1,
    run: (t, a) => t.mean(a),
    rules: (a) => [`Ā = C̄ / ${a.reduce((x, y) => x * y, 1)}, repeated everywhere`]
  },
  max: {
    label: "max over the last axis",
    code: "max(a, {axes: -1})",
    operands: 1,
    run: (t, a) => t.max(a, last),
    rules: () => ["Ā = C̄ where the largest number stands, and 0 elsewhere"]
  },
  softmax: {
    label: "softmax, last axis",
    code: "softmax(a)",
    operands: 1,
    run: (t, a) => t.softmax(a),
    rules: () => ["Ā = C ⊙ (C̄ − ⟨C̄, C⟩), row by row"]
  },
  "layer-norm": {
    label: "LayerNorm, last axis",
    code: 'layerNorm(a, ones([a.shape.at(-1)], "float64"), zeros([a.shape.at(-1)], "float64"))',
    operands: 1,
    run: (t, a) => {
      const n = [a.shape.at(-1) ?? 1];
      return t.layerNorm(a, t.ones(n, "float64"), t.zeros(n, "float64"));
    },
    rules: () => ["Ā = r (C̄ − mean C̄ − C · mean(C̄ ⊙ C)), row by row, r = 1/√(variance + ε)"]
  },
  transpose: {
    label: "transpose",
    code: "transpose(a)",
    operands: 1,
    run: (t, a) => t.transpose(a),
    rules: () => ["Ā = C̄, transposed back"]
  }
};
