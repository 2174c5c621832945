import {define} from "../../../components/stage.js";

/** Derivatives, and how programs take them. */
export const autodiff = [
  define(
    "derivatives",
    "difference quotient",
    ["difference quotients"],
    "How much a function changes over a step, divided by the step: the slope of the secant through two points of its graph."
  ),
  define(
    "derivatives",
    "partial derivative",
    ["partial derivatives"],
    "The derivative of a function of several variables with respect to one of them, the others held still."
  ),
  define(
    "derivatives",
    "derivative",
    ["derivatives"],
    "The limit of the difference quotient as the step goes to zero: how fast a function changes, per unit of its input."
  ),
  define(
    "derivatives",
    "gradient",
    ["gradients"],
    "The vector of all partial derivatives. It points where the function rises fastest, and its length is the slope there."
  ),
  define(
    "derivatives",
    "directional derivative",
    ["directional derivatives"],
    "The slope of a function along a direction of length one: the inner product of the gradient and the direction."
  ),
  define(
    "rules",
    "subgradient",
    ["subgradients"],
    "The slope of a line that touches a convex function from below: at a kink there are many, elsewhere only the derivative."
  ),
  define(
    "chain-rule",
    "vanishing gradient",
    ["vanishing gradients", "exploding gradient", "exploding gradients"],
    "Slopes along a path multiply: many below one leave almost nothing of the gradient, many above one let it grow without bound."
  ),
  define(
    "modes",
    "Jacobian",
    ["Jacobians"],
    "The matrix of all partial derivatives of a function from n numbers to m: a row for each output, a column for each input."
  ),
  define(
    "modes",
    "reverse mode",
    [],
    "Taking derivatives from the output back to the inputs: one pass gives the gradient of one output with respect to everything."
  ),
  define(
    "modes",
    "forward mode",
    [],
    "Taking derivatives from the inputs along with the values: one pass gives how all outputs move as one input moves."
  ),
  define(
    "modes",
    "dual number",
    ["dual numbers"],
    "A value together with the rate at which it changes; arithmetic on such pairs is forward mode."
  ),
  define(
    "graphs",
    "computational graph",
    ["computational graphs"],
    "A program written down as its operations, each joined to those whose results it uses."
  ),
  define(
    "testing",
    "central difference",
    ["central differences"],
    "The slope of the secant between a step back and a step ahead: its error shrinks with the square of the step."
  ),
  define(
    "mistakes",
    "perturbation confusion",
    [],
    "Taking the change of an outer derivative for that of an inner one, where derivatives are nested: the answer has terms too many."
  ),
  define(
    "tensors",
    "broadcasting",
    [],
    "Using a smaller tensor as if it were repeated along the axes that it lacks or where it has extent one."
  ),
  define(
    "tensors",
    "row-major",
    ["row-major order"],
    "An order of a tensor's numbers in memory in which the last index runs fastest."
  ),
  define(
    "tensors",
    "fused operation",
    ["fused operations"],
    "An operation that does in one pass or two what its definition does in many smaller operations, with a rule of its own."
  ),
  define(
    "testing",
    "unit roundoff",
    [],
    "The largest relative error of rounding once to a kind of float: 2 to the −53 in float64, to the −24 in float32, to the −8 in bfloat16."
  ),
  define(
    "testing",
    "mutation testing",
    [],
    "Breaking a program on purpose, one place at a time, to see whether its tests fail."
  ),
  define("testing", "bfloat16", [], "A float of 16 bits with the range of float32 and 8 bits of precision."),
  define(
    "fast",
    "arithmetic intensity",
    [],
    "How many operations a computation does for each byte that it fetches from memory."
  ),
  define(
    "modes",
    "vector–Jacobian product",
    ["vector–Jacobian products", "VJP", "VJPs"],
    "A row vector times the Jacobian: what one pass of reverse mode computes, without making the matrix."
  ),
  define(
    "modes",
    "Jacobian–vector product",
    ["Jacobian–vector products", "JVP", "JVPs"],
    "The Jacobian times a column vector: what one pass of forward mode computes, without making the matrix."
  )
];
