/** Mistakes of numbers and of judgment, made on purpose beside what is right. */
import {cos, log, sin} from "/lib/index.js";
import {add, backward, graphOf, mul, numericalGradient, parse, sin as sine, sum, variable} from "/lib/scalar.js";
import {show} from "./mistakes.js";
import {demonstration} from "../../../components/figure/demonstration.js";

/** What the engine says at kinks, beside both sides. */
export const kinks = (): HTMLElement =>
  demonstration(10, () => {
    const rows = ["relu(x)", "abs(x)", "relu(x) - relu(-x)", "max(x, 2 * x)"].map((formula) => {
      const x = variable(0);
      const f = (at: number): number => parse(formula, {x: at}).value;
      const h = 1e-3;
      return {
        formula,
        left: (f(0) - f(-h)) / h,
        right: (f(h) - f(0)) / h,
        both: numericalGradient(([at = 0]) => f(at), [0])[0] ?? NaN,
        said: backward(parse(formula, {x})).get(x)
      };
    });
    return {
      columns: [
        {label: "At x = 0", value: (row) => row.formula},
        {label: "From the left", value: (row) => show(row.left)},
        {label: "From the right", value: (row) => show(row.right)},
        {label: "Central", value: (row) => show(row.both)},
        {label: "backward", value: (row) => show(row.said)}
      ],
      rows,
      note: "The third is x, smooth, with slope 1 everywhere. Its two halves are not smooth at 0, and the engine knows only the halves."
    };
  });

/** Differences in two precisions, over smaller and smaller steps. */
export const badSteps = (): HTMLElement =>
  demonstration(13, () => {
    const narrow = (x: number): number => Math.fround(sin(Math.fround(x)));
    const off = (f: (x: number) => number, round: (x: number) => number, h: number): number => {
      const [up, down] = [round(1 + h), round(1 - h)];
      return Math.abs(round(round(f(up) - f(down)) / round(2 * h)) - cos(1));
    };
    const rows = [1e-1, 1e-2, 1e-3, 1e-5, 1e-7, 1e-9].map((h) => ({
      h,
      wide: off(sin, (x) => x, h),
      narrow: off(narrow, Math.fround, h)
    }));
    return {
      columns: [
        {label: "h", value: (row) => row.h.toExponential(0).replace("-", "−")},
        {label: "Error in float64", value: (row) => row.wide.toExponential(1).replace("-", "−")},
        {label: "Error in float32", value: (row) => row.narrow.toExponential(1).replace("-", "−")}
      ],
      rows,
      note: "The slope of sin at 1, by central differences. In float32 even the best step leaves fewer than five digits, and from 10⁻⁸ on nothing is left: 1 + h is 1."
    };
  });

/** How much reverse mode saves: a factor, in proportion to the inputs. */
export const notExponential = (): HTMLElement =>
  demonstration(9, () => {
    const rows = [10, 100, 1000].map((n) => {
      const xs = Array.from({length: n}, (_, i) => variable(i / n));
      const root = sum(xs.map((x, i) => mul(sine(x), xs[(i + 1) % n] ?? 0)));
      const nodes = graphOf(root).length;
      return {n, nodes, forward: n * nodes, back: nodes};
    });
    return {
      columns: [
        {label: "Inputs", value: (row) => row.n.toLocaleString("en")},
        {label: "Nodes visited, forward mode", value: (row) => row.forward.toLocaleString("en")},
        {label: "One pass back", value: (row) => row.back.toLocaleString("en")},
        {label: "Factor", value: (row) => (row.forward / row.back).toLocaleString("en")}
      ],
      rows,
      note: "The factor is the number of inputs: ten times the inputs, ten times the gain. Exponential would be a factor that is multiplied each time an input is added."
    };
  });

/** Descent, ascent, and a step that is too long. */
export const wrongSigns = (): HTMLElement =>
  demonstration(13, () => {
    const run = (rate: number): readonly number[] => {
      const path = [0];
      for (let i = 0; i < 5; i++) {
        const w = variable(path.at(-1) ?? NaN);
        const error = add(w, -3);
        path.push(w.value - rate * backward(mul(error, error)).get(w));
      }
      return path;
    };
    const [down, up, far] = [run(0.3), run(-0.3), run(1.1)];
    const loss = (w: number | undefined): number => ((w ?? NaN) - 3) * ((w ?? NaN) - 3);
    return {
      columns: [
        {label: "Step", value: (row) => row.step},
        {label: "w ← w − 0.3 g", value: (row) => show(row.down, 3)},
        {label: "w ← w + 0.3 g", value: (row) => show(row.up, 3)},
        {label: "w ← w − 1.1 g", value: (row) => show(row.far, 3)}
      ],
      rows: down.map((w, step) => ({step, down: loss(w), up: loss(up[step]), far: loss(far[step])})),
      note: `The loss (w − 3)² at each step. Both mistakes grow, by ${show(loss(up[1]) / loss(up[0]), 3)} and by ${show(loss(far[1]) / loss(far[0]), 3)} times a step. The difference is in w: one leaves on its own side, the other leaps across the minimum each time.`
    };
  });

/** The logistic function by two formulas, far from 0. */
export const overflowing = (): HTMLElement =>
  demonstration(9, () => {
    const rows = [-800, -1, 1, 800].map((at) => {
      const slope = (formula: string): string => {
        const x = variable(at);
        const root = parse(formula, {x});
        return `${show(root.value)}, ${show(backward(root).get(x))}`;
      };
      return {at, naive: slope("exp(x) / (1 + exp(x))"), stable: slope("sigmoid(x)")};
    });
    return {
      columns: [
        {label: "x", value: (row) => String(row.at).replace("-", "−")},
        {label: "eˣ / (1 + eˣ): value, slope", value: (row) => row.naive},
        {label: "sigmoid: value, slope", value: (row) => row.stable}
      ],
      rows,
      note: `A float64 holds nothing above about 1.8 · 10³⁰⁸, which is e to the power of ${log(Number.MAX_VALUE).toFixed(1)}.`
    };
  });
