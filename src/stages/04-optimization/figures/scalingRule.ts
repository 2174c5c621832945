import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {floorOf} from "../model/noisyBowl.js";
import {batchBowl, heightsByExamples, ruled, RULES, type Rule} from "../model/scalingRule.js";

interface Value {
  /** The batch size, as a power of 2. */
  readonly power: number;
  readonly rule: Rule;
}

const EXAMPLES = 1536;
const [FLOOR, TOP] = [0.005, 1000];

/** A batch k times as large, and a rate that follows it or does not: the mean height by the examples that were seen. */
export function scalingRule(name = "scaling-rule") {
  const told = ({power, rule}: Value): string => {
    const rate = ruled(rule, 2 ** power);
    const floor = floorOf(batchBowl(2 ** power), rate);
    return `batches of ${2 ** power} with the rate ${writeNumber(rate, 3)} ${Number.isFinite(floor) ? `hover at ${writeNumber(floor, 3)}` : "diverge: the rate is beyond 2/L = 0.2"}`;
  };
  const one = floorOf(batchBowl(1), ruled("times k", 1));
  return figure<Value>({
    name,
    title: "A larger batch and a longer step",
    caption:
      "The bowl ½ (x² + 10 y²) from (10, 1), on a logarithmic axis: the mean height over all draws of the noise, by the examples that were seen. Dashed: batches of one example, with the rate 0.005. Solid: batches of k. Dotted: the height at which the dashed one stays.",
    controls: {
      power: slider([0, 6], {label: "Batch size k", value: 3, format: (p) => String(2 ** p)}),
      rule: choice<Rule>([...RULES], {label: "Rate", value: "times k"})
    },
    draw: ({power, rule}, {width}) => {
      const shown = (of: Rule, batch: number): readonly Point[] =>
        heightsByExamples(of, batch, EXAMPLES).map(([x, y]): Point => [x, y > TOP ? NaN : y]);
      const [single, larger] = [shown("times k", 1), shown(rule, 2 ** power)];
      const last = larger.filter(([, y]) => Number.isFinite(y)).at(-1)!;
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 64,
          x: {domain: [0, EXAMPLES], label: "Examples seen", ticks: 4},
          y: {domain: [FLOOR, TOP], label: "Mean height", scale: "log", ticks: 9, format: decades(1)},
          marks: [
            level(one, ""),
            line(larger, {meaning: "loss-train", name: "batches of k"}),
            line(single, {meaning: "ink-2", width: 1.5, dashed: true, name: "single examples"}),
            ends([
              {x: EXAMPLES, y: single.at(-1)![1], text: "k = 1", meaning: "ink-2"},
              ...(power === 0 ? [] : [{x: EXAMPLES, y: last[1], text: `k = ${2 ** power}`, meaning: "loss-train"}])
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Single examples hover at ${writeNumber(one, 3)}; ${told({power, rule})}.`
        )
      );
    },
    describe: (value) => `Single examples hover at ${writeNumber(one, 3)}; ${told(value)}.`,
    rows: ({power, rule}) =>
      heightsByExamples(rule, 2 ** power, EXAMPLES).map(([examples, height]) => ({examples, height}))
  });
}
