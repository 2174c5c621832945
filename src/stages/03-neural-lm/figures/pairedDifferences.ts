import {FileAttachment} from "observablehq:stdlib";
import {chart, note, type Mark} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {MODEL_TITLES, MODELS, type Evaluated, type ModelName} from "../model/evaluated.js";
import type {Pair} from "../model/pairOf.js";

interface Value {
  readonly first: ModelName;
  readonly second: ModelName;
  readonly names: number;
}

const COLUMNS = 40;

const load = (): Promise<Evaluated> =>
  FileAttachment("../model/evaluated.json")
    .json<{readonly value: Evaluated}>()
    .then(({value}) => value);

/** The pair of a value, with the names that it is about. */
interface Result {
  readonly told: Evaluated;
  readonly pair: Pair;
}

const order = (first: ModelName): readonly ModelName[] => [first, ...MODELS.filter((model) => model !== first)];
const title = (model: ModelName): string => MODEL_TITLES[model];
const signed = (x: number): string => `${x < 0 ? "−" : "+"}${Math.abs(x).toFixed(3)}`;

/** The half of a nat, or whole one, that no difference is beyond. */
const edgeOf = (perName: readonly number[]): number =>
  Math.max(0.5, Math.ceil(2 * Math.max(...perName.map(Math.abs))) / 2);

/** How many names lie in each column, from one edge to the other. */
function columnsOf(perName: readonly number[], edge: number): readonly number[] {
  const counts = new Array<number>(COLUMNS).fill(0);
  for (const d of perName) counts[Math.min(COLUMNS - 1, Math.floor(((d + edge) / (2 * edge)) * COLUMNS))]!++;
  return counts;
}

const columns =
  (counts: readonly number[], edge: number): Mark =>
  ({x, y}) =>
    counts.map((count, i) => {
      const from = x(-edge + (2 * edge * i) / COLUMNS);
      const to = x(-edge + (2 * edge * (i + 1)) / COLUMNS);
      const meaning = i < COLUMNS / 2 ? "model" : "data";
      const [width, height] = [Math.max(1, to - from - 1), y(0) - y(count)];
      return svg("rect", {x: from + 0.5, width, y: y(count), height, style: `fill:var(--${meaning})`});
    });

/** The middle of an interval and its ends, at a height. */
const interval =
  (mean: number, error: number, height: number, meaning: string): Mark =>
  ({x, y}) => {
    const [x1, x2, cy] = [x(mean - 1.96 * error), x(mean + 1.96 * error), y(height)];
    return [
      svg("line", {x1, x2, y1: cy, y2: cy, "stroke-width": 4, style: `stroke:var(--${meaning})`}),
      svg("circle", {cx: x(mean), cy, r: 6, style: `fill:var(--${meaning})`})
    ];
  };

const zero: Mark = ({x, top, bottom}) => [
  svg("line", {x1: x(0), x2: x(0), y1: top, y2: bottom, style: "stroke:var(--ink);stroke-width:1.5"})
];

/** What the interval of a difference lets one say. */
function verdict(first: ModelName, second: ModelName, {paired: {mean, standardError}}: Pair): string {
  if (standardError === 0) return "The same model twice: nothing differs.";
  if (Math.abs(mean) < 1.96 * standardError) return "The interval covers 0: these names do not decide it.";
  return `On these names “${title(mean < 0 ? first : second)}” is better, beyond what chance would explain.`;
}

/** Two models, name by name: the reader chooses them, and how many names to ask. */
export function pairedDifferences(name = "paired-differences") {
  let kept: Promise<Evaluated> | undefined;
  return figure<Value, Result>({
    name,
    title: "Two models, name by name",
    caption:
      "Above: for each held-out name, how many more nats per token it costs the first model than the second. Below: the mean difference with its 95% interval, from differences name by name, and as if each model had been measured on names of its own.",
    controls: {
      first: select<ModelName>([...order("gru")], {label: "First", format: title}),
      second: select<ModelName>([...order("network")], {label: "Second", format: title}),
      names: slider([11, 421], {label: "Held-out names", value: 421, step: 10})
    },
    compute: async ({first, second, names}) => {
      const [{pairOf}, told] = await Promise.all([import("../model/pairOf.js"), (kept ??= load())]); // with the library's models
      return {told, pair: pairOf(told, first, second, names)};
    },
    draw: ({first, second}, {width, result: {pair}}) => {
      const edge = edgeOf(pair.perName);
      const counts = columnsOf(pair.perName, edge);
      const {mean, standardError} = pair.paired;
      const reach = 1.15 * Math.max(0.05, Math.abs(mean) + 1.96 * pair.apart);
      const most = Math.max(...counts);
      return element(
        "div",
        {},
        chart({
          width,
          height: 230,
          x: {domain: [-edge, edge], label: "Nats per token: first less second"},
          y: {domain: [0, 1.1 * most], label: "Names"},
          marks: [
            columns(counts, edge),
            zero,
            note([-edge, 1.02 * most], "first is better", {dx: 4}),
            note([edge, 1.02 * most], "second is better", {"text-anchor": "end", dx: -4})
          ]
        }),
        chart({
          width,
          height: 170,
          x: {domain: [-reach, reach], label: "Mean difference, nats per token"},
          y: {domain: [0, 2], label: "95% interval", ticks: 0},
          marks: [
            zero,
            interval(mean, standardError, 1.3, "loss-validation"),
            interval(mean, pair.apart, 0.35, "data"),
            note([-reach, 1.3], "name by name", {dx: 4, dy: -14}),
            note([-reach, 0.35], "each on names of its own", {dx: 4, dy: -14})
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          "Difference ",
          element("b", {}, `${signed(mean)} ± ${(1.96 * standardError).toFixed(3)}`),
          ` nats per token (${pair.first.mean.toFixed(3)} and ${pair.second.mean.toFixed(3)}). ${verdict(first, second, pair)}`
        )
      );
    },
    describe: ({first, second, names}, {pair}) => {
      const better = pair.perName.filter((d) => d < 0).length;
      return `On ${names} held-out names “${title(first)}” costs ${pair.first.mean.toFixed(3)} nats per token and “${title(second)}” ${pair.second.mean.toFixed(3)}. The first is better on ${better} names. The difference is ${signed(pair.paired.mean)} ± ${(1.96 * pair.paired.standardError).toFixed(3)} name by name, and would be ± ${(1.96 * pair.apart).toFixed(3)} with names of its own for each. ${verdict(first, second, pair)}`;
    },
    code: () => `import {key} from "llm-first-principles";
import {bootstrapMean, clusteredMean} from "llm-first-principles/stages/neural-lm";

// first, second: the nats of each held-out name by two models; counts: its tokens
const differences = first.map((x, i) => x - second[i]);
const {mean, standardError} = clusteredMean(differences, counts);
const {low, high} = bootstrapMean(differences, counts, {key: key(0)});
console.log(mean, "±", 1.96 * standardError, "or from", low, "to", high);`,
    rows: ({first, second}, {told: {names, nats}, pair: {perName}}) =>
      perName.map((difference, i) => ({name: names[i], first: nats[first][i], second: nats[second][i], difference}))
  });
}
