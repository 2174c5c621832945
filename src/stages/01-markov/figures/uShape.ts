import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {choice, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

/** Facts of the trade-offs section, by name: a number, or ∞ as a text. */
type Measured = Readonly<Record<string, number | string>>;

type Text = "moby" | "sotu" | "names" | "words";

interface Value {
  readonly text: Text;
  readonly add: boolean;
}

interface Line {
  readonly fact: string;
  readonly name: string;
  readonly meaning: string;
  readonly width: number;
  readonly dashed?: boolean;
}

const NAMES: Readonly<Record<Text, string>> = {
  moby: "Moby Dick",
  sotu: "Five presidents",
  names: "First names",
  words: "Moby Dick, words"
};

const LINES: readonly Line[] = [
  {fact: "mleTrain", name: "train, counts", meaning: "loss-train", width: 1.25, dashed: true},
  {fact: "train", name: "train, KN", meaning: "loss-train", width: 1.25},
  {fact: "kn", name: "held out, KN", meaning: "loss-validation", width: 2.75}
];
const ADD: Line = {fact: "add1", name: "held out, +1", meaning: "loss-validation", width: 2.75, dashed: true};

const valueOf = (measured: Measured, fact: string): number => {
  const value = measured[fact];
  return typeof value === "number" ? value : NaN;
};

/** Bits per character by order, on what was counted and on what was held out: computed when the site was built. */
export function uShape(measured: Measured, name = "u-shape") {
  const ordersOf = (text: Text) =>
    Array.from({length: 9}, (_, order) => order).filter((order) => `${text}.kn.${order}` in measured);
  const points = ({text, add}: Value) =>
    [...LINES, ...(add ? [ADD] : [])].map((one) => ({
      ...one,
      points: ordersOf(text).map((order): Point => [order, valueOf(measured, `${text}.${one.fact}.${order}`)])
    }));
  return figure<Value>({
    name,
    title: "The same model, on the text it counted and on the text it did not",
    caption:
      "Measured when this page was built, on each text as the other figures have it, whole. By words, an unknown word is charged as one token, without its letters. Dashed and thin: what maximum likelihood says of its own training text, which can only fall. Thick: the held-out text. KN is Kneser–Ney smoothing; +1 adds one to every count.",
    source: "Moby Dick, State of the Union addresses of five presidents, and First names, as described under Figure 1",
    controls: {
      text: choice<Text>(["moby", "sotu", "names", "words"], {label: "Text", format: (text) => NAMES[text]}),
      add: toggle({label: "Add-one smoothing, too", value: true})
    },
    draw: (value, {width}) => {
      const lines = points(value);
      const orders = ordersOf(value.text);
      const last = orders.at(-1) ?? 0;
      const best = valueOf(measured, `${value.text}.least.kn`);
      const all = lines.flatMap((one) => one.points.map(([, y]) => y));
      return chart({
        width,
        height: 340,
        marginRight: 116,
        x: {domain: [0, last], label: "Tokens of context", ticks: last, format: String},
        y: {domain: [0, Math.ceil(Math.max(...all))], label: "Bits per character"},
        marks: [
          level(best, `least: ${best.toFixed(2)} at order ${measured[`${value.text}.best.kn`] ?? ""}`),
          ...lines.map(({points, meaning, width: thick, dashed = false}) =>
            line(points, {meaning, width: thick, dashed, dots: thick > 2})
          ),
          ends(lines.map(({points, name: text, meaning}) => ({x: last, y: points.at(-1)?.[1] ?? NaN, text, meaning})))
        ]
      });
    },
    describe: (value) =>
      `${NAMES[value.text]}, bits per character at orders ${ordersOf(value.text).join(", ")}. ${points(value)
        .map((one) => `${one.name}: ${one.points.map(([, y]) => y.toFixed(2)).join(", ")}`)
        .join(". ")}.`,
    code: ({text}) => {
      const make = text === "words" ? "wordTokenizer" : "characterTokenizer";
      return `import {${make}, heldOut} from "llm-first-principles";
import {countNgrams, informationOf, kneserNey} from "llm-first-principles/stages/markov";

const tokens = (start) => ${make}(start, {unknown: "<unk>"${text === "words" ? ", minCount: 2" : ""}});
const {tokenizer, train, parts} = heldOut(text, {tokens});
for (let order = 0; order <= ${ordersOf(text).at(-1) ?? 0}; order++) {
  const counts = countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
  const {bitsPerCharacter} = informationOf(kneserNey()(counts), parts.held(0, 20000));
  console.log(order, bitsPerCharacter);
}`;
    },
    rows: (value) =>
      ordersOf(value.text).map((order) => ({
        order,
        ...Object.fromEntries(points(value).map((one) => [one.name, one.points.find(([x]) => x === order)?.[1]]))
      }))
  });
}
