import {backward, duals, expressions, numbers, variable, type Arithmetic} from "/lib/scalar.js";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";

type Name = "product" | "neurons" | "softmax";

interface Value {
  readonly f: Name;
  readonly most: number;
}

interface Timing {
  readonly n: number;
  /** Milliseconds. */
  readonly value: number;
  readonly forward: number;
  readonly reverse: number;
}

type Scalar = <T>(o: Arithmetic<T>, xs: readonly T[]) => T;

const functions: Readonly<Record<Name, {readonly label: string; readonly f: Scalar; readonly code: string}>> = {
  product: {
    label: "x1 · x2 · … · xn",
    f: (o, xs) => xs.reduce((total, x) => o.mul(total, x)),
    code: "xs.reduce((total, x) => o.mul(total, x))"
  },
  neurons: {
    label: "Σ tanh(xi · xi+1)",
    f: (o, xs) => xs.map((x, i) => o.tanh(o.mul(x, xs[(i + 1) % xs.length]!))).reduce((total, x) => o.add(total, x)),
    code: "xs.map((x, i) => o.tanh(o.mul(x, xs[(i + 1) % xs.length]))).reduce((a, b) => o.add(a, b))"
  },
  softmax: {
    label: "ln Σ exp(xi)",
    f: (o, xs) => o.log(xs.map((x) => o.exp(x)).reduce((total, x) => o.add(total, x))),
    code: "o.log(xs.map((x) => o.exp(x)).reduce((a, b) => o.add(a, b)))"
  }
};

const ROUNDS = 5;
const ENOUGH = 4; // milliseconds: shorter work is repeated, for clocks in pages are coarse

function once(work: () => unknown): number {
  for (let repeats = 1; ; repeats *= 4) {
    const began = performance.now();
    for (let i = 0; i < repeats; i++) work();
    const took = performance.now() - began;
    if (took >= ENOUGH || repeats >= 65_536) return took / repeats;
  }
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

/** The value of a function of n numbers, and its gradient by both modes. */
function works(run: Scalar, n: number) {
  const point = Array.from({length: n}, (_, i) => 1 + Math.sin(i + 1) / 4);
  return {
    value: () => run(numbers, point),
    forward: () =>
      point.map(
        (_, j) =>
          run(
            duals,
            point.map((value, i) => ({value, tangent: i === j ? 1 : 0}))
          ).tangent
      ),
    reverse: () => {
      const xs = point.map((x) => variable(x));
      const gradient = backward(run(expressions, xs));
      return xs.map((x) => gradient.get(x));
    }
  };
}

async function measure({f, most}: Value, {signal, progress}: Work): Promise<readonly Timing[]> {
  const run = functions[f].f;
  const timings: Timing[] = [];
  // compilers warm up on many numbers: one number alone leaves most of the program unused
  for (const n of [16, 1]) for (const work of Object.values(works(run, n))) for (let i = 0; i < 5; i++) once(work);
  for (let power = 0; power <= most; power++) {
    const n = 2 ** power;
    const timed = works(run, n);
    const took = {value: [] as number[], forward: [] as number[], reverse: [] as number[]};
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of ["value", "forward", "reverse"] as const) took[kind].push(once(timed[kind]));
      progress({step: power * ROUNDS + round, of: (most + 1) * ROUNDS, unit: "rounds"});
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
    timings.push({n, value: median(took.value), forward: median(took.forward), reverse: median(took.reverse)});
  }
  return timings;
}

/** How long the gradient of a function of n numbers takes by both modes, on the reader's machine. */
export function modesCost() {
  return figure<Value, readonly Timing[]>({
    name: "modes-cost",
    title: "What a gradient costs on your machine",
    caption: `Time for the value alone, and for all n partial derivatives: by n forward passes with dual numbers, and by one graph with one reverse pass. Medians of ${ROUNDS} rounds, both axes logarithmic. Parallel lines differ by a factor; a steeper one by a factor that grows with n.`,
    heavy: ({most}) => `times gradients of up to ${2 ** most} inputs, some seconds`,
    controls: {
      f: select<Name>(["product", "neurons", "softmax"], {
        label: "f",
        value: "neurons",
        format: (f) => functions[f].label
      }),
      most: slider([4, 9], {label: "Up to n =", value: 8, format: (v) => String(2 ** v)})
    },
    compute: measure,
    draw: ({most}, {width, result}) => {
      const points = (kind: "value" | "forward" | "reverse"): readonly Point[] =>
        result.map((timing) => [Math.log2(timing.n), timing[kind]]);
      const all = result.flatMap(({value, forward, reverse}) => [value, forward, reverse]);
      const last = result.at(-1)!;
      const end = (kind: "value" | "forward" | "reverse", text: string, meaning: string) => ({
        x: Math.log2(last.n),
        y: last[kind],
        text,
        meaning
      });
      return chart({
        width,
        height: 380,
        marginRight: 84,
        marginLeft: 56,
        x: {
          domain: [0, most],
          label: "Inputs, n",
          ticks: most,
          format: (v) => (Number.isInteger(v) ? String(2 ** v) : "")
        },
        y: {
          domain: [Math.min(...all) / 1.5, Math.max(...all) * 1.5],
          label: "Milliseconds",
          scale: "log",
          format: (v) => (Number.isInteger(Math.round(Math.log10(v) * 1e6) / 1e6) ? String(v) : "")
        },
        marks: [
          line(points("forward"), {meaning: "data", dots: true}),
          line(points("reverse"), {meaning: "gradient", dots: true}),
          line(points("value"), {meaning: "ink-2", dots: true, width: 1.5}),
          ends([
            end("forward", "forward", "data"),
            end("reverse", "reverse", "gradient"),
            end("value", "value", "ink-2")
          ])
        ]
      });
    },
    describe: ({f}, result) => {
      const last = result.at(-1)!;
      const each = result
        .map(
          ({n, value, forward, reverse}) =>
            `n = ${n}: value ${writeNumber(value, 2)}, forward ${writeNumber(forward, 2)}, reverse ${writeNumber(reverse, 2)}`
        )
        .join("; ");
      return `Milliseconds for ${functions[f].label} on this machine. ${each}. At n = ${last.n}, the forward gradient takes ${writeNumber(last.forward / last.reverse, 2)} times as long as the reverse one, which takes ${writeNumber(last.reverse / last.value, 2)} times as long as the value alone.`;
    },
    code: ({f, most}) => `import {backward, duals, expressions, variable} from "llm-first-principles/scalar";

const f = (o, xs) => ${functions[f].code};
const point = Array.from({length: ${2 ** most}}, (_, i) => 1 + Math.sin(i + 1) / 4);
console.time("forward");
const forward = point.map((_, j) => f(duals, point.map((value, i) => ({value, tangent: i === j ? 1 : 0}))).tangent);
console.timeEnd("forward");
console.time("reverse");
const xs = point.map((x) => variable(x));
const gradient = backward(f(expressions, xs));
const reverse = xs.map((x) => gradient.get(x));
console.timeEnd("reverse");`,
    rows: (_, result) =>
      result.map(({n, value, forward, reverse}) => ({
        inputs: n,
        valueMs: value,
        forwardMs: forward,
        reverseMs: reverse
      }))
  });
}
