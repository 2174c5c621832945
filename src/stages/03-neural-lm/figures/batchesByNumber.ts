import {label} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {BATCH, EXAMPLES, STEPS_OF_EPOCH, type Drawing} from "../model/drawnSizes.js";

type Epoch = "0" | "1" | "1000000";

interface Value {
  readonly drawing: Drawing;
  readonly epoch: Epoch;
  readonly step: number;
}

interface Drawn {
  /** The batch of the step. */
  readonly batch: readonly number[];
  /** How often each example has come in the epoch so far. */
  readonly times: readonly number[];
}

const stepOf = ({epoch, step}: Value): number => Number(epoch) * STEPS_OF_EPOCH + step;

/** What the grid says in words. */
function told(value: Value, {times}: Drawn): string {
  const [unseen, twice] = [times.filter((n) => n === 0).length, times.filter((n) => n > 1).length];
  const end = value.step === STEPS_OF_EPOCH - 1 ? "At the end of the epoch" : "So far in this epoch";
  return `${end} ${EXAMPLES - unseen} of ${EXAMPLES} examples have come, ${twice === 0 ? "none of them twice" : `${twice} of them more than once`}${unseen === 0 ? ": each exactly once" : ""}.`;
}

/** A cell for each example: what this step gives, and what came before it in the epoch. */
function grid({batch, times}: Drawn, width: number): SVGSVGElement {
  const columns = width < 520 ? 10 : 15;
  const wide = width / columns;
  const high = 34;
  const height = high * Math.ceil(EXAMPLES / columns);
  const now = new Set(batch);
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    ...times.flatMap((seen, i) => {
      const [x, y] = [(i % columns) * wide, Math.floor(i / columns) * high];
      const fill = now.has(i) ? "var(--model)" : seen > 0 ? "var(--rule)" : "none";
      const text = `${i}${seen > 1 ? ` ×${seen}` : ""}`;
      return [
        svg("rect", {
          x: x + 1,
          y: y + 1,
          width: wide - 2,
          height: high - 2,
          rx: 2,
          style: `fill:${fill};stroke:var(--edge)`
        }),
        label(x + wide / 2, y + 21, text, {
          "text-anchor": "middle",
          style: `fill:var(--${now.has(i) ? "paper" : seen > 0 ? "ink" : "ink-2"});font-size:${width < 520 ? 11 : 13}px`
        })
      ];
    })
  );
}

/** Which examples a step gets, by its number alone. */
export const batchesByNumber = (name = "batches-by-number") =>
  figure<Value, Drawn>({
    name,
    title: "Batches by number",
    caption:
      "Sixty examples, eight in a batch, and four in the last of each epoch. Colored: the batch of this step; grey: what came earlier in the epoch; empty: what has not come. Each batch is computed from the number of its step alone, also in epoch one million.",
    controls: {
      step: slider([0, STEPS_OF_EPOCH - 1], {label: "Step of the epoch", value: 2}),
      epoch: choice<Epoch>(["0", "1", "1000000"], {label: "Epoch", format: (e) => Number(e).toLocaleString("en")}),
      drawing: choice<Drawing>(["once", "replaced"], {
        label: "Examples",
        format: (how) => (how === "once" ? "each once" : "each draw for itself")
      })
    },
    compute: async (value) => {
      const {batchAt, timesSeen} = await import("../model/drawnBatches.js"); // with the library
      return {
        batch: batchAt(value.drawing, stepOf(value)),
        times: timesSeen(value.drawing, Number(value.epoch), value.step)
      };
    },
    draw: (value, {width, result}) =>
      element(
        "div",
        {},
        grid(result, width),
        element(
          "p",
          {className: "fig-note"},
          `Step ${stepOf(value).toLocaleString("en")}: `,
          element("b", {}, result.batch.join(", ")),
          `. ${told(value, result)}`
        )
      ),
    describe: (value, drawn) =>
      `Step ${stepOf(value)} gets the examples ${drawn.batch.join(", ")}. ${told(value, drawn)}`,
    code: (value) =>
      value.drawing === "once"
        ? `import {epochs, key} from "llm-first-principles/tensor";

const at = epochs({count: ${EXAMPLES}, batch: ${BATCH}, key: key(2003)});
console.log([...at(${stepOf(value)})]); // no step before it was asked`
        : `import {fold, key, uniform} from "llm-first-principles";

const drawn = fold(key(2003), ${stepOf(value)});
console.log(Array.from({length: ${Math.min(BATCH, EXAMPLES - value.step * BATCH)}}, (_, i) => Math.floor(uniform(drawn, i) * ${EXAMPLES})));`,
    rows: (value, {batch}) => batch.map((example) => ({step: stepOf(value), example}))
  });
