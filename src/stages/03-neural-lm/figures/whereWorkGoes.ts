import {label} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {stepWork, total, whole, type PartWork} from "../model/stepWork.js";

type Unit = "operations" | "bytes";
type Vocabulary = "27" | "65" | "1000" | "10000" | "50257";

interface Value {
  readonly unit: Unit;
  readonly vocabulary: Vocabulary;
  readonly context: number;
  readonly width: number;
  readonly hidden: number;
  readonly batch: number;
}

const ROW = 42;
const sizeOf = ({vocabulary, context, width, hidden, batch}: Value) => ({
  vocabulary: Number(vocabulary),
  context,
  width,
  hidden,
  batch
});

const UNITS: readonly (readonly [number, string])[] = [
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"]
];
const amount = (value: number, unit: Unit): string => {
  const [by, name] = UNITS.find(([least]) => value >= least) ?? [1, ""];
  return `${writeNumber(value / by, 3)} ${name} ${unit}`.replace("  ", " ");
};
const percent = (share: number): string => (share < 0.005 ? "under 1%" : `${Math.round(100 * share)}%`);

const largest = (parts: readonly PartWork[], unit: Unit): PartWork =>
  parts.reduce((best, part) => (whole(part, unit) > whole(best, unit) ? part : best));

/** Bars of what each part of a step takes, there and back, as shares of the whole. */
function bars(parts: readonly PartWork[], unit: Unit, width: number): SVGSVGElement {
  const all = total(parts, unit);
  const height = parts.length * ROW + 6;
  const [left, right] = [2, width - 78];
  const most = Math.max(...parts.map((part) => whole(part, unit)));
  const long = (value: number): number => ((right - left) * value) / most;
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    ...parts.flatMap((part, i) => {
      const top = i * ROW;
      const [there, back] = [long(part.forward[unit]), long(part.backward[unit])];
      return [
        label(left, top + 14, part.name),
        svg("rect", {x: left, y: top + 20, width: there, height: 14, style: "fill:var(--model)"}),
        svg("rect", {x: left + there, y: top + 20, width: back, height: 14, style: "fill:var(--gradient)"}),
        label(left + there + back + 8, top + 32, percent(whole(part, unit) / all))
      ];
    })
  );
}

/** Where the work of a training step goes, by the sizes of the network: arithmetic or memory. */
export const whereWorkGoes = (name = "where-work-goes") =>
  figure<Value>({
    name,
    title: "Where the work of a step goes",
    caption:
      "One training step of a network with a window and one hidden layer, by AdamW: operations that it takes, or bytes that have to be read or written at least once, in float32. First color: forward; second color: the way back, and the optimizer. Counted, not timed.",
    controls: {
      vocabulary: choice<Vocabulary>(["27", "65", "1000", "10000", "50257"], {
        label: "Vocabulary",
        value: "65",
        format: (v) => Number(v).toLocaleString("en")
      }),
      context: slider([1, 32], {label: "Context", value: 8}),
      width: slider([4, 128], {label: "Vector width", value: 24, step: 4}),
      hidden: slider([40, 1000], {label: "Hidden neurons", value: 200, step: 40}),
      batch: slider([1, 256], {label: "Batch", value: 64}),
      unit: choice<Unit>(["operations", "bytes"], {label: "Count"})
    },
    draw: (value, {width}) => {
      const parts = stepWork(sizeOf(value));
      const [all, first] = [total(parts, value.unit), largest(parts, value.unit)];
      return element(
        "div",
        {},
        bars(parts, value.unit, width),
        element(
          "p",
          {className: "fig-note"},
          `In all ${amount(all, value.unit)}. Most goes to: `,
          element("b", {}, first.name.toLowerCase()),
          `, ${percent(whole(first, value.unit) / all)}. One batch of logits has ${amount(4 * value.batch * Number(value.vocabulary), "bytes")}.`
        )
      );
    },
    describe: (value) => {
      const parts = stepWork(sizeOf(value));
      const all = total(parts, value.unit);
      return `Vocabulary ${value.vocabulary}, context ${value.context}, vectors of ${value.width}, ${value.hidden} hidden neurons, batch ${value.batch}: ${amount(all, value.unit)}. ${parts.map((part) => `${part.name} ${percent(whole(part, value.unit) / all)}`).join(", ")}.`;
    },
    code: (
      value
    ) => `const [B, n, d, h, V] = [${value.batch}, ${value.context}, ${value.width}, ${value.hidden}, ${value.vocabulary}];
const forward = 2 * B * (n * d * h + h * V); // multiplications and additions
const back = 2 * forward; // a product for the weights, and one for what went in
const parameters = V * d + (n * d + 1) * h + (h + 1) * V;
console.log({forward, back, optimizer: 16 * parameters, logits: 4 * B * V});`,
    rows: (value) =>
      stepWork(sizeOf(value)).map(({name: part, forward, backward}) => ({
        part,
        operationsForward: forward.operations,
        operationsBack: backward.operations,
        bytesForward: forward.bytes,
        bytesBack: backward.bytes
      }))
  });
