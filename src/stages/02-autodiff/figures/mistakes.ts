/** Mistakes of engines, made on purpose beside what is right. */
import {add, backward, gradients, mul, variable, type Expression} from "/lib/scalar.js";
import {demonstration} from "../../../components/figure/demonstration.js";
import {bugs, slopesWith} from "../model/plantedBugs.js";

/** A number as a reader takes it in. */
export const show = (value: number, digits = 4): string =>
  Number.isFinite(value) || Number.isNaN(value)
    ? String(Number(value.toPrecision(digits))).replaceAll("-", "−")
    : value > 0
      ? "∞"
      : "−∞";

/** An engine that sets where it should add. */
export const setting = (): HTMLElement =>
  demonstration(10, () => {
    const bug = bugs.find(({sets}) => sets === true) ?? {name: ""};
    const rows = ["x * y", "x * x", "x * y + x", "tanh(x) * x * x"].map((formula) => ({
      formula,
      wrong: slopesWith(bug, formula, [3, 2])[0],
      right: slopesWith({name: ""}, formula, [3, 2])[0]
    }));
    return {
      columns: [
        {label: "Formula, x = 3, y = 2", value: (row) => row.formula},
        {label: "Slope with x, set", value: (row) => show(row.wrong)},
        {label: "Added", value: (row) => show(row.right)}
      ],
      rows,
      note: "The first row is right: there x is used once. So a test without a value that is used twice sees nothing."
    };
  });

/** A node that keeps its gradient on itself, as many engines do. */
interface Kept {
  value: number;
  grad: number;
}

/** Descent on (w − 3)², with gradients that are kept on the node, and cleared or not. */
export const notCleared = (): HTMLElement =>
  demonstration(13, () => {
    const run = (clear: boolean): readonly number[] => {
      const w: Kept = {value: 0, grad: 0};
      return Array.from({length: 6}, (_, i) => {
        if (i === 0) return w.value;
        if (clear) w.grad = 0;
        w.grad += 2 * (w.value - 3); // what a pass back adds
        w.value -= 0.3 * w.grad;
        return w.value;
      });
    };
    const [wrong, right] = [run(false), run(true)];
    return {
      columns: [
        {label: "Step", value: (row) => row.step},
        {label: "w, never cleared", value: (row) => show(row.wrong, 3)},
        {label: "w, cleared each step", value: (row) => show(row.right, 3)}
      ],
      rows: right.map((value, step) => ({step, wrong: wrong[step] ?? NaN, right: value})),
      note: "The least loss is at w = 3. With old gradients in the sum, w runs past it and swings for ever: it looks like a learning rate that is too large."
    };
  });

/** Two losses of one weight, asked one after the other. */
export const twoRoots = (): HTMLElement =>
  demonstration(7, () => {
    const x = variable(3);
    const [square, triple] = [mul(x, x), mul(3, x)];
    const kept: Kept = {value: 3, grad: 0};
    kept.grad += backward(square).get(x);
    kept.grad += backward(triple).get(x);
    return {
      columns: [
        {label: "Asked, second, of 3x at x = 3", value: (row) => row.what},
        {label: "Answer", value: (row) => show(row.is)}
      ],
      rows: [
        {what: "gradients kept on the node", is: kept.grad},
        {what: "a map for each question", is: backward(triple).get(x)}
      ],
      note: "The first asked for x² and got 6. The kept answer to the second is 6 + 3: it remembers a question that nobody asks any more."
    };
  });

