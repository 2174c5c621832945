import {FileAttachment} from "observablehq:stdlib";
import {chart, level, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {SHARP_EVERY, SHARP_STEPS, type SharpWalk} from "../model/sharpWalk.js";

interface Value {
  readonly rate: "0.5" | "1" | "2";
}

/** The largest curvature of a real loss as gradient descent goes on. Computed when the book was made. */
export function sharpnessWalk(name = "sharpness-walk") {
  const of = (walks: readonly SharpWalk[], {rate}: Value): SharpWalk =>
    walks.find((walk) => String(walk.rate) === rate)!;
  return figure<Value, readonly SharpWalk[]>({
    name,
    title: "The edge of stability",
    caption:
      "A network of 300 numbers that learns lower-case first names, by plain gradient descent on one fixed batch of 512, so that nothing is noisy. Above, the largest eigenvalue of the Hessian, found by power iteration every 60 steps; dotted, 2/η. Below, the loss. Computed when the book was made.",
    controls: {rate: choice<Value["rate"]>(["0.5", "1", "2"], {label: "Rate η", value: "1"})},
    compute: async () =>
      (await FileAttachment("../model/sharpness.json").json<{readonly value: readonly SharpWalk[]}>()).value,
    draw: (value, {width, result}) => {
      const {rate, sharpness, losses} = of(result, value);
      const along = (list: readonly number[]) => list.map((y, i): Point => [i * SHARP_EVERY, y]);
      return element(
        "div",
        {},
        chart({
          width,
          height: 220,
          x: {domain: [0, SHARP_STEPS], label: "Step"},
          y: {domain: [0, 4.4], label: "Largest curvature"},
          marks: [level(2 / rate, "2/η"), line(along(sharpness), {meaning: "gradient", name: "largest curvature"})]
        }),
        chart({
          width,
          height: 180,
          x: {domain: [0, SHARP_STEPS], label: "Step"},
          y: {domain: [2, 3.5], label: "Loss, nats per token"},
          marks: [line(along(losses), {meaning: "loss-train", name: "loss"})]
        })
      );
    },
    describe: (value, walks) => {
      const {rate, sharpness, losses} = of(walks, value);
      return `With the rate ${value.rate} the largest curvature goes from ${sharpness[0]!.toFixed(2)} to at most ${Math.max(...sharpness).toFixed(2)}, where 2/η is ${2 / rate}; the loss falls from ${losses[0]!.toFixed(2)} to ${losses.at(-1)!.toFixed(2)}.`;
    },
    rows: (value, walks) => {
      const {sharpness, losses} = of(walks, value);
      return sharpness.map((largest, i) => ({step: i * SHARP_EVERY, largest, loss: losses[i]!}));
    }
  });
}
