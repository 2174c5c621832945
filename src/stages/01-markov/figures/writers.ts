import {
  characterTokenizer,
  generate,
  key,
  temperature,
  type Corpus,
  type CorpusText,
  type Ids,
  type Tokenizer
} from "/lib/index.js";
import {countNgrams, kneserNey, logProbs, mergeNgrams, type Ngrams, type Predictor} from "/lib/stages/markov.js";
import {slider} from "../../../components/figure/controls.js";
import {loadCorpus, type CorpusId} from "../../../components/corpus/corpora.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {textSource, type TextChoice} from "../../../components/corpus/textSource.js";
import {wordsOf} from "../model/wordsOf.js";
import {copied} from "../model/copied.js";
import {temperatureAt, temperatureSlider, writeTemperature} from "./temperatureSlider.js";

const LENGTH = 240;
const NAMES = 12;
const MOST = 1_000_000; // characters of the reader's own text
const CHUNK = 60_000;

const people: readonly {readonly id: CorpusId; readonly title: string}[] = [
  {id: "opening", title: "Melville"},
  {id: "names", title: "A baby-name maker"},
  {id: "sotu", title: "A president"},
  {id: "moby-dick", title: "Melville, the whole novel"}
];

interface Value {
  readonly writer: TextChoice;
  readonly highest: number;
  readonly T: number;
  readonly seed: number;
}

interface Column {
  readonly order: number;
  readonly text: string;
  /** For names: each with whether the list has it. For others: nothing. */
  readonly names: readonly {readonly name: string; readonly known: boolean}[];
  readonly real: number;
  readonly longestCopy: number;
}

interface Result {
  readonly columns: readonly Column[];
  readonly corpus: Corpus | undefined;
  readonly cut: boolean;
}

interface Read {
  readonly text: string;
  readonly tokenizer: Tokenizer;
  readonly ids: Ids;
  readonly words: ReadonlySet<string>;
  readonly models: Map<number, Predictor>;
}

const pause = (signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => setTimeout(() => (signal.aborted ? reject(signal.reason) : resolve())));

/** Counts a text in pieces and merges them, two of a size at a time, so that the page stays alive. */
async function countedSlowly({ids, tokenizer}: Read, order: number, signal: AbortSignal): Promise<Ngrams> {
  const shape = {order, vocabSize: tokenizer.vocabulary.tokens.length};
  const waiting: {readonly size: number; readonly model: Ngrams}[] = [];
  const join = () => {
    const [b, a] = [waiting.pop(), waiting.pop()];
    if (a && b) waiting.push({size: a.size + b.size, model: mergeNgrams(a.model, b.model)});
  };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const from = Math.min(order, start);
    waiting.push({size: 1, model: countNgrams([{ids: ids.subarray(start - from, start + CHUNK), from}], shape)});
    while (waiting.length > 1 && waiting.at(-1)?.size === waiting.at(-2)?.size) join();
    await pause(signal);
  }
  for (; waiting.length > 1; await pause(signal)) join();
  return waiting[0]?.model ?? countNgrams([], shape);
}

/** The three orders that stand side by side. */
const ordersOf = (highest: number): readonly number[] => [highest - 4, highest - 2, highest];

