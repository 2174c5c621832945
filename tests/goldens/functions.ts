import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";
import {compare, read} from "./tensor.js";
import {number, type Check, type Families, type GoldenCase} from "./types.js";

type Constants = (name: string) => Tensor;
type Make = (constant: Constants, golden: GoldenCase) => (x: Tensor) => Tensor;

const at = (x: Tensor, i: number): Tensor => t.reshape(t.slice(x, [i, i + 1]), []);
const entries = (x: Tensor): readonly Tensor[] => Array.from({length: x.shape[0]!}, (_, i) => at(x, i));

/** The functions that the files name, as their formulas say. */
const table: Readonly<Record<string, Make>> = {
  rosenbrock: () => (x) => {
    const [head, tail] = [t.slice(x, [0, -1]), t.slice(x, [1])];
    return t.sum(t.add(t.mul(t.square(t.sub(tail, t.square(head))), 100), t.square(t.sub(1, head))));
  },
  quadratic: (constant) => (x) =>
    t.sub(t.mul(t.matmul(x, t.matmul(constant("A"), x)), 0.5), t.matmul(constant("b"), x)),
  logSumExp: () => (x) => t.logSumExp(x),
  mlpScalar: (constant) => (x) => t.matmul(constant("w2"), t.tanh(t.add(t.matmul(constant("W1"), x), constant("b1")))),
  product: () => (x) => entries(x).reduce((product, entry) => t.mul(product, entry)),
  crossEntropy:
    (_, {inputs}) =>
    (x) =>
      t.sub(t.logSumExp(x), at(x, number(inputs["target"]))),
  softmax: () => (x) => t.softmax(x),
  tanhLinear: (constant) => (x) => t.tanh(t.add(t.matmul(constant("W"), x), constant("b"))),
  sinOuter: () => (x) => {
    const [x0, x1, x2] = entries(x) as [Tensor, Tensor, Tensor];
    return t.stack([t.sin(t.mul(x0, x1)), t.div(t.exp(x1), t.add(1, t.square(x2))), t.mul(x0, x2)]);
  },
  layerNorm: () => (x) => t.layerNorm(x, t.onesLike(x), t.zerosLike(x))
};

function adFunctions(golden: GoldenCase): readonly Check[] {
  const {inputs, config, expected} = golden;
  const make = table[String(config["function"])];
  if (make === undefined) throw new TypeError(`a function that we do not have: ${String(config["function"])}`);
  const f = make((name) => read(inputs[name], "float64"), golden);
  const x = read(inputs["x"], "float64");
  const tangent = read(inputs["tangent"], "float64");
  const moved = t.jvp(f, x, tangent);
  const actual: Readonly<Record<string, () => Tensor>> = {
    value: () => f(x),
    gradient: () => t.grad(f)(x),
    jvp: () => moved.tangent,
    hessian: () => t.hessian(f, x),
    hessianVectorProduct: () => t.hessianVectorProduct(f, x, tangent),
    jacobian: () => t.jacobian(f, x, "forward"),
    vjp: () => t.vjp(f, x).pull(read(inputs["cotangent"], "float64"))
  };
  const checks = Object.entries(expected).map(([what, value]) => compare(what, actual[what]!(), value));
  return "jacobian" in expected
    ? [...checks, compare("jacobian by rows", t.jacobian(f, x, "reverse"), expected["jacobian"])]
    : checks;
}

export const families: Families = {ad_functions: adFunctions};
