/** The tiny example of the stage with a hidden layer: five tokens, vectors of width two, two hidden neurons. */
import {add, backward, dot, exp, log, relu, sub, sum, tanh, variable, type Expression} from "/lib/scalar.js";

export const TOKENS = ["⏎", "a", "b", "e", "n"] as const;
export type Token = (typeof TOKENS)[number];
export type TinyBend = "tanh" | "relu" | "none";
type Matrix<T> = readonly (readonly T[])[];

interface TinyHidden<T = number> {
  /** A row for each token. */
  readonly vectors: Matrix<T>;
  readonly hidden: {readonly weight: Matrix<T>; readonly bias: readonly T[]};
  readonly output: {readonly weight: Matrix<T>; readonly bias: readonly T[]};
}

export const VECTORS: Matrix<number> = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 1]
];
export const OUTPUT: Matrix<number> = [
  [0, 1, -1, 0, 1],
  [1, 0, 0, -1, 1]
];

export const START: TinyHidden = {
  vectors: VECTORS,
  hidden: {
    weight: [
      [1, 0],
      [0, 1]
    ],
    bias: [0, 0]
  },
  output: {weight: OUTPUT, bias: [0, 0, 0, 0, 0]}
};
const RATE = 0.5;

const column = <T>(matrix: Matrix<T>, j: number): readonly T[] => matrix.map((row) => row[j]!);
const mapped = <A, B>({vectors, hidden, output}: TinyHidden<A>, f: (x: A) => B): TinyHidden<B> => {
  const rows = (matrix: Matrix<A>): Matrix<B> => matrix.map((row) => row.map(f));
  return {
    vectors: rows(vectors),
    hidden: {weight: rows(hidden.weight), bias: hidden.bias.map(f)},
    output: {weight: rows(output.weight), bias: output.bias.map(f)}
  };
};

/** x·W + b, a list of expressions. */
const dense = (x: readonly Expression[], {weight, bias}: TinyHidden<Expression>["hidden"]): readonly Expression[] =>
  bias.map((b, j) => add(dot(x, column(weight, j)), b));

/** One prediction with all that lies on its way, and the gradient of its loss by each of them. */
export interface TinyPass {
  readonly x: readonly number[];
  readonly z: readonly number[];
  readonly h: readonly number[];
  readonly logits: readonly number[];
  readonly probabilities: readonly number[];
  readonly loss: number;
  readonly gradients: TinyHidden;
  readonly slopes: {
    readonly x: readonly number[];
    readonly z: readonly number[];
    readonly h: readonly number[];
    readonly logits: readonly number[];
  };
}

/** What follows token `from`, if `next` comes: forward and backward, by the library's scalars in float64. */
export function tinyPass(params: TinyHidden, from: Token, next: Token, bend: TinyBend = "tanh"): TinyPass {
  const variables = mapped(params, variable);
  const x = variables.vectors[TOKENS.indexOf(from)]!;
  const z = dense(x, variables.hidden);
  const h = z.map((v) => (bend === "tanh" ? tanh(v) : bend === "relu" ? relu(v) : v));
  const logits = dense(h, variables.output);
  const total = log(sum(logits.map(exp)));
  const loss = sub(total, logits[TOKENS.indexOf(next)]!);
  const slope = backward(loss);
  const values = (list: readonly Expression[]) => list.map(({value}) => value);
  const slopes = (list: readonly Expression[]) => list.map((v) => slope.get(v));
  return {
    x: values(x),
    z: values(z),
    h: values(h),
    logits: values(logits),
    probabilities: logits.map((v) => exp(sub(v, total)).value),
    loss: loss.value,
    gradients: mapped(variables, (v) => slope.get(v)),
    slopes: {x: slopes(x), z: slopes(z), h: slopes(h), logits: slopes(logits)}
  };
}

/** One step down the gradient. */
export function tinyStep(params: TinyHidden, {gradients}: TinyPass, rate = RATE): TinyHidden {
  const rows = (a: Matrix<number>, g: Matrix<number>) => a.map((row, i) => row.map((v, j) => v - rate * g[i]![j]!));
  const list = (a: readonly number[], g: readonly number[]) => a.map((v, i) => v - rate * g[i]!);
  return {
    vectors: rows(params.vectors, gradients.vectors),
    hidden: {
      weight: rows(params.hidden.weight, gradients.hidden.weight),
      bias: list(params.hidden.bias, gradients.hidden.bias)
    },
    output: {
      weight: rows(params.output.weight, gradients.output.weight),
      bias: list(params.output.bias, gradients.output.bias)
    }
  };
}