/** The depth at which a recursive walk ends, and our engine's answer there. */
export const tooDeep = (): HTMLElement =>
  demonstration(9, () => {
    const visit = (node: Expression, seen: Set<Expression>): void => {
      if (seen.has(node)) return;
      seen.add(node);
      if (node.first !== undefined) visit(node.first, seen);
      if (node.second !== undefined) visit(node.second, seen);
    };
    const rows = [1000, 10_000, 100_000].map((depth) => {
      const x = variable(0.5);
      let y: Expression = x;
      for (let i = 0; i < depth; i++) y = add(y, x);
      let recursive = "done";
      try {
        visit(y, new Set());
      } catch (error) {
        recursive = error instanceof Error ? error.message : String(error);
      }
      return {depth, recursive, slope: backward(y).get(x)};
    });
    return {
      columns: [
        {label: "Additions, one after another", value: (row) => row.depth.toLocaleString("en")},
        {label: "A function that calls itself", value: (row) => row.recursive},
        {label: "backward", value: (row) => row.slope.toLocaleString("en")}
      ],
      rows,
      note: "How deep calls may be nested depends on your browser. A loss over a long text is a sum of many terms, and a recurrent model is as deep as its text is long."
    };
  });

/** A number that was taken out of the graph and put back. */
export const takenOut = (): HTMLElement =>
  demonstration(7, () => {
    const x = variable(3);
    const slope = (root: Expression): number => backward(root).get(x);
    return {
      columns: [
        {label: "Written", value: (row) => row.code},
        {label: "Value", value: (row) => show(row.root.value)},
        {label: "Slope", value: (row) => show(slope(row.root))}
      ],
      rows: [
        {code: "mul(x, x.value)", root: mul(x, x.value)},
        {code: "mul(x, x)", root: mul(x, x)}
      ],
      note: "Both values are right. The first has forgotten that its second factor moves."
    };
  });

/** A parameter that is changed between the evaluation and the pass back. */
export const changedBetween = (): HTMLElement =>
  demonstration(7, () => {
    const w = {value: 3};
    const square = {value: w.value * w.value, slope: () => 2 * w.value}; // looks when it is asked
    w.value = 1; // the parameter is moved too early
    const before = variable(3);
    const immutable = backward(mul(before, before)).get(before);
    return {
      columns: [
        {label: "Engine", value: (row) => row.what},
        {label: "Loss", value: (row) => show(row.loss)},
        {label: "Slope", value: (row) => show(row.slope)}
      ],
      rows: [
        {what: "nodes that change, w set to 1 before the pass back", loss: square.value, slope: square.slope()},
        {what: "expressions, which do not", loss: 9, slope: immutable}
      ],
      note: "A loss from one place, and a slope from another. No moment ever had both."
    };
  });

/** Two derivatives, one inside the other, that share their ε. */
export const confusion = (): HTMLElement =>
  demonstration(7, () => {
    interface Pair {
      readonly value: number;
      readonly tangent: number;
    }
    const plus = (x: Pair, y: Pair): Pair => ({value: x.value + y.value, tangent: x.tangent + y.tangent});
    const times = (x: Pair, y: Pair): Pair => ({
      value: x.value * y.value,
      tangent: x.tangent * y.value + x.value * y.tangent
    });
    // one kind of ε for all: the inner derivative can't tell its own change from that of x
    const D = (f: (x: Pair) => Pair, at: number): number => f({value: at, tangent: 1}).tangent;
    const wrong = D((x) => times(x, {value: D((y) => plus(x, y), 1), tangent: 0}), 1);
    const x = variable(1);
    const y = variable(1);
    const [inner = variable(NaN)] = gradients(add(x, y), [y]);
    return {
      columns: [
        {label: "d/dx of x · (d/dy of x + y at 1), at 1", value: (row) => row.what},
        {label: "Inner", value: (row) => show(row.inner)},
        {label: "Outer", value: (row) => show(row.outer)}
      ],
      rows: [
        {what: "dual numbers with one ε", inner: D((y) => plus({value: 1, tangent: 1}, y), 1), outer: wrong},
        {what: "gradients of a graph", inner: inner.value, outer: backward(mul(x, inner)).get(x)}
      ],
      note: "The inner derivative is 1, whatever x is, so the outer function is x, with slope 1."
    };
  });
