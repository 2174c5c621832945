import {chart, label, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import {writeNumber} from "../../../components/number.js";
import {countedLoss, countsOf, descended, pairsOf, softmaxOf, type Rows} from "../model/tableDescent.js";

type Text = "abracadabra" | "mississippi" | "banana bandana";

interface Value {
  readonly text: Text;
  readonly rate: number;
  readonly time: Moment;
}

interface Learned {
  readonly letters: readonly string[];
  readonly counts: Rows;
  readonly table: Rows;
  /** Perplexity over the counted one, less 1, before each step and after the last. */
  readonly gaps: readonly number[];
  readonly counted: number;
}

const STEPS = 200;
const FLOOR = 1e-4;
const CELL = 46;

const sum = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0);
const above = (gap: number): string => (gap > 10 ? "more than ten times" : `${writeNumber(100 * gap, 2)}% above`);

/** Learned probabilities as filled squares, counted ones as outlines: area for probability. */
function squares({letters, counts, table}: Learned, width: number): SVGSVGElement {
  const cell = Math.min(CELL, (width - 28) / letters.length);
  const size = {width: 28 + cell * letters.length, height: 30 + cell * letters.length};
  const side = (share: number): number => (cell - 6) * Math.sqrt(share);
  return svg(
    "svg",
    {...size, viewBox: `0 0 ${size.width} ${size.height}`, class: "chart"},
    ...letters.map((letter, b) => label(28 + cell * (b + 0.5), 18, visibleText(letter), {"text-anchor": "middle"})),
    ...letters.flatMap((letter, a) => {
      const [q, total, y] = [softmaxOf(table[a]!), sum(counts[a]!), 26 + cell * (a + 0.5)];
      return [
        label(4, y + 5, visibleText(letter)),
        ...q.flatMap((share, b) => {
          const x = 28 + cell * (b + 0.5);
          const square = (long: number, style: string) =>
            svg("rect", {x: x - long / 2, y: y - long / 2, width: long, height: long, style});
          const counted = total === 0 ? 0 : counts[a]![b]! / total;
          return [
            square(cell - 2, "fill:none;stroke:var(--rule)"),
            square(side(share), "fill:var(--model)"),
            ...(counted === 0 ? [] : [square(side(counted), "fill:none;stroke:var(--data);stroke-width:2")])
          ];
        })
      ];
    })
  );
}

/** Gradient descent turns a table of zeros into the shares that counting gives. */
export const tableBecomesCounts = (name = "table-becomes-counts") =>
  figure<Value, Learned>({
    name,
    title: "A table on its way to the counts",
    caption:
      "Each row is a letter, each column a letter that may follow. Filled: the probability that the table of logits gives, as an area. Outlined: the share that was counted. Below, by how much the perplexity of the table is above the counted one. Gradient descent on all pairs at once, from a table of zeros.",
    controls: {
      text: choice<Text>(["abracadabra", "mississippi", "banana bandana"], {label: "Text"}),
      rate: slider([1, 16], {label: "Learning rate", value: 4}),
      time: scrubber({steps: STEPS, step: 10, pace: 20, forks: false})
    },
    compute: ({text, rate, time}) => {
      const {letters, pairs} = pairsOf(text);
      const counts = countsOf(pairs, letters.length);
      const counted = countedLoss(counts);
      const gapOf = (loss: number): number => Math.exp(loss - counted) - 1;
      return {
        letters,
        counts,
        counted: Math.exp(counted),
        table: descended(counts, rate, time.step).table,
        gaps: descended(counts, rate, STEPS).losses.map(gapOf)
      };
    },
    draw: ({time}, {width, result}) =>
      element(
        "div",
        {},
        squares(result, width),
        chart({
          width,
          height: 220,
          x: {domain: [0, STEPS], label: "Step"},
          y: {
            domain: [FLOOR, 10],
            label: "Perplexity, share above the counted one",
            scale: "log",
            ticks: 6,
            format: decades(1)
          },
          marks: [
            moment(time.step),
            line(
              result.gaps.map((gap, step): Point => [step, gap > 10 ? NaN : Math.max(FLOOR, gap)]),
              {meaning: "model", name: "gap"}
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `After ${time.step} ${time.step === 1 ? "step" : "steps"} the perplexity is `,
          element("b", {}, writeNumber(result.counted * (1 + result.gaps[time.step]!), 4)),
          `, ${above(result.gaps[time.step]!)} the ${writeNumber(result.counted, 4)} of counting.`
        )
      ),
    describe: ({text, rate, time}, {gaps, counted}) =>
      `“${text}” at rate ${rate}: after ${time.step} steps the perplexity is ${writeNumber(counted * (1 + gaps[time.step]!), 4)}, ${above(gaps[time.step]!)} the ${writeNumber(counted, 4)} of counting.`,
    code: ({text, rate, time}) => `const letters = [...new Set("${text}")].sort();
const ids = [..."${text}"].map((letter) => letters.indexOf(letter));
let table = letters.map(() => letters.map(() => 0));
for (let step = 0; step < ${time.step}; step++) {
  const next = table.map((row) => [...row]);
  for (let i = 1; i < ids.length; i++) {
    const powers = table[ids[i - 1]].map(Math.exp);
    const total = powers.reduce((a, b) => a + b, 0);
    powers.forEach((e, b) => (next[ids[i - 1]][b] -= (${rate} * (e / total - (b === ids[i] ? 1 : 0))) / (ids.length - 1)));
  }
  table = next;
}
console.log(letters, table);`,
    rows: (_, {gaps}) => gaps.map((gap, step) => ({step, gap}))
  });
