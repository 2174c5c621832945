/** Numbers of the section on testing: what checks cost and find, and what the library says at kinks. */
import * as t from "/lib/tensor.js";
import {kept} from "../../../components/bench.js";
import {DIRECTIONS, WIDTH, checks} from "../model/checkCosts.js";
import {reported} from "../../../components/tensors.js";

/** tanh with the slope 1 − y in place of 1 − y². */
const wrongTanh = (x: t.Tensor): t.Tensor => {
  const g = t.mul(x, t.stopGradient(t.sub(1, t.tanh(x))));
  return t.add(g, t.stopGradient(t.sub(t.tanh(x), g)));
};

const refusal = (): string => {
  try {
    t.checkGrad((x) => x, t.tensor([1]));
  } catch (error) {
    return error instanceof Error ? error.message.split("\n")[0]! : "";
  }
  throw new Error("checkGrad took float32");
};

const told = (finds: boolean): string => (finds ? "yes" : "no");
const every = (points: string) => kept("pages", "check along directions", `every input, ${points}`).best;

export const facts = () => {
  const all = checks();
  const [central, five, few] = [all.central(), all.five(), all.directions()];
  const [two, fivePoints] = [every("central"), every("five points")];
  const at = (value: number) => reported(t.checkGrad(wrongTanh, t.tensor([value], "float64")));
  return {
    inputs: WIDTH * WIDTH,
    everyCentral: central.evaluations,
    everySeconds: two.theirs / 1000,
    everyFinds: told(central.finds),
    everyFive: five.evaluations,
    everyFiveSeconds: fivePoints.theirs / 1000,
    everyFiveFinds: told(five.finds),
    tried: DIRECTIONS,
    directions: few.evaluations,
    directionSeconds: fivePoints.ours / 1000,
    directionsFind: told(few.finds),
    kink: t.item(t.grad((y: t.Tensor) => t.relu(y))(t.scalar(0, "float64"))),
    tie: t.grad((y: t.Tensor) => t.max(y))(t.tensor([2, 2], "float64")).data[0]!,
    niceZero: at(0),
    niceOne: at(1),
    refusal: refusal()
  };
};
