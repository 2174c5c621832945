import {chart, dotsAt, ends, line, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {loadCorpus} from "../../../components/corpus/corpora.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {MADE, nameOrder, namesOf, ORDERS, type NameOrder} from "../model/nameOrders.js";

interface Value {
  readonly order: number;
  readonly heat: number;
}

/** The data of the mini-project's own checks: held-out bits by order, and how much is copied from the list. */
export function namesChecked(name = "exercises-names") {
  return figure<Value, readonly NameOrder[]>({
    name,
    title: "What the mini-project is checked by",
    caption: `Nine tenths of the first names are counted, each with a beginning and an end; the last tenth is scored. Thick: bits for each character of names that were not counted. Thin: how many of ${MADE} names that the model makes stand in its list already. Below, the first twelve at the chosen order, always from the same key.`,
    source: "First names: those of Figure 1 of the section on trade-offs, with their source and license there",
    controls: {
      order: slider([0, 6], {label: "Order", value: 3}),
      heat: slider([0.2, 1.6], {label: "Temperature", value: 0.8, step: 0.1, format: (t) => t.toFixed(1)})
    },
    compute: async ({heat}, {signal, progress}) => {
      const names = namesOf((await loadCorpus("names")).text);
      const rows: NameOrder[] = [];
      for (const order of ORDERS) {
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        rows.push(nameOrder(names, {order, heat}));
        progress({step: order + 1, of: ORDERS.length, unit: "orders"});
      }
      return rows;
    },
    draw: ({order}, {width, result: rows}) => {
      const last = ORDERS.at(-1) ?? 0;
      const bits = rows.map((row): Point => [row.order, row.bits]);
      const copied = rows.map((row): Point => [row.order, 5 * row.copied]);
      const chosen = rows.find((row) => row.order === order);
      const lastRow = rows.at(-1);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 108,
          x: {domain: [0, last], label: "Order", ticks: last, format: String},
          y: {domain: [0, 5], label: "Bits per character; copies, in fifths"},
          marks: [
            line(copied, {meaning: "data", width: 1.25, dots: true}),
            line(bits, {meaning: "loss-validation", width: 2.75}),
            dotsAt([[order, chosen?.bits ?? NaN]], "loss-validation", 6),
            ends([
              {
                x: last,
                y: lastRow?.bits ?? NaN,
                text: `held out, ${(lastRow?.bits ?? NaN).toFixed(2)}`,
                meaning: "loss-validation"
              },
              {
                x: last,
                y: 5 * (lastRow?.copied ?? NaN),
                text: `copies, ${(100 * (lastRow?.copied ?? NaN)).toFixed(0)}%`,
                meaning: "data"
              }
            ])
          ]
        }),
        element("p", {className: "sample"}, element("b", {}, `Order ${order}: `), (chosen?.made ?? []).join(", "))
      );
    },
    describe: ({order, heat}, rows) =>
      `At temperature ${heat.toFixed(1)}: ${rows.map((row) => `order ${row.order} needs ${row.bits.toFixed(2)} bits per held-out character and copies ${(100 * row.copied).toFixed(0)}% of its names`).join("; ")}. At order ${order} it makes ${(rows.find((row) => row.order === order)?.made ?? []).slice(0, 5).join(", ")}.`,
    code: ({
      order,
      heat
    }) => `import {characterTokenizer, encodeDocuments, generate, temperature, key} from "llm-first-principles";
import {countNgrams, modifiedKneserNey, logProbs} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(names.join(""), {begin: "<s>", end: "</s>"}); // names: a list of texts
const {tokens, begin, end} = tokenizer.vocabulary;
const sequences = names.map((name) => ({ids: encodeDocuments(tokenizer, [name]), from: 1}));
const model = modifiedKneserNey()(countNgrams(sequences, {order: ${order}, vocabSize: tokens.length, begin}));
const predict = (context) => logProbs(model, context);
const config = {predict, prompt: [begin], length: 14, rule: temperature(${heat}), key: key(4), end};
console.log(tokenizer.decode(Array.from(generate(config), ({token}) => token)));`,
    rows: (_, rows) => rows.map(({made, ...row}) => ({...row, made: made.join(" ")}))
  });
}
