import {log10} from "/lib/index.js";
import {label} from "../../../components/chart/chart.js";
import {svg, element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {CellName} from "../model/recurrentGradients.js";
import {SENTENCE} from "../model/sentence.js";

interface Value {
  readonly cell: CellName;
  readonly scale: number;
  readonly keepBias: number;
  readonly letters: number;
}

interface Result {
  readonly text: string;
  /** Against the last one, so that 1 is where the gradient sets out. */
  readonly shares: readonly number[];
  /** What the gradient of an Elman network cannot be above. */
  readonly bounds: readonly number[] | undefined;
}

const NAMES: Readonly<Record<CellName, string>> = {elman: "Elman", gru: "GRU", lstm: "LSTM"};
const [LOW, HIGH] = [-12, 4];

async function measured({cell, scale, keepBias, letters}: Value): Promise<Result> {
  const {gradientsBack, boundsBack} = await import("../model/recurrentGradients.js"); // the engine comes with it
  const text = SENTENCE.slice(0, letters + 1);
  const norms = gradientsBack(text, {cell, scale, keepBias});
  const last = norms.at(-1) ?? 1;
  return {
    text,
    shares: norms.map((v) => v / last),
    bounds: cell === "elman" ? boundsBack(norms, scale).map((v) => v / last) : undefined
  };
}

const small = (v: number): string =>
  v >= 0.01 && v < 1000 ? String(Number(v.toPrecision(2))) : v.toExponential(1).replace("e+", " · 10^").replace("e-", " · 10^−"); // prettier-ignore

/** An unrolled network on a sentence: how much of the last letter's gradient arrives at each letter before. */
export function gradientThroughTime(name = "gradient-through-time") {
  return figure<Value, Result>({
    name,
    title: "What comes back through time",
    caption:
      "A network of 32 cells before training reads a sentence of Moby-Dick; its loss is that of the last letter, in the frame. Each bar is the length of the gradient by what the cells remember after a letter, against that at the end, on a scale of powers of ten. Dashed: what the proof on this page allows an Elman network at most.",
    controls: {
      cell: choice<CellName>(["elman", "gru", "lstm"], {label: "Cell", format: (c) => NAMES[c]}),
      scale: slider([0.25, 4], {
        label: "Recurrent weights",
        value: 1,
        step: 0.25,
        format: (v) => `× ${v.toFixed(2)}`
      }),
      keepBias: slider([0, 6], {label: "Bias of the keeping gate", value: 0, step: 0.5, format: (v) => v.toFixed(1)}),
      letters: slider([8, 64], {label: "Letters read", value: 40, step: 4})
    },
    compute: measured,
    draw: ({cell, scale, keepBias}, {width, result}) => {
      const first = result.shares[0] ?? NaN;
      return element(
        "div",
        {},
        bars(result, width),
        element(
          "p",
          {className: "fig-note"},
          `${NAMES[cell]}, weights × ${scale}${cell === "elman" ? "" : `, bias ${keepBias}`}: at the first letter, ${result.shares.length - 1} steps back, `,
          element("b", {}, small(first)),
          " of the gradient is left."
        )
      );
    },
    describe: ({cell, scale, keepBias}, {text, shares}) => {
      const back = [1, 5, 10, 20, 30, 50].filter((k) => k < shares.length);
      return `${NAMES[cell]} cells with recurrent weights times ${scale}${cell === "elman" ? "" : ` and a bias of ${keepBias} at the keeping gate`} read “${text.slice(0, -1)}”. Against the end, the gradient is ${back.map((k) => `${small(shares.at(-1 - k) ?? NaN)} ${k} ${k === 1 ? "letter" : "letters"} back`).join(", ")}.`;
    },
    code: ({cell, scale}) => {
      const made = cell === "elman" ? "elmanCell()" : `${cell}Cell`;
      const imported = cell === "elman" ? "elmanCell" : `${cell}Cell`;
      return `import {${imported}, affine, grad, key, randomNormal, recurrent, slice, square, sum} from "llm-first-principles/tensor";

const layer = recurrent({cell: ${made}, inputs: 16, hidden: 32, dtype: "float64"});
const params = layer.init(key(1));
const scaled = {...params, weightHidden: affine(params.weightHidden, ${scale}, 0)};
const x = randomNormal(key(2), [1, 40, 16], "float64");
const slopes = grad((x) => sum(square(slice(layer.apply(scaled, {x}).outputs, null, [39, 40]))))(x);
for (let t = 0; t < 40; t++)
  console.log(t, Math.hypot(...slopes.data.slice(16 * t, 16 * (t + 1)))); // by what is read at each time`;
    },
    rows: (_, {text, shares, bounds}) =>
      shares.map((share, t) => ({letter: [...text][t], back: shares.length - 1 - t, share, bound: bounds?.[t]}))
  });
}

/** A bar under each letter, on a logarithmic scale, with the bound of an Elman network. */
function bars({text, shares, bounds}: Result, width: number): SVGSVGElement {
  const [left, top, bottom] = [46, 28, 250];
  const letters = [...text];
  const wide = (width - left - 6) / letters.length;
  const y = (share: number): number => {
    const power = share > 0 ? Math.min(HIGH, Math.max(LOW, log10(share))) : LOW;
    return bottom - ((power - LOW) / (HIGH - LOW)) * (bottom - top);
  };
  const x = (t: number): number => left + t * wide;
  const ticks = [4, 0, -4, -8, -12];
  const raised = (power: number): string =>
    [...String(power)].map((d) => (d === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)])).join("");
  const size = Math.max(8, Math.min(16, wide * 1.25));
  return svg(
    "svg",
    {width, height: bottom + 50, viewBox: `0 0 ${width} ${bottom + 50}`, class: "chart"},
    label(0, 13, "Gradient, against the last"),
    ...ticks.flatMap((power) => {
      const at = y(Number(`1e${power}`));
      return [
        svg("line", {x1: left, x2: width - 6, y1: at, y2: at, class: power === 0 ? "level" : "grid"}),
        label(left - 8, at + 4, power === 0 ? "1" : `10${raised(power)}`, {"text-anchor": "end"})
      ];
    }),
    ...shares.map((share, t) =>
      svg("rect", {
        x: (x(t) + 0.12 * wide).toFixed(2),
        width: (0.76 * wide).toFixed(2),
        y: y(share).toFixed(2),
        height: Math.max(0.5, bottom - y(share)).toFixed(2),
        style: "fill:var(--gradient)"
      })
    ),
    ...(bounds === undefined
      ? []
      : [
          svg("path", {
            d: `M${bounds.map((b, t) => `${(x(t) + wide / 2).toFixed(1)} ${y(b).toFixed(1)}`).join("L")}`,
            fill: "none",
            "stroke-width": 2,
            "stroke-dasharray": "5 3",
            style: "stroke:var(--ink-2)"
          }),
          label(x(0) + 4, Math.max(top + 12, y(bounds[0] ?? 1) - 7), "bound", {style: "fill:var(--ink-2)"})
        ]),
    ...letters.map((letter, t) =>
      label(x(t) + wide / 2, bottom + 22, letter, {
        "text-anchor": "middle",
        style: `fill:var(--data);font:${size.toFixed(1)}px var(--mono)`
      })
    ),
    svg("rect", {
      x: x(letters.length - 1),
      y: bottom + 6,
      width: wide,
      height: 24,
      fill: "none",
      "stroke-width": 1.5,
      style: "stroke:var(--ink)"
    }),
    label((left + width) / 2, bottom + 46, "Letters read, and the one that is predicted", {"text-anchor": "middle"})
  );
}
