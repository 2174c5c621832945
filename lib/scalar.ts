export {constant, inputsOf, lift, variable, type Expression, type Operand} from "./autodiff/scalar/expression.js";
export * from "./autodiff/scalar/operations.js";
export * from "./autodiff/scalar/sums.js";
export {backward, type ScalarMap} from "./autodiff/scalar/backward.js";
export {rules, type BinaryOp, type Op, type Rule, type UnaryOp} from "./autodiff/scalar/rules.js";
