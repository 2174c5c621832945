import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {gradientFates} from "../../../components/lossScale.js";
import type {GradientPart, PartSizes} from "../model/precisionSpec.js";

type What = "lost" | "coarse" | "infinite";

interface Value {
  readonly what: What;
  readonly power: number;
}

const NAMES: Readonly<Record<What, string>> = {lost: "become 0", coarse: "lose bits", infinite: "become ∞"};
const PARTS: Readonly<Record<GradientPart, readonly [name: string, meaning: string]>> = {
  embedding: ["embedding", "data"],
  attention: ["attention", "attention"],
  feedForward: ["feed-forward", "model"],
  norms: ["norms", "ink-2"],
  stream: ["stream", "value"],
  logits: ["logits", "probability"]
};
const [LOW, HIGH] = [-24, 24];
const POWERS = Array.from({length: HIGH - LOW + 1}, (_, i) => LOW + i);
const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 && share > 0 ? 1 : 0)}%`;
const minus = (x: number): string => String(x).replace("-", "−");

/** What float16 makes of a transformer’s gradients, by the factor of its loss. */
export function lossScaling(name = "loss-scaling") {
  const told = ({power}: Value, parts: readonly PartSizes[]): string =>
    parts
      .map(({part, sizes}) => {
        const {lost, coarse, infinite} = gradientFates(sizes, power);
        return `${PARTS[part][0]} ${percent(lost)} 0, ${percent(coarse)} with fewer bits${infinite > 0 ? `, ${percent(infinite)} ∞` : ""}`;
      })
      .join("; ");
  return figure<Value, readonly PartSizes[]>({
    name,
    title: "Gradients in float16",
    caption:
      "A transformer of four blocks after 400 steps on Moby Dick. Of the slopes of its loss by the weights of each part, by the stream between the blocks and by the logits: the share that float16 rounds to 0, holds with fewer than its 11 bits, or calls infinite, by the factor that the loss is multiplied with. Zeros are left out. A batch of a thousand times as many tokens moves the stream’s and the logits’ lines to the right by ten. Measured when the book was made.",
    controls: {
      what: choice<What>(["lost", "coarse", "infinite"], {label: "Show those that", format: (what) => NAMES[what]}),
      power: slider([LOW, HIGH], {label: "Loss times 2 to the", value: 0, format: minus})
    },
    compute: async () =>
      (
        await FileAttachment("../model/precisionRuns.json").json<{
          readonly value: {readonly parts: readonly PartSizes[]};
        }>()
      ).value.parts,
    draw: (value, {width, result}) => {
      const height = ({points}: {readonly points: readonly Point[]}): number =>
        points.reduce((sum, [, y]) => sum + y, 0);
      const lines = result
        .map(({part, sizes}) => ({
          text: PARTS[part][0],
          meaning: PARTS[part][1],
          points: POWERS.map((power): Point => [power, gradientFates(sizes, power)[value.what]])
        }))
        .sort((one, other) => height(other) - height(one)); // names stand at the ends in the order of the lines
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: 100,
          x: {domain: [LOW, HIGH], label: "Factor of the loss, as a power of two", format: minus},
          y: {
            domain: [0, 1],
            label: `Share of the numbers that ${NAMES[value.what]}`,
            format: (y) => `${Math.round(100 * y)}%`
          },
          marks: [
            moment(value.power),
            ...lines.map(({points, meaning, text}) => line(points, {meaning, name: text})),
            ends(lines.map(({points, meaning, text}) => ({text, meaning, x: HIGH, y: points.at(-1)![1]})))
          ]
        }),
        element("p", {className: "fig-note"}, `At 2 to the ${minus(value.power)}: ${told(value, result)}.`)
      );
    },
    describe: (value, parts) => `With the loss times 2 to the ${minus(value.power)}: ${told(value, parts)}.`,
    rows: (_, parts) =>
      parts.flatMap(({part, sizes}) => POWERS.map((power) => ({part, power, ...gradientFates(sizes, power)})))
  });
}
