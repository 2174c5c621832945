import {heldOut, type CorpusText} from "/lib/index.js";
import {countNgrams, novelty, summary} from "/lib/stages/markov.js";
import {chart, ends, level, line} from "../../../components/chart/chart.js";
import {choice, select} from "../../../components/figure/controls.js";
import {loadCorpus, type CorpusId} from "../../../components/corpus/corpora.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";

type Kind = "characters" | "words";

interface Value {
  readonly text: CorpusId;
  readonly kind: Kind;
}

interface Row {
  readonly order: number;
  readonly contexts: number;
  readonly newContexts: number;
  readonly newNgrams: number;
  readonly megabytes: number;
}

interface Result {
  readonly rows: readonly Row[];
  readonly tokens: number;
}

const ORDERS: Readonly<Record<Kind, number>> = {characters: 8, words: 4};
const TITLES: Readonly<Record<CorpusId, string>> = {
  opening: "Moby Dick, the opening",
  "moby-dick": "Moby Dick, whole",
  sotu: "Five presidents",
  names: "First names"
};

/** What of a text's last tenth was never met in its first nine, by order: the price of a longer context. */
export function contextSparsity(opening: CorpusText, name = "context-sparsity") {
  const loaded = new Map<CorpusId, CorpusText>([["opening", opening]]);
  const percent = (share: number) => `${(100 * share).toFixed(0)}%`;
  return figure<Value, Result>({
    name,
    title: "What a model has never seen",
    caption:
      "The first nine tenths of the text are counted; its last tenth is read. Above: the share of it whose n-gram is new, and whose context alone is new, so that the model has no count to go by at all. Below: how many contexts were stored, on a logarithmic scale, under the number of tokens read, which is a ceiling.",
    source: ({text}) => loaded.get(text),
    controls: {
      text: select<CorpusId>(["opening", "names", "moby-dick", "sotu"], {label: "Text", format: (id) => TITLES[id]}),
      kind: choice<Kind>(["characters", "words"], {label: "Tokens"})
    },
    compute: async ({text: id, kind}, {signal, progress}) => {
      const corpus = await loadCorpus(id);
      loaded.set(id, corpus);
      const {tokenizer, train, held} = heldOut(corpus.text, {tokens: kind});
      const rows: Row[] = [];
      for (let order = 0; order <= ORDERS[kind]; order++) {
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        const model = countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
        const {contexts, ngrams} = novelty(model, held);
        const {contexts: stored, bytes} = summary(model);
        rows.push({order, contexts: stored, newContexts: contexts, newNgrams: ngrams, megabytes: bytes / 1e6});
        progress({step: order + 1, of: ORDERS[kind] + 1, unit: "orders"});
      }
      return {rows, tokens: train.length};
    },
    draw: ({kind}, {width, result: {rows, tokens}}) => {
      const x = {
        domain: [0, ORDERS[kind]] as const,
        label: `Tokens of context (${kind})`,
        ticks: ORDERS[kind],
        format: String
      };
      const last = ORDERS[kind];
      const at = (key: "newNgrams" | "newContexts" | "contexts") => rows.map((row) => [row.order, row[key]] as const);
      const end = (key: "newNgrams" | "newContexts") => rows.at(-1)?.[key] ?? 0;
      return element(
        "div",
        {},
        chart({
          width,
          height: 270,
          marginRight: 104,
          marginLeft: 68,
          x,
          y: {domain: [0, 1], label: "Share of the held-out positions", format: percent},
          marks: [
            line(at("newContexts"), {meaning: "data", width: 1.5, dots: true}),
            line(at("newNgrams"), {meaning: "loss-validation", dots: true}),
            ends([
              {x: last, y: end("newNgrams"), text: "new n-gram", meaning: "loss-validation"},
              {x: last, y: end("newContexts"), text: "new context", meaning: "data"}
            ])
          ]
        }),
        chart({
          width,
          height: 230,
          marginRight: 104,
          marginLeft: 68,
          x,
          y: {
            domain: [1, tokens * 2],
            scale: "log",
            label: "Contexts stored",
            ticks: 4,
            format: (v) => (Math.abs(Math.log10(v) % 1) < 1e-9 ? v.toLocaleString("en") : "")
          },
          marks: [
            level(tokens, `${tokens.toLocaleString("en")} tokens read`),
            line(at("contexts"), {meaning: "model", dots: true})
          ]
        })
      );
    },
    describe: ({text, kind}, {rows, tokens}) =>
      `${TITLES[text]}, by ${kind}, ${tokens.toLocaleString("en")} tokens counted. Of the held-out text, ${rows.map(({order, newNgrams, newContexts, contexts}) => `at order ${order} ${(100 * newNgrams).toFixed(1)}% of the n-grams and ${(100 * newContexts).toFixed(1)}% of the contexts are new, with ${contexts.toLocaleString("en")} contexts stored`).join("; ")}.`,
    code: ({kind}) => `import {heldOut} from "llm-first-principles";
import {countNgrams, novelty} from "llm-first-principles/stages/markov";

const {tokenizer, train, held} = heldOut(text, {tokens: "${kind}"});
for (let order = 0; order <= ${ORDERS[kind]}; order++) {
  const model = countNgrams([{ids: train}], {order, vocabSize: tokenizer.vocabulary.tokens.length});
  const {contexts, ngrams} = novelty(model, held);
  console.log(order, contexts, ngrams);
}`,
    rows: (_, {rows}) => rows.map((row) => ({...row}))
  });
}
