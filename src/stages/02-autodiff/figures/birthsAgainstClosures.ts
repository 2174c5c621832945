import * as engine from "/lib/scalar.js";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import * as port from "../model/mutablePort.js";

type Shape = "deep" | "wide";

interface Value {
  readonly shape: Shape;
  readonly most: number;
}

interface Timing {
  readonly nodes: number;
  /** Milliseconds; NaN where it failed. */
  readonly ours: number;
  readonly port: number;
}

const ROUNDS = 5;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

interface Operations<T> {
  readonly leaf: (value: number) => T;
  readonly add: (x: T, y: T) => T;
  readonly mul: (x: T, y: T) => T;
  readonly tanh: (x: T) => T;
}

/** A graph of about so many nodes: one long chain, or a sum of neurons in a tree. */
function build<T>({leaf, add, mul, tanh}: Operations<T>, shape: Shape, nodes: number): readonly [T, T] {
  const [x, y] = [leaf(0.5), leaf(0.9)];
  if (shape === "deep") {
    let z = x;
    for (let i = 0; i < nodes / 3; i++) z = tanh(add(mul(z, y), x));
    return [z, x];
  }
  let row = Array.from({length: Math.ceil(nodes / 3)}, () => tanh(mul(x, y)));
  while (row.length > 1)
    row = row.flatMap((z, i) => (i % 2 === 1 ? [] : i + 1 < row.length ? [add(z, row[i + 1]!)] : [z]));
  return [row[0]!, x];
}

const ours: Operations<engine.Expression> = {
  leaf: (v) => engine.variable(v),
  add: engine.add,
  mul: engine.mul,
  tanh: engine.tanh
};
const theirs: Operations<port.Value> = {leaf: (v) => port.value(v), add: port.add, mul: port.mul, tanh: port.tanh};

async function race({shape, most}: Value, {signal, progress}: Work): Promise<readonly Timing[]> {
  const timings: Timing[] = [];
  const timed = (work: () => unknown): number => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  for (let power = 6; power <= 2 * most; power++) {
    const nodes = Math.round(10 ** (power / 2));
    const took = {ours: [] as number[], port: [] as number[]};
    for (let round = 0; round < ROUNDS; round++) {
      took.ours.push(
        timed(() => {
          const [root, x] = build(ours, shape, nodes);
          return engine.backward(root).get(x);
        })
      );
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      try {
        took.port.push(timed(() => port.backward(build(theirs, shape, nodes)[0])));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        took.port.push(NaN);
      }
      progress({step: (power - 6) * ROUNDS + round + 1, of: (2 * most - 5) * ROUNDS, unit: "rounds"});
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
    timings.push({nodes, ours: median(took.ours), port: took.port.some(Number.isNaN) ? NaN : median(took.port)});
  }
  return timings;
}

/** Forward and backward through graphs of many nodes: births in a loop, against closures in a sorted list. */
export function birthsAgainstClosures() {
  const decade = (v: number): string =>
    Number.isInteger(Math.round(Math.log10(v) * 1e6) / 1e6)
      ? v.toLocaleString("en", {maximumSignificantDigits: 2})
      : "";
  return figure<Value, readonly Timing[]>({
    name: "autograd-engines",
    title: "Births against closures, on your machine",
    caption: `Time to build a graph and take its gradient, medians of ${ROUNDS} rounds by turns, both axes logarithmic. Where the line of the closures ends, its recursion has overflowed the stack.`,
    heavy: ({most}) => `builds graphs of up to ${(10 ** most).toLocaleString("en")} nodes, some seconds`,
    controls: {
      shape: choice<Shape>(["deep", "wide"], {
        label: "Graph",
        format: (shape) => (shape === "deep" ? "one long chain" : "a tree of neurons")
      }),
      most: slider([4, 6], {label: "Nodes up to", value: 5, format: (v) => (10 ** v).toLocaleString("en")})
    },
    compute: race,
    draw: ({most}, {width, result}) => {
      const of = (kind: "ours" | "port"): readonly Point[] => result.map((timing) => [timing.nodes, timing[kind]]);
      const all = result.flatMap((timing) => [timing.ours, timing.port]).filter((v) => v > 0);
      const last = (kind: "ours" | "port") =>
        of(kind)
          .filter(([, y]) => Number.isFinite(y))
          .at(-1) ?? [1000, NaN];
      const end = (kind: "ours" | "port", text: string, meaning: string) => ({
        x: last(kind)[0],
        y: last(kind)[1],
        text,
        meaning
      });
      const positive = (points: readonly Point[]) => points.map(([x, y]): Point => [x, y > 0 ? y : NaN]);
      return chart({
        width,
        height: 360,
        marginRight: 84,
        marginLeft: 56,
        x: {domain: [1000, 10 ** most], label: "Nodes", scale: "log", format: decade},
        y: {domain: [Math.min(...all) / 2, Math.max(...all) * 2], label: "Milliseconds", scale: "log", format: decade},
        marks: [
          line(positive(of("port")), {meaning: "data", dots: true}),
          line(positive(of("ours")), {meaning: "model", dots: true}),
          ends([end("port", "closures", "data"), end("ours", "births", "model")])
        ]
      });
    },
    describe: ({shape}, result) => {
      const list = result
        .map(
          ({nodes, ours, port}) =>
            `${nodes.toLocaleString("en")} nodes: ${writeNumber(ours, 2)} ms by births, ${Number.isNaN(port) ? "stack overflow" : `${writeNumber(port, 2)} ms`} by closures`
        )
        .join("; ");
      return `Forward and backward through ${shape === "deep" ? "one long chain" : "a tree of neurons"} on this machine. ${list}.`;
    },
    code: ({most}) => `import {add, backward, mul, tanh, variable} from "llm-first-principles/scalar";

const [x, y] = [variable(0.5), variable(0.9)];
console.time("gradient");
let z = x;
for (let i = 0; i < ${10 ** most} / 3; i++) z = tanh(add(mul(z, y), x));
console.log(backward(z).get(x));
console.timeEnd("gradient");`,
    rows: (_, result) => result.map(({nodes, ours, port}) => ({nodes, birthsMs: ours, closuresMs: port}))
  });
}
