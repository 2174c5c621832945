import type {Mark, Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {tensors} from "../../../components/tensors.js";

const STEPS = 3;

interface Value {
  readonly width: "64" | "128" | "256";
  readonly batch: number;
}

/** Megabytes that are taken at a moment of a step. */
interface Reading {
  readonly what: string;
  readonly step: number;
  readonly megabytes: number;
}

interface Result {
  readonly readings: readonly Reading[];
  /** Megabytes that all steps took together: what would be taken if nothing were ever freed. */
  readonly total: readonly number[];
}

/** Trains a small network for a few steps, and reads the top of its memory after each operation. */
async function measured({width: wide, batch}: Value): Promise<Result> {
  const t = await tensors();
  const {mark, highest} = await t.loadEngine();
  const n = Number(wide);
  const draw = (seed: number, ...shape: readonly number[]) => t.mul(t.randomNormal(t.key(seed), shape), 0.1);
  const [x, target] = [draw(1, batch, n), draw(2, batch, n)];
  const params = {up: draw(3, n, 4 * n), down: draw(4, 4 * n, n)};
  const readings: Reading[] = [];
  const base = mark();
  let step = 0;
  const read = (what: string, at = mark()) => void readings.push({what, step, megabytes: (at - base) / 2 ** 20});
  const loss = ({up, down}: typeof params) => {
    const hidden = t.matmul(x, up);
    read("x · W");
    const active = t.gelu(hidden);
    read("gelu");
    const y = t.matmul(active, down);
    read("h · W");
    const value = t.mean(t.square(t.sub(y, target)));
    read("loss");
    highest(mark()); // from here on, the backward pass
    return value;
  };
  t.iterate(
    (state, i) => {
      step = i;
      read("the state");
      const {grads} = t.valueAndGrad(loss)(state.params);
      read("backward, at most", highest(mark()));
      read("gradients");
      const [next, optimizer] = t.adamw(state.params, grads, state.optimizer, {learningRate: 0.001});
      read("AdamW");
      return {params: next, optimizer};
    },
    {params, optimizer: t.adamwInit(params)},
    STEPS
  );
  let sum = 0;
  const total = readings.map(
    ({megabytes}, i) => (sum += Math.max(0, megabytes - (i === 0 ? 0 : readings[i - 1]!.megabytes)))
  );
  return {readings, total};
}

/** The memory of training steps: it rises while a step works, and falls back when the step ends. */
export function regionMemory(name = "region-memory") {
  return figure<Value, Result>({
    name,
    title: "The memory of three training steps",
    caption:
      "Megabytes that float32 tensors take, read after each operation of a network with one hidden layer: forward, backward, update. Thick: what is taken. Dashed: the same allocations if nothing were freed. Measured here; the numbers trained on are made up.",
    controls: {
      width: choice(["64", "128", "256"], {label: "Width", value: "128"}),
      batch: slider([16, 256], {label: "Rows of x", value: 128, step: 16})
    },
    compute: measured,
    draw: async (_, {width, result: {readings, total}}) => {
      const {chart, line, note} = await import("../../../components/chart/chart.js"); // when it is near: the page is heavy with the engine
      const each = readings.length / STEPS;
      const points = readings.map(({megabytes}, i): Point => [i / each, megabytes]);
      const starts: readonly Mark[] = Array.from({length: STEPS}, (_, i) =>
        note([i + 0.02, Math.max(...total) * 1.02], `step ${i + 1}`)
      );
      return chart({
        width,
        height: 320,
        x: {domain: [0, STEPS], label: "Training steps", ticks: STEPS, format: String},
        y: {domain: [0, 1.1 * Math.max(...total)], label: "Megabytes"},
        marks: [
          line(
            total.map((y, i): Point => [i / each, y]),
            {meaning: "gradient", width: 1.5, dashed: true}
          ),
          line(points, {meaning: "model", width: 2.75, dots: true}),
          ...starts
        ]
      });
    },
    describe: ({width, batch}, {readings, total}) =>
      `A network of width ${width} with ${batch} rows. Megabytes in the first step: ${readings
        .filter(({step}) => step === 0)
        .map(({what, megabytes}) => `${what} ${megabytes.toFixed(2)}`)
        .join(
          ", "
        )}. At the start of the last step ${readings.filter(({step}) => step === STEPS - 1)[0]?.megabytes.toFixed(2) ?? ""}. Without freeing, ${total.at(-1)?.toFixed(2) ?? ""} after three steps.`,
    code: ({width, batch}) => `import {key} from "llm-first-principles";
import {gelu, grad, matmul, mean, peakMemory, randomNormal, square} from "llm-first-principles/tensor";

const x = randomNormal(key(1), [${batch}, ${width}]);
const params = {up: randomNormal(key(3), [${width}, ${4 * Number(width)}]), down: randomNormal(key(4), [${4 * Number(width)}, ${width}])};
const step = grad(({up, down}) => mean(square(matmul(gelu(matmul(x, up)), down))));
console.log(peakMemory(() => step(params)).bytes / 2 ** 20, "MB at most");`,
    rows: (_, {readings, total}) => readings.map((reading, i) => ({...reading, unfreed: total[i]}))
  });
}
