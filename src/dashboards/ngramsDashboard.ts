import type {Corpus} from "/lib/index.js";
import type {SmoothingMethod} from "/lib/stages/markov.js";
import {linesPlot, type Series} from "../components/chart/linesPlot.js";
import {withPlot} from "../components/chart/plot.js";
import {choice, select} from "../components/figure/controls.js";
import {figure} from "../components/figure/figure.js";

/** One order and smoothing of one run, measured on held-out text. A number that is infinite is spelled. */
export interface DashboardCell {
  readonly order: number;
  readonly method: SmoothingMethod;
  readonly bitsPerCharacter: number | "Infinity";
  readonly bitsPerByte: number | "Infinity";
  readonly perplexity: number | "Infinity";
  readonly contexts: number;
  readonly bytes: number;
  readonly singletons: number;
  readonly ngrams: number;
}

export interface DashboardRun {
  readonly corpus: Corpus;
  readonly tokenizer: "characters" | "words";
  readonly vocabSize: number;
  /** Tokens counted. */
  readonly tokens: number;
  /** Held-out tokens that judge. */
  readonly judged: number;
  readonly cells: readonly DashboardCell[];
}

export interface BenchRow {
  readonly suite: string;
  readonly workload: string;
  readonly unit: string;
  readonly ours: number;
  readonly peer: string;
  readonly theirs: number;
  readonly ratio: number;
}

/** What was baked when the site was built. */
export interface Dashboard {
  readonly runs: readonly DashboardRun[];
  readonly bench?:
    | {readonly machine: string; readonly node: string; readonly method: string; readonly rows: readonly BenchRow[]}
    | undefined;
}

const NARROW = 500; // pixels: names at the ends of lines stand without their numbers

const meanings: Readonly<Record<string, string>> = {
  "add-k": "sgd",
  "jelinek-mercer": "momentum",
  "absolute-discounting": "rmsprop",
  katz: "adam",
  "kneser-ney": "adamw",
  "modified-kneser-ney": "muon"
};

const nameOf = ({corpus, tokenizer}: DashboardRun): string =>
  `${corpus.title}, by ${tokenizer === "words" ? "word" : "character"}`;
const numberOf = (value: number | "Infinity"): number => Number(value);
const methodsOf = ({cells}: DashboardRun): readonly SmoothingMethod[] => [...new Set(cells.map(({method}) => method))];
const write = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : "∞");

type Unit = "bits per character" | "bits per byte" | "perplexity";
const fields = {
  "bits per character": "bitsPerCharacter",
  "bits per byte": "bitsPerByte",
  perplexity: "perplexity"
} as const;

interface BitsValue {
  readonly run: string;
  readonly unit: Unit;
}

/** How well each smoothing predicts held-out text, by order. */
export function dashboardBits({runs}: Dashboard, name = "dashboard-bits") {
  const names = runs.map(nameOf);
  const runOf = (chosen: string): DashboardRun => runs[Math.max(0, names.indexOf(chosen))]!;
  const lineOf = (run: DashboardRun, method: SmoothingMethod, unit: Unit): Series["points"] =>
    run.cells.filter((cell) => cell.method === method).map((cell) => [cell.order, numberOf(cell[fields[unit]])]);
  return figure<BitsValue>({
    name,
    title: "Held-out text, by order and smoothing",
    caption:
      "Lower is better. Where a method makes any held-out token impossible it has no finite value, and its line stops: Katz does, once a context's counts are all large.",
    wide: true,
    source: ({run}) => runOf(run).corpus,
    controls: {
      run: select(names, {label: "Text"}),
      unit: choice<Unit>(["bits per character", "bits per byte", "perplexity"], {label: "Measure"})
    },
    interactive: true,
    draw: ({run: chosen, unit}, {width}) => {
      const run = runOf(chosen);
      const lines = methodsOf(run).map((method) => ({method, points: lineOf(run, method, unit)}));
      const values = lines.flatMap(({points}) => points.map(([, v]) => v)).filter(Number.isFinite);
      const last = Math.max(...run.cells.map(({order}) => order));
      return withPlot((P) =>
        linesPlot(P, {
          width,
          height: width < 800 ? 420 : 380,
          marginRight: width < NARROW ? 150 : 200,
          x: {domain: [0, last], label: "Order (tokens of context)", ticks: last},
          y: {
            domain: [Math.min(...values) * 0.95, Math.max(...values) * 1.02],
            label: unit,
            log: unit === "perplexity",
            write
          },
          series: lines.map(({method, points}) => ({
            name: method,
            meaning: meanings[method] ?? "ink",
            points,
            dots: true,
            ...(width < NARROW ? {end: method} : {})
          }))
        })
      );
    },
    describe: ({run: chosen, unit}) => {
      const run = runOf(chosen);
      const best = methodsOf(run).map((method) => {
        const points = lineOf(run, method, unit).filter(([, v]) => Number.isFinite(v));
        const [order, value] = [...points].sort(([, a], [, b]) => a - b)[0] ?? [NaN, Infinity];
        return `${method} ${write(value)} at order ${order}`;
      });
      return `${nameOf(run)}: ${unit} on ${run.judged.toLocaleString("en")} held-out tokens after counting ${run.tokens.toLocaleString("en")}. Best of each method: ${best.join("; ")}.`;
    },
    code: ({run}) => codeFor(runOf(run)),
    rows: ({run}) => runOf(run).cells.map(({...cell}) => cell)
  });
}

