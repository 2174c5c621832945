import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice, toggle} from "../../../components/figure/controls.js";
import {decades} from "../../../components/chart/decades.js";
import {figure} from "../../../components/figure/figure.js";
import {turn} from "../../../components/turn.js";
import {arithmetics, relativeError, workloads, type Workload} from "../model/precisionRuns.js";

interface Value {
  readonly what: Workload;
  readonly numbers: "positive" | "both signs";
  readonly bound: boolean;
}

const SIZES = [4, 16, 64, 256, 1024, 4096, 16384];
const SEEDS = 8;
const LOOKS = [
  {meaning: "model", dashed: false},
  {meaning: "data", dashed: false},
  {meaning: "gradient", dashed: false},
  {meaning: "gradient", dashed: true}
] as const;
const SHORT = ["float64", "float32", "bfloat16", "bf16 + f32"];
const words: Readonly<Record<Workload, string>> = {
  sum: "a sum",
  dot: "a dot product",
  softmax: "the gradient of softmax"
};

interface Line {
  readonly name: string;
  readonly unit: number;
  readonly points: readonly Point[];
}

/** The error of one computation in four kinds of arithmetic, against how many numbers it adds up. */
export function precision(name = "precision") {
  return figure<Value, readonly Line[]>({
    name,
    title: "The same computation in fewer bits",
    caption: `Relative error against the number of terms, both on logarithmic axes: the root mean square over ${SEEDS} draws from fixed keys. Every operation is rounded, the inputs too. Dashed: numbers and products in bfloat16, running sums in float32. Thin: n times the unit roundoff, the worst case. The truth is computed with compensated sums.`,
    controls: {
      what: choice<Workload>(workloads, {label: "Compute", value: "dot", format: (w) => words[w]}),
      numbers: choice(["positive", "both signs"], {label: "Numbers"}),
      bound: toggle({label: "Worst case", value: true})
    },
    compute: async ({what, numbers}, {signal}) => {
      const lines: Line[] = [];
      for (const arithmetic of arithmetics) {
        const points: Point[] = [];
        for (const n of SIZES) {
          let squares = 0;
          for (let seed = 0; seed < SEEDS; seed++) {
            if (n >= 1024 || seed === 0) await turn();
            if (signal.aborted) return lines;
            squares += relativeError(what, numbers === "positive", arithmetic, n, seed) ** 2;
          }
          const error = Math.sqrt(squares / SEEDS);
          points.push([n, error > 0 ? error : NaN]);
        }
        lines.push({name: arithmetic.name, unit: arithmetic.unit, points});
      }
      return lines;
    },
    draw: ({bound}, {width, result}) => {
      const n = SIZES.at(-1)!;
      return chart({
        width,
        height: 340,
        marginRight: 96,
        x: {domain: [SIZES[0]!, n], label: "Numbers that are added up", scale: "log", ticks: 4},
        y: {domain: [1e-18, 200], label: "Relative error", scale: "log", ticks: 24, format: decades(4)},
        marks: [
          ...(bound
            ? result.slice(0, 3).map(({unit}, i) =>
                line(
                  SIZES.map((m): Point => [m, Math.min(1, m * unit)]),
                  {meaning: LOOKS[i]!.meaning, width: 1}
                )
              )
            : []),
          ...result.map(({points}, i) => line(points, {...LOOKS[i]!, width: 2.5})),
          ends(result.map(({points}, i) => ({x: n, y: points.at(-1)![1], text: SHORT[i]!, meaning: LOOKS[i]!.meaning})))
        ]
      });
    },
    describe: ({what, numbers}, result) =>
      `${words[what]} of ${numbers === "positive" ? "positive numbers" : "numbers of both signs"}. ${result.map(({name: kind, points}) => `${kind}: ${points.map(([n, e]) => `${e.toExponential(1)} with ${n}`).join(", ")}`).join(". ")}.`,
    code: ({
      numbers
    }) => `import {key, ${numbers === "positive" ? "uniform" : "normal"}, roundToBfloat16} from "llm-first-principles";

const rounds = {float64: (x) => x, float32: Math.fround, bfloat16: roundToBfloat16};
for (const n of [${SIZES.join(", ")}]) {
  const x = Float64Array.from({length: n}, (_, i) => ${numbers === "positive" ? "uniform" : "normal"}(key(5), i));
  for (const [name, round] of Object.entries(rounds)) {
    let total = 0;
    for (const each of x) total = round(total + round(each));
    console.log(n, name, total);
  }
}`,
    rows: (_, result) =>
      result.flatMap(({name: arithmetic, points}) => points.map(([n, error]) => ({arithmetic, n, error})))
  });
}
