import {log10, pow, type CorpusText} from "/lib/index.js";
import {element} from "../../../components/element.js";
import {loadCorpus} from "../../../components/corpus/corpora.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import {
  backwardSquares,
  forwardSquares,
  LAYERINGS,
  SIGNAL_BENDS,
  type Layering,
  type SignalBend
} from "../model/predictedSignals.js";
import type {SignalLayer, Training} from "../model/signals.js";
import {layerRows} from "./layerRows.js";
import {signalCurves} from "./signalCurves.js";

type Moment = "start" | Training;

interface Value {
  readonly bend: SignalBend;
  readonly layering: Layering;
  readonly gain: number;
  readonly depth: number;
  readonly width: "16" | "64" | "128";
  readonly moment: Moment;
}

interface Result {
  readonly layers: readonly SignalLayer[];
  readonly loss: number;
  /** √ of the mean squares that theory expects; only before training. */
  readonly expected: {readonly up: readonly number[]; readonly back: readonly number[]} | undefined;
}

const STEPS = 100;
const AT_ONCE = 5;
const MOMENTS: Readonly<Record<Moment, string>> = {
  start: "before training",
  descent: "after 100 steps of gradient descent",
  adamw: "after 100 steps of AdamW",
  long: "after 100 steps that are far too long"
};
const PARTS: Readonly<Record<Layering, string>> = {plain: "plain", norm: "normalized", residual: "residual"};

async function measured(
  {width, moment, ...shape}: Value,
  {text}: CorpusText,
  {signal, progress}: Work
): Promise<Result> {
  // the engine comes with it
  const {firstParams, namesData, signalsOf, training} = await import("../model/signals.js");
  const setting = {...shape, width: Number(width)};
  const {data, vocabulary} = namesData(text);
  let params = firstParams(setting, vocabulary);
  if (moment !== "start") {
    const run = training(moment, setting, params, data);
    for (let step = 1; step <= STEPS; step++) {
      params = run.next().value;
      if (step % AT_ONCE > 0) continue;
      progress({step, of: STEPS});
      await new Promise((done) => setTimeout(done)); // the page stays alive
      signal.throwIfAborted();
    }
  }
  const {layers, loss} = signalsOf(setting, params, data(STEPS));
  if (moment !== "start") return {layers, loss, expected: undefined};
  const [first, last] = [layers[0]!.rms, layers.at(-1)!.gradientRms];
  const up = forwardSquares(setting, first * first);
  return {
    layers,
    loss,
    expected: {up: up.map(Math.sqrt), back: backwardSquares(setting, up, last * last).map(Math.sqrt)}
  };
}

const raised = (power: number): string =>
  [...String(power)].map((d) => (d === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)])).join("");

/** A size in two digits, of any power of ten. */
const size = (v: number): string => {
  if (v === 0) return "0";
  if (!Number.isFinite(v)) return "no number";
  if (v >= 0.001 && v < 10_000) return String(Number(v.toPrecision(2)));
  const power = Math.floor(log10(v));
  return `${(v / pow(10, power)).toFixed(1)} · 10${raised(power)}`;
};
const percent = (v: number): string => `${Math.round(100 * v)}%`;

