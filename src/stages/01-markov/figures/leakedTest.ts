import type {CorpusText} from "/lib/index.js";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {leak, passageOf, type Leak} from "../model/leak.js";

interface Value {
  readonly order: number;
  readonly length: "1,000" | "5,000" | "20,000";
}

const MOST = 10;

/** A passage repeated before it is split: the test text is in the training text, and its perplexity says nothing. */
export function leakedTest(opening: CorpusText, name = "mistakes-leak") {
  return figure<Value, readonly Leak[]>({
    name,
    title: "A test that was in the training text",
    caption:
      "A passage of Moby Dick is repeated, and the last tenth of the whole is called the test. With one copy that is honest. With two, the test has been read already. Dashed: the same passage split first, and only then its training part repeated. Kneser–Ney with a discount of 0.75: in a text that stands twice nothing occurs once, and a discount estimated from it would be zero.",
    source: opening,
    controls: {
      length: choice<Value["length"]>(["1,000", "5,000", "20,000"], {
        label: "Characters in the passage",
        value: "5,000"
      }),
      order: slider([1, 6], {label: "Order", value: 4})
    },
    compute: async ({order, length}, {signal, progress}) => {
      const passage = passageOf(opening.text, Number(length.replace(",", "")));
      const rows: Leak[] = [];
      for (let repeats = 1; repeats <= MOST; repeats++) {
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        rows.push(leak(passage, repeats, order));
        progress({step: repeats, of: MOST, unit: "copies"});
      }
      return rows;
    },
    draw: (_, {width, result: rows}) => {
      const points = (key: "train" | "leaked" | "honest") => rows.map((row): Point => [row.repeats, row[key]]);
      const last = rows.at(-1);
      const most = Math.max(...rows.flatMap((row) => [row.train, row.leaked, row.honest]));
      return chart({
        width,
        height: 330,
        marginRight: 112,
        x: {domain: [1, MOST], label: "Copies of the passage", ticks: 9, format: String},
        y: {domain: [1, most * 1.05], label: "Perplexity per character", ticks: 6},
        marks: [
          line(points("train"), {meaning: "loss-train", width: 1.25}),
          line(points("honest"), {meaning: "loss-validation", dashed: true}),
          line(points("leaked"), {meaning: "loss-validation", dots: true}),
          ends([
            {x: MOST, y: last?.honest ?? NaN, text: "split first", meaning: "loss-validation"},
            {x: MOST, y: last?.leaked ?? NaN, text: "“test”", meaning: "loss-validation"},
            {x: MOST, y: last?.train ?? NaN, text: "training", meaning: "loss-train"}
          ])
        ]
      });
    },
    describe: ({order, length}, rows) =>
      `A passage of ${length} characters at order ${order}, Kneser–Ney. ${rows.map((row) => `With ${row.repeats} ${row.repeats === 1 ? "copy" : "copies"}: training perplexity ${row.train.toFixed(2)}, “test” ${row.leaked.toFixed(2)}, split first ${row.honest.toFixed(2)}`).join("; ")}.`,
    code: ({order, length}) => `import {characterTokenizer, tokenParts} from "llm-first-principles";
import {countNgrams, kneserNey, informationOf} from "llm-first-principles/stages/markov";

const passage = text.slice(2000, ${2000 + Number(length.replace(",", ""))});
for (const repeats of [1, 2, 10]) {
  const all = passage.repeat(repeats); // the mistake: first repeat, then split
  const cut = Math.floor(all.length * 0.9);
  const tokenizer = characterTokenizer(all.slice(0, cut), {unknown: "<unk>"});
  const [train, test] = [all.slice(0, cut), all.slice(cut)].map((part) => tokenParts(tokenizer, part)());
  const model = kneserNey({discount: 0.75})(countNgrams([train], {order: ${order}, vocabSize: tokenizer.vocabulary.tokens.length}));
  console.log(repeats, informationOf(model, train).perplexity, informationOf(model, test).perplexity);
}`,
    rows: (_, rows) => rows.map((row) => ({...row}))
  });
}
