import {chart, ends, line, moment, type Mark, type Point} from "../../../components/chart/chart.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {decades} from "../../../components/chart/decades.js";
import {figure} from "../../../components/figure/figure.js";
import {
  curves,
  differenceRules,
  differences,
  quotient,
  smoothCurves,
  theoryOf,
  type CurveName,
  type Difference,
  type Theory
} from "../model/differenceFunctions.js";

interface Value {
  readonly curve: CurveName;
  readonly rule: Difference;
  readonly x: number;
}

interface Precision {
  readonly name: string;
  readonly meaning: string;
  readonly unit: number;
  readonly round: (x: number) => number;
  /** The least step, as a power of two, at which x ± h has no rounding of its own. */
  readonly least: number;
}

const precisions: readonly Precision[] = [
  {name: "float64", meaning: "model", unit: 2 ** -53, round: (x) => x, least: 48},
  {name: "float32", meaning: "data", unit: 2 ** -24, round: Math.fround, least: 19}
];

interface Line extends Precision {
  readonly points: readonly Point[];
  readonly theory: Theory;
  /** The step with the least error that was found, and that error. */
  readonly found: Point;
}

const LEAST = 1e-17;

function errorsOf({curve, rule, x}: Value): readonly Line[] {
  const {f, d} = smoothCurves[curve];
  return precisions.map((precision): Line => {
    const points: Point[] = [];
    for (let k = precision.least; k >= 0; k--)
      for (const part of [1, 1.25, 1.5, 1.75]) {
        const h = part * 2 ** -k;
        if (h > 1) continue;
        const error = Math.abs(quotient(differenceRules[rule], f, x, h, precision.round) - d(1, x));
        points.push([h, error > 0 ? error : NaN]);
      }
    const found = points.reduce((a, b) => (b[1] < a[1] ? b : a), [NaN, Infinity]);
    return {
      ...precision,
      points,
      found,
      theory: theoryOf(differenceRules[rule], smoothCurves[curve], x, precision.unit)
    };
  });
}

/** The error of a difference quotient against its step, with what theory says of it, in two precisions. */
export function uShapedError(name = "u-shaped-error") {
  return figure<Value, readonly Line[]>({
    name,
    title: "Too large a step, too small a step",
    caption:
      "The error of a difference quotient against its step, both on logarithmic axes, computed now. Thin: truncation, which grows with the step, and rounding, which grows as it shrinks, as derived below. Vertical: where their sum is least. Steps have few binary digits, so that x ± h is exact.",
    controls: {
      curve: select<CurveName>(curves, {label: "f", format: (c) => smoothCurves[c].label}),
      rule: choice<Difference>(differences, {label: "Difference", value: "central"}),
      x: slider([0.25, 4], {label: "x", value: 1, step: 0.25, format: (x) => x.toFixed(2)})
    },
    compute: errorsOf,
    draw: (_, {width, result}) => {
      const bounded = (f: (h: number) => number): readonly Point[] =>
        Array.from({length: 65}, (_, i) => 10 ** (-15 + (15 * i) / 64)).map((h): Point => [
          h,
          f(h) >= LEAST && f(h) <= 10 ? f(h) : NaN
        ]);
      const marks: readonly Mark[] = result.flatMap(({theory, meaning, points}) => [
        line(bounded(theory.truncation), {meaning: "gradient", width: 1}),
        line(bounded(theory.rounding), {meaning, width: 1, dashed: true}),
        line(
          points.map(([h, e]): Point => [h, e <= 10 && e >= LEAST ? e : NaN]),
          {meaning, width: 2.25}
        ),
        ...(theory.best > 1e-15 && theory.best <= 1 ? [moment(theory.best)] : [])
      ]);
      const names = result.map(({points, name: text, meaning}) => {
        const [x, y] = points.find(([, e]) => e <= 10) ?? [1e-15, 1];
        return {x, y, text, meaning};
      });
      return chart({
        width,
        height: 360,
        marginRight: 18,
        x: {domain: [1e-15, 1], label: "Step h", scale: "log", ticks: 16, format: decades(4)},
        y: {domain: [LEAST, 10], label: "Error of the derivative", scale: "log", ticks: 18, format: decades(4)},
        marks: [...marks, ends(names)]
      });
    },
    describe: ({curve, rule, x}, result) =>
      `${smoothCurves[curve].label} at x = ${x}, ${rule} difference. ${result.map(({name, theory, found}) => `${name}: the least error found is ${found[1].toExponential(1)} at h = ${found[0].toExponential(1)}; theory has its least at h = ${theory.best.toExponential(1)}, where it promises at most ${(theory.truncation(theory.best) + theory.rounding(theory.best)).toExponential(1)}`).join(". ")}.`,
    code: ({curve, rule, x}) => {
      const {terms, divisor} = differenceRules[rule];
      const sum = terms
        .map(
          ([m, w]) =>
            `${w < 0 ? "-" : "+"} ${Math.abs(w) === 1 ? "" : `${Math.abs(w)} * `}f(x${m === 0 ? "" : ` ${m < 0 ? "-" : "+"} ${Math.abs(m) === 1 ? "" : `${Math.abs(m)} * `}h`})`
        )
        .join(" ");
      return `import {exp, log, sin, tanh} from "llm-first-principles";
import * as t from "llm-first-principles/tensor";

const f = (x) => ${smoothCurves[curve].code};
const x = ${x};
const g = (x) => ${curve === "fifth" ? "t.pow(x, 5)" : `t.${smoothCurves[curve].code}`};
const truth = t.item(t.grad(g)(t.scalar(x, "float64")));
for (let k = 0; k <= 48; k++) {
  const h = 2 ** -k;
  const slope = (${sum}) / (${divisor === 1 ? "h" : `${divisor} * h`});
  console.log(h, Math.abs(slope - truth));
}`;
    },
    rows: (_, result) =>
      result.flatMap(({name: precision, points}) => points.map(([h, error]) => ({precision, h, error})))
  });
}
