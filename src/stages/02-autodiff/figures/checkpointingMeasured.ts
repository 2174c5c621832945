import {key} from "/lib/index.js";
import {chart, dotsAt, level, line, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure, type Work} from "../../../components/figure/figure.js";

type Batch = "128" | "512";

interface Value {
  readonly steps: number;
  readonly batch: Batch;
}

interface Run {
  /** 0 stands for no checkpoints at all. */
  readonly k: number;
  readonly megabytes: number;
  readonly milliseconds: number;
}

const WIDTH = 64;
const ROUNDS = 5;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

async function measure({steps: power, batch}: Value, {signal, progress}: Work): Promise<readonly Run[]> {
  const {checkpoint, grad, matmul, mean, peakMemory, randomNormal, mul, tanh} = await import("/lib/tensor.js");
  type Tensor = ReturnType<typeof tanh>;
  const steps = 4 ** power;
  const w = mul(randomNormal(key(1), [WIDTH, WIDTH]), 1 / 8);
  const x = randomNormal(key(2), [Number(batch), WIDTH]);
  const chain =
    (length: number) =>
    (w: Tensor, y: Tensor): Tensor =>
      Array.from({length}).reduce<Tensor>((z) => tanh(matmul(z, w)), y);
  const gradientOf = (k: number) => {
    const segment = k === 0 ? chain(steps) : checkpoint(chain(k));
    const count = k === 0 ? 1 : steps / k;
    return grad((w: Tensor) => mean(Array.from({length: count}).reduce<Tensor>((y) => segment(w, y), x)));
  };
  const sizes = [0, ...Array.from({length: 2 * power + 1}, (_, i) => 2 ** i)];
  const works = sizes.map((k) => ({k, gradient: gradientOf(k), times: [] as number[], bytes: 0}));
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, work] of works.entries()) {
      const began = performance.now();
      work.bytes = peakMemory(() => work.gradient(w)).bytes;
      work.times.push(performance.now() - began);
      progress({step: round * works.length + i, of: ROUNDS * works.length, unit: "gradients"});
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
  return works.map(({k, times, bytes}) => ({k, megabytes: bytes / 1e6, milliseconds: median(times)}));
}

/** Memory and time of a real gradient with checkpoints, on the reader's machine. */
export function checkpointingMeasured() {
  return figure<Value, readonly Run[]>({
    name: "checkpointing-measured",
    title: "The same with tensors, measured here",
    caption: `The gradient of a chain of L layers, each a product with a ${WIDTH} × ${WIDTH} matrix and a tanh, with every k of them in one checkpoint. Above: the most WASM memory that was in use at one moment. Below: time, the median of ${ROUNDS} rounds.`,
    heavy: ({steps, batch}) => `gradients of ${4 ** steps} layers with batches of ${batch}, some seconds`,
    controls: {
      steps: slider([2, 4], {label: "Layers, L", value: 3, format: (v) => String(4 ** v)}),
      batch: choice<Batch>(["128", "512"], {label: "Batch", value: "512"})
    },
    compute: measure,
    draw: ({steps}, {width, result}) => {
      const [plain, ...runs] = result;
      const x = {
        domain: [-0.2, 2 * steps + 0.2] as const,
        label: "Layers in one checkpoint, k",
        ticks: 2 * steps,
        format: (v: number) => (Number.isInteger(v) ? String(2 ** v) : "")
      };
      const panel = (kind: "megabytes" | "milliseconds", label: string, meaning: string, height: number) => {
        const points = runs.map((run): Point => [Math.log2(run.k), run[kind]]);
        const most = Math.max(plain?.[kind] ?? 0, ...points.map(([, y]) => y));
        return chart({
          width,
          height,
          x,
          y: {domain: [0, most * 1.15], label, ticks: 4},
          marks: [
            level(plain?.[kind] ?? 0, `no checkpoints: ${(plain?.[kind] ?? 0).toPrecision(3)}`),
            line(points, {meaning}),
            dotsAt(points, meaning)
          ]
        });
      };
      return element(
        "div",
        {},
        panel("megabytes", "Megabytes at most", "model", 240),
        panel("milliseconds", "Milliseconds", "data", 230)
      );
    },
    describe: ({steps}, result) => {
      const list = result
        .map(
          ({k, megabytes, milliseconds}) =>
            `${k === 0 ? "without checkpoints" : `k = ${k}`}: ${megabytes.toPrecision(3)} MB, ${milliseconds.toPrecision(2)} ms`
        )
        .join("; ");
      return `A chain of ${4 ** steps} layers on this machine. ${list}.`;
    },
    code: ({steps, batch}) => `import {key} from "llm-first-principles";
import {checkpoint, grad, matmul, mean, mul, peakMemory, randomNormal, tanh} from "llm-first-principles/tensor";

const chain = (length) => (w, x) => Array.from({length}).reduce((y) => tanh(matmul(y, w)), x);
const w = mul(randomNormal(key(1), [${WIDTH}, ${WIDTH}]), 1 / 8);
const x = randomNormal(key(2), [${batch}, ${WIDTH}]);
for (const k of [${Array.from({length: 2 * steps + 1}, (_, i) => 2 ** i).join(", ")}]) {
  const segment = checkpoint(chain(k));
  const loss = (w) => mean(Array.from({length: ${4 ** steps} / k}).reduce((y) => segment(w, y), x));
  console.log(k, peakMemory(() => grad(loss)(w)).bytes);
}`,
    rows: (_, result) =>
      result.map(({k, megabytes, milliseconds}) => ({layersInACheckpoint: k, megabytes, milliseconds}))
  });
}
