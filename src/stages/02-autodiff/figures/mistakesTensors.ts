/** Mistakes that need tensors. The engine is loaded when a reader comes near the first of them. */
import type {Tensor} from "/lib/tensor.js";
import {demonstration} from "../../../components/figure/demonstration.js";
import {messageOf} from "../../../components/message.js";

const engine = () => import("/lib/tensor.js");

/** Numbers of a tensor, in a line. */
const line = ({data}: Tensor, digits = 3): string =>
  `[${Array.from(data, (v) => (Number.isFinite(v) ? String(Number(v.toPrecision(digits))).replace("-", "−") : v > 0 ? "∞" : v < 0 ? "−∞" : "NaN")).join(", ")}]`;

/** The logarithm in a branch that was not taken. */
export const otherBranch = (): HTMLElement =>
  demonstration(7, async () => {
    const {grad, greater, log, sum, tensor, where} = await engine();
    const x = tensor([0, 0.5, 2], "float64");
    const careless = (x: Tensor): Tensor => where(greater(x, 0), log(x), 0);
    const careful = (x: Tensor): Tensor => where(greater(x, 0), log(where(greater(x, 0), x, 1)), 0);
    const rows = [
      {what: "where(x > 0, log(x), 0)", f: careless},
      {what: "where(x > 0, log(where(x > 0, x, 1)), 0)", f: careful}
    ];
    return {
      columns: [
        {label: "x = [0, 0.5, 2]", value: (row) => row.what},
        {label: "Value", value: (row) => line(row.f(x))},
        {label: "Gradient of its sum", value: (row) => line(grad((x: Tensor) => sum(row.f(x)))(x))}
      ],
      rows,
      note: "Both values are the same. In the first gradient, 0 came back for what was not chosen, and met the slope 1/0 of the logarithm: 0 · ∞ is NaN."
    };
  });

/** A logarithm of a softmax, and the two as one. */
export const twoSteps = (): HTMLElement =>
  demonstration(7, async () => {
    const {grad, log, logSoftmax, mul, softmax, sum, tensor} = await engine();
    const logits = tensor([0, 800, 3], "float64");
    const first = tensor([1, 0, 0], "float64"); // the first token was right
    const rows = [
      {what: "log(softmax(z))", f: (z: Tensor) => log(softmax(z))},
      {what: "logSoftmax(z)", f: (z: Tensor) => logSoftmax(z)}
    ];
    return {
      columns: [
        {label: "z = [0, 800, 3], the first is right", value: (row) => row.what},
        {label: "Log-probabilities", value: (row) => line(row.f(logits), 4)},
        {
          label: "Gradient of the loss",
          value: (row) => line(grad((z: Tensor) => mul(-1, sum(mul(row.f(z), first))))(logits))
        }
      ],
      rows,
      note: "A wrong model is where a gradient is needed most, and there the first has none."
    };
  });

/** Predictions of one shape against targets of another. */
export const crossed = (): HTMLElement =>
  demonstration(7, async () => {
    const {mean, reshape, square, sub, tensor, valueAndGrad} = await engine();
    const predicted = tensor([[1], [2], [3]], "float64");
    const target = tensor([1, 2, 3], "float64");
    const loss = (target: Tensor) => (p: Tensor) => mean(square(sub(p, target)));
    const rows = [
      {what: "target of [3]", target},
      {what: "target of [3, 1]", target: reshape(target, [3, 1])}
    ].map(({what, target}) => ({
      what,
      shape: sub(predicted, target).shape,
      ...valueAndGrad(loss(target))(predicted)
    }));
    return {
      columns: [
        {label: "Predictions of [3, 1], all exactly right", value: (row) => row.what},
        {label: "Difference", value: (row) => `[${row.shape.join(", ")}]`},
        {label: "Loss", value: (row) => line(row.value).slice(1, -1)},
        {label: "Gradient", value: (row) => line(row.grads)}
      ],
      rows,
      note: "The gradient has the right shape in both. The first pulls every prediction to the mean of all targets."
    };
  });

/** A gradient of what has none, and of what was cut off. */
export const cutOff = (): HTMLElement =>
  demonstration(11, async () => {
    const {cast, grad, mul, stopGradient, sum, tensor} = await engine();
    const attempt = (work: () => Tensor): string => {
      try {
        return line(work());
      } catch (error) {
        return messageOf(error).split("\n")[0] ?? ""; // the rule; what was found and what to do follow
      }
    };
    const square = (x: Tensor): Tensor => sum(mul(x, x));
    const x = tensor([1, 2], "float64");
    return {
      columns: [
        {label: "Gradient of the sum of x², at [1, 2]", value: (row) => row.what},
        {label: "Answer", value: (row) => row.is}
      ],
      rows: [
        {what: "x of float64", is: attempt(() => grad(square)(x))},
        {
          what: "one factor behind stopGradient",
          is: attempt(() => grad((x: Tensor) => sum(mul(x, stopGradient(x))))(x))
        },
        {what: "x of int32", is: attempt(() => grad(square)(cast(x, "int32")))}
      ],
      note: "The third is refused aloud. The second is a number, and half of what it should be."
    };
  });
