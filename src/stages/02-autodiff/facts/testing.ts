/** Numbers of the section on testing: what checks cost and find, and what the library says at kinks. */
import * as t from "/lib/tensor.js";
import {reported} from "../../../components/tensors.js";

const draw = (seed: number, shape: readonly number[]): t.Tensor => t.randomNormal(t.key(seed), shape, "float64");
const WIDTH = 24;
const DIRECTIONS = 20;

/** How many evaluations and seconds it takes to try directions, and whether one wrong entry of the gradient is found. */
function cost(f: (w: t.Tensor) => t.Tensor, w: t.Tensor, wrong: Float64Array, directions: number, five: boolean) {
  const n = w.data.length;
  const h = five ? 3e-4 : 1e-5;
  let evaluations = 0;
  let found = false;
  const at = (v: ArrayLike<number>, step: number): number => {
    evaluations++;
    return t.item(
      f(
        t.tensor(
          Float64Array.from(v, (x, i) => w.data[i]! + step * x),
          {shape: w.shape}
        )
      )
    );
  };
  const slope = (v: ArrayLike<number>): number =>
    five ? (8 * (at(v, h) - at(v, -h)) - (at(v, 2 * h) - at(v, -2 * h))) / (12 * h) : (at(v, h) - at(v, -h)) / (2 * h);
  const began = performance.now();
  for (let i = 0; i < (directions || n); i++) {
    const v = directions > 0 ? draw(100 + i, [n]).data : Float64Array.from({length: n}, (_, j) => (i === j ? 1 : 0));
    const expected = slope(v);
    let claimed = 0;
    for (let j = 0; j < n; j++) claimed += wrong[j]! * v[j]!;
    found ||= Math.abs(claimed - expected) > 1e-6 * Math.max(1, Math.abs(expected));
  }
  return {evaluations, seconds: (performance.now() - began) / 1000, finds: found ? "yes" : "no"};
}

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

export const facts = () => {
  const [x, u, w] = [draw(1, [8, WIDTH]), draw(2, [8, WIDTH]), draw(3, [WIDTH, WIDTH])];
  const f = (weights: t.Tensor) => t.sum(t.mul(t.tanh(t.matmul(x, weights)), u));
  const wrong = Float64Array.from(t.grad(f)(w).data);
  wrong[100]! *= 2;
  const [central, five, few] = [
    cost(f, w, wrong, 0, false),
    cost(f, w, wrong, 0, true),
    cost(f, w, wrong, DIRECTIONS, true)
  ];
  const at = (value: number) => reported(t.checkGrad(wrongTanh, t.tensor([value], "float64")));
  return {
    inputs: WIDTH * WIDTH,
    everyCentral: central.evaluations,
    everySeconds: central.seconds,
    everyFinds: central.finds,
    everyFive: five.evaluations,
    everyFiveSeconds: five.seconds,
    everyFiveFinds: five.finds,
    tried: DIRECTIONS,
    directions: few.evaluations,
    directionSeconds: few.seconds,
    directionsFind: few.finds,
    kink: t.item(t.grad((y: t.Tensor) => t.relu(y))(t.scalar(0, "float64"))),
    tie: t.grad((y: t.Tensor) => t.max(y))(t.tensor([2, 2], "float64")).data[0]!,
    niceZero: at(0),
    niceOne: at(1),
    refusal: refusal()
  };
};
