import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {table} from "../../../components/chart/table.js";
import {textOf} from "../../../components/corpus/textOf.js";
import {textSource, type TextChoice} from "../../../components/corpus/textSource.js";
import {element} from "../../../components/element.js";
import {action, choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {
  BUDGETS,
  KEPT,
  KINDS,
  MOST,
  type KindName,
  type KindsChoice,
  type KindsResult,
  type KindTokens
} from "../model/kinds.js";

type Budget = `${(typeof BUDGETS)[number]}`;

interface Value {
  readonly text: TextChoice;
  readonly tokens: KindTokens;
  readonly budget: Budget;
  readonly train: number;
}

const LOOKED: Readonly<Record<KindName, {readonly name: string; readonly meaning: string}>> = {
  window: {name: "a window of 8", meaning: "data"},
  gru: {name: "recurrent, GRU", meaning: "model"},
  transformer: {name: "transformer", meaning: "attention"}
};

const KEPT_VALUE: Value = {
  text: {kind: "corpus", id: "opening"},
  tokens: KEPT.tokens,
  budget: `${KEPT.budget}` as Budget,
  train: 0
};

interface Trained extends KindsResult {
  /** Whether the reader has trained it, and not what was kept. */
  readonly here: boolean;
}

const chosenOf = ({tokens, budget}: Value): KindsChoice => ({tokens, budget: Number(budget)});
const keyOf = (value: Value): string =>
  [value.text.kind === "own" ? value.text.text : value.text.id, value.tokens, value.budget].join("|");
const endOf = ({courses}: KindsResult, kind: KindName): number => courses[kind].points.at(-1)![1];
const thousands = (n: number): string => `${Math.round(n / 1000).toLocaleString("en")} thousand`;

/** Four kinds of model on one text: counting, a window, a recurrent network and a transformer, in bits per byte. */
export function kindsRace(name = "kinds-race") {
  const trained = new Map<string, Trained>();
  let done = 0; // of the button’s presses, the last that was answered

  const drawing = (width: number, {courses, levels}: KindsResult): SVGSVGElement => {
    const lines = KINDS.map((kind) => ({...LOOKED[kind], points: courses[kind].points.slice(1) as readonly Point[]}));
    const ys = [
      ...lines.flatMap(({points}) => points.map(([, y]) => y)),
      ...levels.map(({bitsPerByte}) => bitsPerByte)
    ];
    const last = Math.max(...lines.map(({points}) => points.at(-1)![0]));
    return chart({
      width,
      height: 320,
      marginRight: width < 500 ? 112 : 150,
      x: {domain: [0, last], label: "Characters read", ticks: 4, format: (x) => `${x / 1000}k`},
      y: {domain: [Math.min(...ys) - 0.1, Math.max(...ys) + 0.15], label: "Held-out text, bits per byte"},
      marks: [
        ...levels.map((one) => level(one.bitsPerByte, one.name)),
        ...lines.map(({points, meaning, name: told}) => line(points, {meaning, name: told, dots: true})),
        ends(
          lines.map(({points, meaning, name: told}) => ({
            text: told,
            meaning,
            x: points.at(-1)![0],
            y: points.at(-1)![1]
          }))
        )
      ]
    });
  };
  const rows = (result: KindsResult) => [
    ...result.levels.map((one) => ({kind: one.name, bits: one.bitsPerByte, parameters: NaN})),
    ...KINDS.map((kind) => ({
      kind: LOOKED[kind].name,
      bits: endOf(result, kind),
      parameters: result.courses[kind].parameters
    }))
  ];
  const told = (value: Value, result: Trained | undefined): string => {
    if (result === undefined)
      return `With this text, ${value.tokens} for the transformer and ${thousands(Number(value.budget))} characters to read, nothing is trained yet: press the button.`;
    const order = rows(result).sort((a, b) => a.bits - b.bits);
    return `${result.here ? "Trained here." : "A run that was kept; the button trains it here."} From best to worst: ${order.map(({kind, bits}) => `${kind} (${bits.toFixed(3)})`).join("; ")}.`;
  };

  return figure<Value, Trained | undefined>({
    name,
    wide: true,
    title: "Four kinds of model on one chart",
    caption: `Each network reads as many characters, and is judged by all of the last tenth of the text, of which at most ${thousands(MOST)} characters are used. They are of like size; a transformer of subwords is larger, since its table is longer. Lines across: single characters counted, and the best n-gram, which reads the text once.`,
    controls: {
      train: action({label: "Train all three"}),
      text: textSource({
        label: "Text",
        corpora: [
          {id: "opening", title: "Moby Dick, the opening"},
          {id: "sotu", title: "State of the Union"},
          {id: "names", title: "First names"}
        ]
      }),
      tokens: choice<KindTokens>(["characters", "subwords"], {label: "The transformer reads"}),
      budget: choice<Budget>(
        BUDGETS.map((budget): Budget => `${budget}`),
        {label: "Characters to read", value: KEPT_VALUE.budget, format: (budget) => thousands(Number(budget))}
      )
    },
    heavy: ({train}) => (train > done ? "trains three networks, about a minute" : undefined),
    compute: async (value, work) => {
      const key = keyOf(value);
      if (value.train > done) {
        const {trainKinds} = await import("./kindsRunner.js");
        const documents = value.text.kind === "corpus" && value.text.id === "names";
        const result = await trainKinds(await textOf(value.text), documents, chosenOf(value), work);
        trained.set(key, {...result, here: true});
      } else if (!trained.has(key) && key === keyOf(KEPT_VALUE)) {
        const {value: kept} = await FileAttachment("../model/kindsRuns.json").json<{readonly value: KindsResult}>();
        trained.set(key, {...kept, here: false});
      }
      done = value.train; // less than before where the reader went back
      return trained.get(key);
    },
    draw: (value, {width, result}) =>
      element(
        "div",
        {},
        ...(result === undefined
          ? []
          : [
              drawing(width, result),
              table(rows(result), [
                {label: "Model", value: ({kind}) => kind},
                {
                  label: "Parameters",
                  value: ({parameters}) => (Number.isNaN(parameters) ? "counts" : parameters.toLocaleString("en"))
                },
                {label: "Bits per byte", value: ({bits}) => bits.toFixed(3)}
              ])
            ]),
        element("p", {className: "fig-note"}, told(value, result))
      ),
    describe: told,
    code: ({tokens}) => `import {timeline} from "llm-first-principles";
import {bengio, recurrent} from "llm-first-principles/stages/neural-lm";
import {transformerLm} from "llm-first-principles/stages/transformer";

const corpus = "the whale, the white whale, the whale of whales. ".repeat(40); // or a book
const bits = (run) => run.at(40).metrics.validationBitsPerByte; // comparable, whatever the tokens are
console.log("window", bits(timeline(bengio, {corpus, context: 8}, {history: false})));
console.log("GRU", bits(timeline(recurrent, {corpus, cell: "gru"}, {history: false})));
console.log("transformer", bits(timeline(transformerLm, {corpus, tokens: "${tokens}", context: 16}, {history: false})));`,
    rows: (_, result) =>
      result === undefined
        ? []
        : KINDS.flatMap((kind) =>
            result.courses[kind].points.map(([characters, bitsPerByte]) => ({kind, characters, bitsPerByte}))
          )
  });
}
