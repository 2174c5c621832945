export {
  constant,
  inputsOf,
  slopeOf,
  variable,
  type Expression,
  type ExpressionKind,
  type Operand
} from "./autodiff/scalar/expression.js";
export * from "./autodiff/scalar/operations.js";
export * from "./autodiff/scalar/sums.js";
export {backward, type ScalarMap} from "./autodiff/scalar/backward.js";
export * from "./autodiff/scalar/tangents.js";
export {expressions, numbers, type Arithmetic} from "./autodiff/scalar/arithmetic.js";
export * from "./autodiff/scalar/dual.js";
export * from "./autodiff/scalar/gradients.js";
export * from "./autodiff/scalar/graphOf.js";
export * from "./autodiff/scalar/toDot.js";
export * from "./autodiff/scalar/numericalGradient.js";
export * from "./autodiff/scalar/parse.js";
export {rules, type BinaryOp, type Op, type Rule, type Slope, type UnaryOp} from "./autodiff/scalar/rules.js";
export * from "./autodiff/scalar/activations.js";
export * from "./autodiff/scalar/neuron.js";
export * from "./autodiff/scalar/layer.js";
export * from "./autodiff/scalar/mlp.js";
