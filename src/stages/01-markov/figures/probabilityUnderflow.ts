import {exp, log, toBits, type CorpusText} from "/lib/index.js";
import {score} from "/lib/stages/markov.js";
import {chart, level, line, moment, note} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {counted, encoded, fitted} from "../model/models.js";

const SMALLEST = -324; // the power of ten of the smallest number that a double can hold, 4.94e-324
const LENGTH = 1000;

interface Value {
  readonly order: number;
  readonly length: number;
}

interface Result {
  /** Sums of logarithms, base 10. */
  readonly logs: readonly number[];
  /** The product itself, in float64. */
  readonly products: readonly number[];
  /** The first length whose product is zero. */
  readonly zero: number | undefined;
  /** The first length whose product has lost digits: it is below 2.2e-308. */
  readonly subnormal: number | undefined;
}

function multiplied(text: string, {order, length}: Value): Result {
  const {ids} = encoded(text);
  const scores = score(fitted(counted(text, order), "kneser-ney"), ids.slice(0, length));
  const tens = log(10);
  const logs: number[] = [0];
  const products: number[] = [1];
  for (const nats of scores) {
    logs.push((logs.at(-1) ?? 0) + nats / tens);
    products.push((products.at(-1) ?? 1) * exp(nats));
  }
  const first = (test: (p: number) => boolean) => {
    const at = products.findIndex(test);
    return at < 0 ? undefined : at;
  };
  return {logs, products, zero: first((p) => p === 0), subnormal: first((p) => p < 2 ** -1022)};
}

/** The probability of the book's first characters, as a product and as a sum of logarithms. */
export function probabilityUnderflow(corpus: CorpusText, name = "probability-underflow") {
  return figure<Value, Result>({
    name,
    title: "Where a product becomes zero",
    caption:
      "The probability of the first characters of the book under a model counted on it, multiplied one by one. Thick: the product in float64. Thin: the sum of logarithms, which goes on.",
    source: corpus,
    controls: {
      order: slider([0, 4], {label: "Order", value: 1}),
      length: slider([100, LENGTH], {label: "Characters", value: LENGTH, step: 100})
    },
    compute: (value) => multiplied(corpus.text, value),
    draw: ({length}, {width, result: {logs, products, zero}}) => {
      const lowest = Math.min(-350, logs.at(-1) ?? 0) * 1.05;
      const plain = products.map((p, i) => [i, p > 0 ? (logs[i] ?? NaN) : NaN] as const);
      return chart({
        width,
        height: 320,
        marginLeft: 56,
        marginRight: 24,
        x: {domain: [0, length], label: "Characters multiplied"},
        y: {domain: [lowest, 0], label: "Power of ten"},
        marks: [
          level(SMALLEST, "smallest number of float64"),
          line(
            logs.map((v, i) => [i, v]),
            {meaning: "probability", width: 1.5}
          ),
          line(plain, {meaning: "probability", width: 5}),
          ...(zero === undefined
            ? []
            : [
                moment(zero),
                note(
                  [zero, lowest * 0.93],
                  `0 from character ${zero} on`,
                  zero > length / 2 ? {"text-anchor": "end", dx: -6} : {dx: 6}
                )
              ])
        ]
      });
    },
    describe: ({order, length}, {logs, zero, subnormal}) =>
      `The first ${length} characters have a probability of 10 to the power ${(logs.at(-1) ?? 0).toFixed(1)} under a model of order ${order}: ${toBits(-(logs.at(-1) ?? 0) * log(10)).toFixed(0)} bits. ${zero === undefined ? "The product in float64 is not zero yet." : `The product in float64 loses digits from character ${subnormal} on and is zero from character ${zero} on.`}`,
    code: ({order, length}) => `import {characterTokenizer, exp} from "llm-first-principles";
import {countNgrams, kneserNey, score} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const ids = tokenizer.encode(text);
const model = kneserNey()(countNgrams([{ids}], {order: ${order}, vocabSize: tokenizer.vocabulary.tokens.length}));
const logs = score(model, ids.slice(0, ${length}));
console.log("product:", logs.reduce((p, x) => p * exp(x), 1));
console.log("sum of logarithms:", logs.reduce((s, x) => s + x, 0), "nats");`,
    rows: (_, {logs, products}) => logs.map((log10, i) => ({characters: i, product: products[i], log10}))
  });
}