/** A network of the reader's choice, before and after some training: what passes through each layer, both ways. */
export function signalExplorer(name = "signal-explorer") {
  let names: CorpusText | undefined;
  return figure<Value, Result>({
    name,
    title: "What passes through each layer",
    caption:
      "A network over windows of four letters reads 64 contexts from the list of names. Each row is a layer, 0 the vectors that go in. Left: the numbers that it passes on, drawn from −3 to 3. Right: the gradient of the loss by these numbers, from −3 to 3 times its size at the top. What lies beyond is in the outermost bars. Flat: the share of slopes below 0.05; dead: neurons that are flat for all 64. Below: the root mean square of each layer on a scale of powers of ten, dashed what the derivation expects before training.",
    controls: {
      bend: choice<SignalBend>([...SIGNAL_BENDS], {label: "Activation", value: "relu"}),
      layering: choice<Layering>([...LAYERINGS], {label: "Layers", format: (v) => PARTS[v]}),
      gain: slider([0.25, 16], {label: "g = n · Var(w)", value: 1, step: 0.25, format: (v) => v.toFixed(2)}),
      depth: slider([1, 10], {label: "Depth", value: 6}),
      width: choice<Value["width"]>(["16", "64", "128"], {label: "Width", value: "64"}),
      moment: select<Moment>(["start", "descent", "adamw", "long"], {label: "Look", format: (v) => MOMENTS[v]})
    },
    compute: async (value, work) => measured(value, (names = await loadCorpus("names")), work),
    source: () => names,
    draw: (_, {width, result}) => {
      const {layers, loss, expected} = result;
      const top = layers.at(-1)!;
      const rows = layers.map(({signal, gradient, rms, gradientRms, flat, dead}, i) => ({
        name: String(i),
        signal,
        gradient: gradient.map((g) => g / (top.gradientRms || 1)),
        told: i === 0 ? size(rms) : `${size(rms)}, ${percent(flat)} flat${dead > 0 ? `, ${percent(dead)} dead` : ""}`,
        toldBack: size(gradientRms)
      }));
      return element(
        "div",
        {},
        layerRows(rows, width),
        signalCurves(
          {
            up: layers.map(({rms}) => rms),
            back: layers.map(({gradientRms}) => gradientRms),
            ...(expected === undefined ? {} : {expectedUp: expected.up, expectedBack: expected.back})
          },
          width
        ),
        element(
          "p",
          {className: "fig-note"},
          "Loss of these 64: ",
          element("b", {}, `${loss.toFixed(3)} nats`),
          `. From layer 0 to ${layers.length - 1} the signal is ${size(top.rms / layers[0]!.rms)} times as large`,
          expected === undefined ? "" : ` (expected ${size(expected.up.at(-1)! / expected.up[0]!)})`,
          `, and on its way back the gradient ${size(layers[0]!.gradientRms / top.gradientRms)} times`,
          expected === undefined ? "." : ` (expected ${size(expected.back[0]! / expected.back.at(-1)!)}).`
        )
      );
    },
    describe: ({bend, layering, gain, depth, width, moment}, {layers, loss}) =>
      `${depth} ${PARTS[layering]} layers of ${width} with ${bend === "none" ? "no activation" : bend}, first weights with ${gain} over the inputs as variance, ${MOMENTS[moment]}: loss ${loss.toFixed(3)} nats. ${layers
        .map(
          ({rms, gradientRms, flat, dead}, i) =>
            `Layer ${i}: signal ${size(rms)}, gradient ${size(gradientRms)}${i === 0 ? "" : `, ${percent(flat)} flat, ${percent(dead)} dead`}`
        )
        .join("; ")}.`,
    code: ({
      bend,
      gain,
      depth,
      width
    }) => `import {dense, key, fold, randomNormal${bend === "none" ? "" : `, ${bend}`}} from "llm-first-principles/tensor";

const {init, apply} = dense({inputs: ${width}, outputs: ${width}, gain: ${gain}});
let x = randomNormal(key(1), [64, ${width}]);
for (let layer = 0; layer < ${depth}; layer++) {
  x = ${bend === "none" ? "" : `${bend}(`}apply(init(fold(key(2), layer)), x)${bend === "none" ? "" : ")"};
  console.log(layer + 1, Math.sqrt(x.data.reduce((sum, v) => sum + v * v, 0) / x.data.length));
}`,
    rows: (_, {layers, expected}) =>
      layers.map(({rms, gradientRms, flat, dead}, layer) => ({
        layer,
        signal: rms,
        expectedSignal: expected?.up[layer],
        gradient: gradientRms,
        expectedGradient: expected?.back[layer],
        flat,
        dead
      }))
  });
}
