import type {Point} from "../../../components/chart/chart.js";
import {choice, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {machineWorker} from "./workers.js";
import type {Speed, SpeedJob} from "../worker-machine.js";
import type {Way} from "../model/products.js";

interface Value {
  readonly largest: "128" | "256" | "512";
  readonly log: boolean;
}

interface Result {
  readonly limit: number;
  readonly speeds: Readonly<Record<Way, readonly Point[]>>;
}

const LOOKS: readonly (readonly [way: Way, name: string, meaning: string, width: number, dashed: boolean])[] = [
  ["wasm", "the library’s", "model", 2.75, false],
  ["reference", "reference", "probability", 1.5, true],
  ["ikj", "loops i, k, j", "data", 1.5, false],
  ["ijk", "loops i, j, k", "gradient", 1.5, false]
];

const sizesTo = (largest: number): readonly number[] => [16, 32, 64, 128, 256, 512].filter((n) => n <= largest);

/** Asks the worker for all measurements, and ends it when they are there, or not wanted any more. */
function measured(job: SpeedJob, signal: AbortSignal, step: (done: number) => void): Promise<Result> {
  const worker = machineWorker("products of matrices");
  const speeds: Record<Way, Point[]> = {ijk: [], ikj: [], reference: [], wasm: []};
  let limit = NaN;
  let done = 0;
  return new Promise<Result>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("Not wanted any more.", "AbortError")));
    worker.onerror = ({message}) => reject(new Error(message || "The worker could not be loaded."));
    worker.onmessage = ({data}: MessageEvent<Speed>) => {
      if (data.kind === "done") resolve({limit, speeds});
      else if (data.kind === "failed") reject(new Error(data.message));
      else if (data.kind === "limit") limit = data.speed;
      else {
        speeds[data.way].push([data.size, data.speed]);
        step(++done);
      }
    };
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}

/** Sizes double from place to place. */
const places = (points: readonly Point[]): readonly Point[] => points.map(([size, y]) => [Math.log2(size), y]);

const digits = (speed: number): string => (speed >= 100 ? speed.toFixed(0) : speed.toPrecision(2));
const known = new Map<string, Result>(); // a change of the axis must not measure again

/** Products of matrices on the reader's machine: four ways, at several sizes, beside what the machine could do at best. */
export function yourMachine(name = "your-machine") {
  return figure<Value, Result>({
    name,
    title: "Your machine",
    caption:
      "Billions of operations a second for the product of two matrices with n rows and columns, measured in a worker, on one thread, the best of three. The level is the limit: multiplications and additions of four float32 at a time in registers, without memory. Plain loops and the reference compute in float64.",
    controls: {
      largest: choice(["128", "256", "512"], {label: "n up to", value: "256"}),
      log: toggle({label: "Logarithmic", value: true})
    },
    heavy: ({largest}) => `products up to ${largest} by ${largest}, a few seconds`,
    compute: async ({largest}, {signal, progress}) => {
      const sizes = sizesTo(Number(largest));
      const before = known.get(largest);
      if (before !== undefined) return before;
      const result = await measured({sizes}, signal, (step) =>
        progress({step, of: 4 * sizes.length, unit: "measurements"})
      );
      known.set(largest, result);
      return result;
    },
    draw: async ({largest, log}, {width, result: {limit, speeds}}) => {
      const {chart, ends, level, line} = await import("../../../components/chart/chart.js"); // not before the reader asks
      const all = [
        limit,
        ...Object.values(speeds)
          .flat()
          .map(([, y]) => y)
      ];
      const n = Number(largest);
      return chart({
        width,
        height: 340,
        marginRight: 98,
        x: {
          domain: [4, Math.log2(n)],
          label: "n",
          ticks: 6,
          format: (v) => (Number.isInteger(v) ? String(2 ** v) : "")
        },
        y: {
          domain: [log ? 0.8 * Math.min(...all) : 0, 1.25 * Math.max(...all)],
          label: "GFLOP/s",
          scale: log ? "log" : "linear",
          ...(log ? {format: (v: number) => (/^(0\.)?0*[125]0*$/.test(String(v)) ? String(v) : "")} : {})
        },
        marks: [
          level(limit, `limit ${digits(limit)}`),
          ...LOOKS.map(([way, , meaning, thick, dashed]) =>
            line(places(speeds[way]), {meaning, width: thick, dashed, dots: true})
          ),
          ends(
            LOOKS.map(([way, text, meaning]) => ({x: Math.log2(n), y: speeds[way].at(-1)?.[1] ?? NaN, text, meaning}))
          )
        ]
      });
    },
    describe: (_, {limit, speeds}) =>
      `The limit is ${digits(limit)} GFLOP/s. ${LOOKS.map(([way, text]) => `${text}: ${speeds[way].map(([n, y]) => `${digits(y)} at ${n}`).join(", ")}`).join(". ")}.`,
    code: ({largest}) => `import {key} from "llm-first-principles";
import {iterate, matmul, randomNormal} from "llm-first-principles/tensor";

const n = ${largest};
const b = randomNormal(key(1), [n, n]);
const times = 20;
iterate((a) => matmul(a, b), randomNormal(key(2), [n, n]), times); // compiled from here on
const began = performance.now();
iterate((a) => matmul(a, b), randomNormal(key(2), [n, n]), times);
console.log((times * 2 * n ** 3) / (performance.now() - began) / 1e6, "GFLOP/s");`,
    rows: (_, {limit, speeds}) => [
      {way: "limit", n: "", gflops: limit},
      ...LOOKS.flatMap(([way]) => speeds[way].map(([n, gflops]) => ({way, n, gflops})))
    ]
  });
}
