import {FileAttachment} from "observablehq:stdlib";
import {chart, dotsAt, level, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {LOOKED_AT, Spectrum} from "../model/spectrum.js";

interface Value {
  readonly step: `${(typeof LOOKED_AT)[number]}`;
  readonly most: number;
}

const sign = (x: number): string => x.toFixed(3).replace("-", "−");
const SMALL = 0.001;

/** All curvatures of a real loss, before, early in and late in training. Computed when the book was made. */
export function hessianSpectrum(name = "hessian-spectrum") {
  const at = (all: readonly Spectrum[], {step}: Value): Spectrum => all.find((one) => String(one.step) === step)!;
  const counted = ({curvatures}: Spectrum) => ({
    largest: curvatures[0]!,
    least: curvatures.at(-1)!,
    down: curvatures.filter((c) => c < -SMALL).length,
    flat: curvatures.filter((c) => Math.abs(c) <= SMALL).length
  });
  return figure<Value, readonly Spectrum[]>({
    name,
    title: "All the curvatures of a real loss",
    caption:
      "A network of 300 numbers that learns lower-case first names (context 2, vectors of 2, 6 hidden neurons, AdamW), and the loss of one fixed batch of 512: the eigenvalues of its Hessian, from the largest to the least. Each column of the Hessian is one product; computed when the book was made.",
    controls: {
      step: choice<Value["step"]>(["0", "100", "1000"], {label: "After steps", value: "1000"}),
      most: slider([0.05, 1.2], {label: "Zoom: up to", value: 1.2, step: 0.05, format: (v) => v.toFixed(2)})
    },
    compute: async () =>
      (await FileAttachment("../model/spectrum.json").json<{readonly value: readonly Spectrum[]}>()).value,
    draw: (value, {width, result}) => {
      const spectrum = at(result, value);
      const {largest, least, down, flat} = counted(spectrum);
      const points = spectrum.curvatures.map((c, i): Point => [i + 1, c]);
      const shown = (up: boolean) => points.filter(([, c]) => c > 0 === up && c <= value.most && c >= -0.25);
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          readable: false,
          x: {domain: [0, spectrum.curvatures.length + 1], label: "Rank of the direction"},
          y: {domain: [-0.25, value.most], label: "Curvature"},
          marks: [level(0, ""), dotsAt(shown(true), "loss-train", 2.5), dotsAt(shown(false), "gradient", 2.5)]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Loss ${spectrum.loss.toFixed(3)} nats. Largest curvature `,
          element("b", {}, sign(largest)),
          `, least ${sign(least)}; ${down} directions bend down by more than ${SMALL}, and ${flat} hardly bend.`
        )
      );
    },
    describe: (value, all) => {
      const {largest, least, down, flat} = counted(at(all, value));
      return `After ${value.step} steps the largest of 300 curvatures is ${sign(largest)} and the least ${sign(least)}; ${down} are below −${SMALL}, and ${flat} are within ${SMALL} of zero.`;
    },
    rows: (_, all) =>
      all.flatMap(({step, curvatures}) => curvatures.map((curvature, i) => ({step, rank: i + 1, curvature})))
  });
}
