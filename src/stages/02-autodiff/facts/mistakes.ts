/** What the symptoms on the page of mistakes are in numbers. */
import {exp, sin} from "/lib/index.js";
import {add, backward, mul, numericalGradient, parse, variable} from "/lib/scalar.js";
import * as t from "/lib/tensor.js";
import {bugs, slopesWith} from "../model/plantedBugs.js";

const sets = bugs.find((bug) => bug.sets === true)!;

/** (w − 3)² from 0 with a rate of 0.3, where old gradients stay or not: where w is after each step. */
function descent(clear: boolean): readonly number[] {
  let [w, kept] = [0, 0];
  return Array.from({length: 12}, () => {
    kept = (clear ? 0 : kept) + 2 * (w - 3);
    return (w -= 0.3 * kept);
  });
}

/** The loss (w − 3)² after steps of this rate, from 0. */
function lossAfter(rate: number, steps: number): number {
  let at = 0;
  for (let i = 0; i < steps; i++) {
    const w = variable(at);
    const error = add(w, -3);
    at -= rate * backward(mul(error, error)).get(w);
  }
  return (at - 3) * (at - 3);
}

export const facts = () => {
  const slope = (formula: string) => slopesWith(sets, formula, [3, 2])[0];
  const truth = (formula: string) => slopesWith({name: ""}, formula, [3, 2])[0];
  const [kept, cleared] = [descent(false), descent(true)];
  const predicted = t.tensor([[1], [2], [3]], "float64");
  const crossed = t.sub(predicted, t.tensor([1, 2, 3], "float64"));
  const kink = variable(0);
  return {
    setOnce: slope("x * y"),
    setOnceTrue: truth("x * y"),
    setTwice: slope("x * x"),
    setTwiceTrue: truth("x * x"),
    keptFarthest: Math.max(...kept),
    keptLast: Math.abs(kept.at(-1)! - 3),
    clearedLast: Math.abs(cleared.at(-1)! - 3),
    crossedLoss: t.item(t.mean(t.square(crossed))),
    overflowed: exp(800) === Infinity ? 1 : 0,
    kinkBackward: backward(parse("relu(x) - relu(-x)", {x: kink})).get(kink),
    kinkDifference: numericalGradient(([x = NaN]) => parse("relu(x) - relu(-x)", {x}).value, [0])[0]!,
    up: lossAfter(-0.3, 5),
    far: lossAfter(1.1, 5),
    upSmall: lossAfter(-0.003, 5),
    farSmall: lossAfter(0.011, 5),
    narrow: Math.min(
      ...[1e-1, 1e-2, 1e-3, 1e-5, 1e-7].map((h) => {
        const f = (x: number): number => Math.fround(sin(Math.fround(x)));
        const x = (sign: number): number => Math.fround(1 + sign * h);
        return Math.abs(Math.fround(Math.fround(f(x(1)) - f(x(-1))) / Math.fround(2 * h)) - 0.5403023058681398);
      })
    )
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  onceIsRight: f.setOnce === f.setOnceTrue,
  twiceIsHalf: f.setTwice * 2 === f.setTwiceTrue,
  clearedArrives: f.clearedLast < 1e-3,
  keptSwings: f.keptFarthest > 4 && f.keptLast > 0.1,
  perfectIsPunished: f.crossedLoss > 1,
  overflows: f.overflowed === 1,
  engineIsWrongAtKink: f.kinkBackward === 0 && Math.abs(f.kinkDifference - 1) < 1e-9,
  bothGrow: f.up > 9 && f.far > 9,
  smallTellsApart: f.upSmall > 9 && f.farSmall < 9,
  fewerThanFiveDigits: f.narrow > 1e-5
});