const codeFor = ({tokenizer}: DashboardRun): string => `import {heldOut} from "llm-first-principles";
import {countNgrams, informationOf, kneserNey} from "llm-first-principles/stages/markov";

const {tokenizer, train, parts} = heldOut(text, {tokens: "${tokenizer}"});
for (const order of [0, 1, 2, 3, 4, 5]) {
  const model = countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
  const {bitsPerCharacter} = informationOf(kneserNey()(model), parts.held());
  console.log(order, bitsPerCharacter.toFixed(3));
}`;

/** What the counts cost: contexts, n-grams and bytes by order. */
export function dashboardMemory({runs}: Dashboard, name = "dashboard-memory") {
  const names = runs.map(nameOf);
  const runOf = (chosen: string): DashboardRun => runs[Math.max(0, names.indexOf(chosen))]!;
  const perOrder = (run: DashboardRun) => run.cells.filter(({method}) => method === "kneser-ney");
  const kinds = [
    {key: "bytes", meaning: "data", text: "bytes"},
    {key: "ngrams", meaning: "probability", text: "distinct n-grams"},
    {key: "contexts", meaning: "model", text: "contexts"},
    {key: "singletons", meaning: "gradient", text: "n-grams seen once"}
  ] as const;
  return figure<{readonly run: string}>({
    name,
    title: "What the counts cost",
    caption:
      "On a logarithmic scale: each token of context multiplies contexts and n-grams, until nearly every new one is seen once.",
    wide: true,
    source: ({run}) => runOf(run).corpus,
    controls: {run: select(names, {label: "Text"})},
    interactive: true,
    draw: ({run}, {width}) => {
      const cells = perOrder(runOf(run));
      const last = cells.at(-1)!;
      return withPlot((P) =>
        linesPlot(P, {
          width,
          height: 360,
          marginRight: width < NARROW ? 128 : 200,
          marginLeft: 76,
          x: {domain: [0, last.order], label: "Order (tokens of context)", ticks: last.order},
          y: {
            domain: [1, Math.max(...cells.map(({bytes}) => bytes)) * 2],
            label: "Count, or bytes",
            log: true,
            write: (value) => value.toLocaleString("en")
          },
          series: kinds.map(({key, meaning, text}) => ({
            name: text,
            meaning,
            points: cells.map((cell) => [cell.order, cell[key] || NaN] as const),
            dots: true,
            end: width < NARROW ? text : `${last[key].toLocaleString("en")} ${text}`
          }))
        })
      );
    },
    describe: ({run}) =>
      `${nameOf(runOf(run))}: ${perOrder(runOf(run))
        .map(
          (cell) =>
            `order ${cell.order}: ${cell.contexts.toLocaleString("en")} contexts, ${cell.ngrams.toLocaleString("en")} n-grams of which ${cell.singletons.toLocaleString("en")} once, ${cell.bytes.toLocaleString("en")} bytes`
        )
        .join("; ")}.`,
    code: ({run}) =>
      codeFor(runOf(run))
        .replace("informationOf, kneserNey", "summary")
        .replace(/  const \{bits[^]*$/, "  console.log(summary(model)); // contexts, ngrams, singletons, bytes\n}"),
    rows: ({run}) =>
      perOrder(runOf(run)).map(({order, contexts, ngrams, singletons, bytes}) => ({
        order,
        contexts,
        ngrams,
        singletons,
        bytes
      }))
  });
}
