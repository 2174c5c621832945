import {FileAttachment} from "observablehq:stdlib";
import {chart, dotsAt, level, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {NOISE_SIZES, PAIRS, type NoiseLook} from "../model/batchPlan.js";
import {batchVariance} from "../model/noiseScale.js";

interface Value {
  readonly after: "0" | "50" | "300" | "2000";
}

const FINE = Array.from({length: 73}, (_, i) => 2 ** (i / 5)).filter((b) => b < 30_000);

/** How far gradients of batches are from that of all pairs, on a real model. Measured when the book was made. */
export function noiseOnModel(name = "noise-on-model") {
  const lookAt = (looks: readonly NoiseLook[], {after}: Value): NoiseLook =>
    looks.find((look) => look.after === Number(after))!;
  const told = ({loss, square, trace}: NoiseLook): string =>
    `the loss is ${loss.toFixed(2)} nats, tr Σ is ${writeNumber(trace, 3)} and |g|² is ${writeNumber(square, 3)}, so that the noise is as large as the gradient with a batch of ${writeNumber(trace / square, 2)}`;
  return figure<Value, readonly NoiseLook[]>({
    name,
    title: "The noise of a real gradient",
    caption:
      "Both axes logarithmic. Dots: the mean squared distance of the gradients of batches from the gradient of all pairs, on a network of 6,200 numbers that learns first names. Dashed: tr Σ / B. Solid: the same with the factor for drawing without replacement. Dotted: the squared length of the gradient itself. Measured when the book was made.",
    controls: {after: choice<Value["after"]>(["0", "50", "300", "2000"], {label: "After steps", value: "300"})},
    compute: async () =>
      (await FileAttachment("../model/gradientNoise.json").json<{readonly value: readonly NoiseLook[]}>()).value,
    draw: (value, {width, result}) => {
      const look = lookAt(result, value);
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          x: {domain: [1, 30_000], label: "Batch size, pairs", scale: "log", ticks: 9, format: decades(1)},
          y: {domain: [1e-3, 100], label: "Squared distance", scale: "log", ticks: 9, format: decades(1)},
          marks: [
            level(look.square, "|g|²"),
            line(
              FINE.map((b): Point => [b, look.trace / b]),
              {meaning: "ink-2", width: 1.5, dashed: true, name: "tr Σ / B"}
            ),
            line(
              FINE.map((b): Point => [b, batchVariance(look.trace, PAIRS, b)]),
              {meaning: "model", width: 2, name: "without replacement"}
            ),
            dotsAt(
              NOISE_SIZES.map((b, i): Point => [b, look.deviations[i]!]),
              "gradient",
              5
            )
          ]
        }),
        element("p", {className: "fig-note"}, `After ${value.after} steps ${told(look)}.`)
      );
    },
    describe: (value, looks) => `After ${value.after} steps ${told(lookAt(looks, value))}.`,
    rows: (value, looks) =>
      NOISE_SIZES.map((batch, i) => ({batch, squaredDistance: lookAt(looks, value).deviations[i]!}))
  });
}
