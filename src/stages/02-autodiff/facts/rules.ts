import {exp as power} from "/lib/index.js";
import {backward, cos, exp, log, numericalGradient, sigmoid, sin, sqrt, tanh, variable} from "/lib/scalar.js";
import type {Expression} from "/lib/scalar.js";

const functions = {exp, log, tanh, sigmoid, sin, cos, sqrt};

/** How far each rule is from central differences, and what reusing the value costs where tanh is flat. */
export const facts = () => {
  const places = Array.from({length: 200}, (_, i) => (i + 0.5) / 50); // in (0, 4), where all are defined
  const slopeAt = (f: (x: Expression) => Expression, at: number): number => {
    const x = variable(at);
    return backward(f(x)).get(x);
  };
  const worst = (f: (x: Expression) => Expression): number => {
    const off = places.map((at) => {
      const slope = slopeAt(f, at);
      const difference = numericalGradient(([x = NaN]) => f(variable(x)).value, [at])[0]!;
      return Math.abs(slope - difference) / Math.max(1, Math.abs(slope));
    });
    return Math.max(...off);
  };
  const flat = (at: number) => {
    const slope = slopeAt(tanh, at);
    const small = power(-2 * at);
    const exact = (4 * small) / ((1 + small) * (1 + small));
    return {[`exact${at}`]: exact, [`slope${at}`]: slope, [`lost${at}`]: Math.abs(slope - exact) / exact};
  };
  return {
    places: places.length,
    ...(Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, worst(f)])) as Readonly<
      Record<string, number>
    >),
    ...(Object.assign({}, ...[1, 5, 10, 15, 19, 20].map(flat)) as Readonly<Record<string, number>>)
  };
};

/** What the page says of them in words. */
export const claims = (f: Readonly<Record<string, number>>) => {
  const lost = [1, 5, 10, 15, 19, 20].map((x) => f[`lost${x}`] ?? NaN);
  const worst = Object.keys(functions).map((name) => f[name] ?? NaN);
  return {
    agree: Math.max(...worst) < 1e-6,
    logIsWorst: f["log"] === Math.max(...worst),
    tanhIsClose: (f["tanh"] ?? NaN) < 1e-10,
    losesMoreAndMore: lost.slice(1).every((x, i) => x > lost[i]!),
    atOneNothing: lost[0]! < 1e-15,
    halfOfTheDigitsAtTen: lost[2]! > 1e-9 && lost[2]! < 1e-7,
    allIsLostAtTwenty: f["slope20"] === 0 && lost[5] === 1
  };
};