/** A figure in which a text's own statistics write at three orders side by side. */
export function writers(opening: CorpusText, name = "writers") {
  let last: Read | undefined;
  const read = (text: string): Read => {
    if (last?.text === text) return last;
    const tokenizer = characterTokenizer(text);
    return (last = {text, tokenizer, ids: tokenizer.encode(text), words: new Set(wordsOf(text)), models: new Map()});
  };
  const textOf = async ({writer}: Value): Promise<{readonly text: string; readonly corpus: Corpus | undefined}> => {
    if (writer.kind === "own")
      return {
        text: Array.from(writer.text.slice(0, 2 * MOST))
          .slice(0, MOST)
          .join(""),
        corpus: undefined
      };
    const corpus = writer.id === opening.id ? opening : await loadCorpus(writer.id as CorpusId); // the menu has no others
    return {text: corpus.text, corpus};
  };
  const isNames = ({writer}: Value) => writer.kind === "corpus" && writer.id === "names";
  const nameOf = ({writer}: Value) =>
    writer.kind === "own" ? "You" : (people.find(({id}) => id === writer.id)?.title ?? "");

  async function compute(value: Value, {signal}: {readonly signal: AbortSignal}): Promise<Result> {
    const {text, corpus} = await textOf(value);
    const of = read(text);
    const list = isNames(value) ? new Set(text.split("\n")) : undefined;
    const columns: Column[] = [];
    for (const order of ordersOf(value.highest)) {
      const model = of.models.get(order) ?? kneserNey()(await countedSlowly(of, order, signal));
      of.models.set(order, model);
      await pause(signal);
      columns.push({order, ...write(of, model, value, list)});
    }
    return {columns, corpus, cut: value.writer.kind === "own" && text.length < value.writer.text.length};
  }

  function write(
    {tokenizer, text, words}: Read,
    model: Predictor,
    {T, seed}: Value,
    list: ReadonlySet<string> | undefined
  ) {
    const prompt = list === undefined ? [] : Array.from(tokenizer.encode("\n"));
    const rule = temperature(temperatureAt(T));
    const config = {
      predict: (c: ArrayLike<number>) => logProbs(model, c),
      prompt,
      length: list === undefined ? LENGTH : 2 * LENGTH,
      rule,
      key: key(seed)
    };
    const out = tokenizer.decode(Array.from(generate(config), ({token}) => token));
    const all =
      list === undefined
        ? []
        : out
            .split("\n")
            .slice(0, -1)
            .filter((one) => one !== "");
    const names = all.slice(0, NAMES).map((one) => ({name: one, known: list?.has(one) ?? false}));
    const written = wordsOf(out).slice(1, -1); // the first and the last may be cut
    const real = written.filter((word) => words.has(word)).length / Math.max(1, written.length);
    return {text: out, names, real, longestCopy: list === undefined ? copied(out, text) : 0};
  }

  const said = ({order, names, real, longestCopy}: Column, list: boolean): string =>
    list
      ? `order ${order}: ${names.filter(({known}) => known).length} of ${names.length} names are in the list`
      : `order ${order}: ${(100 * real).toFixed(0)}% real words, longest copy ${longestCopy} characters`;

  const picture = (value: Value, column: Column): HTMLElement => {
    const head = element(
      "p",
      {className: "writer-head"},
      element("b", {}, `Order ${column.order}`),
      said(column, isNames(value)).replace(/^order \d+:/, "")
    );
    const items = column.names.map(({name: one, known}) =>
      element("li", {}, one, known ? element("small", {title: "in the list"}, " ✓") : "")
    );
    const body = isNames(value)
      ? element("ul", {className: "writer-names"}, ...items)
      : element("p", {className: "sample"}, column.text);
    return element("div", {className: "writer"}, head, body);
  };

  return figure<Value, Result>({
    name,
    title: "The same machine, four writers",
    caption:
      "An order is how many characters the model sees. A real word is one that the writer used; a copy is a run of characters that stands in the writer's text; ✓ marks a name that the list has. Choose yourself, and it writes from your own text.",
    wide: true,
    source: ({writer}) =>
      writer.kind === "own"
        ? `your own, ${writer.name}, read as far as ${MOST.toLocaleString("en")} characters`
        : sources.get(writer.id),
    controls: {
      writer: textSource({label: "Writer", corpora: people}),
      highest: slider([4, 8], {label: "Highest order", value: 5}),
      T: temperatureSlider(0.8),
      seed: slider([1, 50], {label: "Seed", value: 1})
    },
    compute: async (value, work) => {
      const result = await compute(value, work);
      if (result.corpus) sources.set(result.corpus.id, result.corpus);
      return result;
    },
    draw: (value, {result}) =>
      element("div", {className: "writers"}, ...result.columns.map((column) => picture(value, column))),
    describe: (value, {columns, cut}) => {
      const T = temperatureAt(value.T);
      const texts = columns.map(
        (column) =>
          `${said(column, isNames(value))}: “${isNames(value) ? column.names.map((one) => one.name).join(", ") : column.text.slice(0, 90)}”`
      );
      return `${nameOf(value)}${cut ? ` (the first ${MOST.toLocaleString("en")} characters)` : ""} at temperature ${T === Infinity ? "infinity" : T}, seed ${value.seed}. ${texts.join(". ")}.`;
    },
    code: ({highest, T, seed}) => `import {characterTokenizer, generate, key, temperature} from "llm-first-principles";
import {countNgrams, kneserNey, logProbs} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const vocabSize = tokenizer.vocabulary.tokens.length;
for (const order of [${ordersOf(highest).join(", ")}]) {
  const model = kneserNey()(countNgrams([{ids: tokenizer.encode(text)}], {order, vocabSize}));
  const predict = (context) => logProbs(model, context);
  const rule = temperature(${temperatureAt(T)});
  const choices = generate({predict, prompt: [], length: ${LENGTH}, rule, key: key(${seed})});
  console.log(order, tokenizer.decode(Array.from(choices, ({token}) => token)));
}`,
    rows: (value, {columns}) =>
      columns.map(({order, text, real, longestCopy}) => ({
        writer: nameOf(value),
        order,
        temperature: writeTemperature(temperatureAt(value.T)),
        seed: value.seed,
        real,
        longestCopy,
        text
      }))
  });
}

const sources = new Map<string, Corpus>();
