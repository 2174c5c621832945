import {FileAttachment} from "observablehq:stdlib";
import {chart, dotsAt, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {bestStretches, expectedBytes, type DeepKind, type StretchRuns} from "../model/stretches.js";
import {writeNumber} from "../../../components/number.js";
import {writeBytes} from "../model/written.js";

interface Value {
  readonly kind: DeepKind;
  readonly power: number;
}

const NAMES: Readonly<Record<DeepKind, string>> = {blocks: "16 blocks", chain: "64 small layers"};

/** Memory by the number of stretches: what theory says, and what was measured. */
export function stretchesFigure(name = "stretches") {
  const of = (runs: readonly StretchRuns[], {kind}: Value): StretchRuns => runs.find((one) => one.kind === kind)!;
  const most = ({parts}: StretchRuns): number => Math.log2(parts.layers);
  const told = (value: Value, runs: readonly StretchRuns[]): string => {
    const run = of(runs, value);
    const count = 2 ** Math.min(value.power, most(run));
    const at = run.measured.find(({stretches}) => stretches === count)!;
    const whole = run.measured[0]!;
    return `${count} ${count === 1 ? "stretch" : "stretches"} of ${run.parts.layers / count}: ${writeBytes(at.bytes)} at the peak, by theory ${writeBytes(expectedBytes(run.parts, count))}; everything kept ${writeBytes(whole.bytes)}. ${at.layers} layers are run in place of ${whole.layers}. The least is expected at ${bestStretches(run.parts).toFixed(1)} stretches.`;
  };
  return figure<Value, readonly StretchRuns[]>({
    name,
    title: "Forget, and compute again",
    caption:
      "The peak of a gradient’s memory by the number of stretches whose inside is forgotten and computed again: dots are measured, the line is the formula, both axes are logarithmic. Either a transformer of 16 blocks of width 48, or a chain of 64 layers of a product and a bend each, in which little lies inside of a layer. Measured when the book was made.",
    controls: {
      kind: choice<DeepKind>(["blocks", "chain"], {label: "Of", value: "chain", format: (kind) => NAMES[kind]}),
      power: slider([0, 6], {label: "Stretches", value: 2, format: (power) => String(2 ** power)})
    },
    compute: async () =>
      (await FileAttachment("../model/stretchRuns.json").json<{readonly value: readonly StretchRuns[]}>()).value,
    draw: (value, {width, result}) => {
      const run = of(result, value);
      const theory = Array.from({length: 61}, (_, i): Point => {
        const power = (most(run) * i) / 60;
        return [power, expectedBytes(run.parts, 2 ** power)];
      });
      const dots = run.measured.slice(1).map(({stretches, bytes}): Point => [Math.log2(stretches), bytes]);
      const all = [...theory, ...dots].map(([, bytes]) => bytes);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginLeft: 56,
          x: {
            domain: [0, most(run)],
            label: "Stretches",
            ticks: most(run),
            format: (power) => writeNumber(2 ** power, 2)
          },
          y: {
            domain: [Math.min(...all) * 0.85, Math.max(...all) * 1.15],
            label: "Memory at the peak",
            scale: "log",
            format: (y) => (/^[1235]0*$/.test(String(Math.round(y))) ? writeBytes(y) : "")
          },
          marks: [
            moment(Math.min(value.power, most(run))),
            line(theory, {meaning: "ink-2", width: 1.5, name: "theory"}),
            dotsAt(dots, "model", 5)
          ]
        }),
        element("p", {className: "fig-note"}, told(value, result))
      );
    },
    describe: told,
    rows: (value, result) =>
      of(result, value).measured.map((each) => ({
        ...each,
        theory: each.stretches === 0 ? undefined : expectedBytes(of(result, value).parts, each.stretches)
      }))
  });
}
