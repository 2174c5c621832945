import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, moment, note, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import type {Look} from "../model/overfitting.js";
import {stoppedAt} from "../model/stoppedAt.js";

interface Value {
  readonly patience: number;
}

const load = (): Promise<readonly Look[]> =>
  FileAttachment("../model/overfitting.json")
    .json<{readonly value: readonly Look[]}>()
    .then(({value}) => value);

const told = (x: number): string => x.toFixed(3);

/** A network learns 800 names by heart: the reader says how long to wait for something better. */
export const overfittingCurve = (name = "overfitting-curve") =>
  figure<Value, readonly Look[]>({
    name,
    title: "Two losses of one run",
    caption:
      "A network (a window of 6, vectors of 16, 128 hidden neurons, no weight decay) learns 800 first names. Looked at every 40 steps: what the names that it learns cost it, and what 421 others do. Trained when the book was made. Drawn across: the best look so far when the run is stopped, and where that is. Numbers below, in nats per token.",
    controls: {patience: slider([1, 20], {label: "Looks without anything better", value: 5})},
    compute: load,
    draw: ({patience}, {width, result}) => {
      const {best, stop} = stoppedAt(result, patience);
      const of = (part: "train" | "validation"): readonly Point[] => result.slice(1).map((at) => [at.step, at[part]]);
      const last = result.at(-1)!;
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: 92,
          x: {domain: [0, last.step], label: "Steps"},
          y: {domain: [1.4, 2.8], label: "Loss, nats per token"},
          marks: [
            moment(best.step),
            moment(stop.step),
            line(of("train"), {meaning: "loss-train", name: "learned names"}),
            line(of("validation"), {meaning: "loss-validation", name: "other names"}),
            note([best.step, 1.47], "best", {"text-anchor": "end", dx: -4}),
            note([stop.step, 1.47], "stopped", {dx: 4}),
            ends([
              {x: last.step, y: last.train, text: "learned", meaning: "loss-train"},
              {x: last.step, y: last.validation, text: "others", meaning: "loss-validation"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Stopped at step ${stop.step}; the best look was at step ${best.step}: learned names `,
          element("b", {}, told(best.train)),
          ", validation ",
          element("b", {}, told(best.validation)),
          `, test ${told(best.test)}`
        )
      );
    },
    describe: ({patience}, result) => {
      const {best, stop} = stoppedAt(result, patience);
      const list = result
        .filter((_, i) => i % 5 === 0)
        .map(({step, train, validation}) => `step ${step}: ${told(train)} and ${told(validation)}`);
      return `Nats per token of learned names and of others. ${list.join("; ")}. With a patience of ${patience} looks the run stops at step ${stop.step}. Its best look was at step ${best.step}, with ${told(best.validation)} on the names to choose by and ${told(best.test)} on those to test with.`;
    },
    code: ({patience}) => `import {bestSoFar, earlyStopping} from "llm-first-principles";
import {from, takeLast} from "rxjs";

// looks at a run, each {step, validation}: here a list, else frames of a run that goes on
const of = ({validation}) => validation;
from(looks)
  .pipe(earlyStopping({patience: ${patience}, of}), bestSoFar({of}), takeLast(1))
  .subscribe(({step, validation}) => console.log(step, validation));`,
    rows: (_, result) => result.map((at) => ({...at}))
  });
