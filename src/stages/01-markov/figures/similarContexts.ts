import type {CorpusText} from "/lib/index.js";
import {label} from "../../../components/chart/chart.js";
import {select, slider} from "../../../components/figure/controls.js";
import {loadCorpus, type CorpusId} from "../../../components/corpus/corpora.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {divergence, wordRows} from "../model/likeRows.js";

const WORDS = ["his", "was", "he", "in", "whale", "sea", "man"] as const;
type Word = (typeof WORDS)[number];

interface Value {
  readonly text: CorpusId;
  readonly word: Word;
  readonly least: number;
}

interface Near {
  readonly word: string;
  readonly count: number;
  readonly bits: number;
  readonly shared: number;
  readonly foreign: number;
  readonly example: string;
}

interface Result {
  readonly asked: {readonly count: number; readonly next: number};
  readonly compared: number;
  readonly nearest: readonly Near[];
}

const SHOWN = 10;
const TITLES: Readonly<Partial<Record<CorpusId, string>>> = {
  opening: "Moby Dick, the opening",
  "moby-dick": "Moby Dick, whole"
};

/** The words after which the text goes on most alike: the information is in the counts, and no n-gram model uses it. */
export function similarContexts(name = "similar-contexts") {
  const loaded = new Map<CorpusId, CorpusText>();
  return figure<Value, Result>({
    name,
    title: "Words that the counts know to be alike",
    caption:
      "For one word, the others after which the text goes on most alike: the Jensen–Shannon divergence of what followed, in bits, 0 for equal and 1 for nothing in common. At the right, how many of the next words both have, of those of the other. The counting model never looks across from one row of its table to another.",
    source: ({text}) => loaded.get(text),
    heavy: ({text}) =>
      text === "moby-dick" && !loaded.has(text) ? "loads the whole novel, about half a megabyte" : undefined,
    controls: {
      text: select<CorpusId>(["moby-dick", "opening"], {label: "Text", format: (id) => TITLES[id] ?? id}),
      word: select<Word>(WORDS, {label: "Word"}),
      least: slider([20, 100], {
        label: "Compared if counted at least",
        value: 100,
        step: 10,
        format: (n) => `${n} times`
      })
    },
    compute: async ({text: id, word, least}, {signal}) => {
      const corpus = await loadCorpus(id);
      loaded.set(id, corpus);
      const {tokens, rows} = wordRows(corpus.text, 10);
      const asked = rows.find((context) => context.word === word);
      if (asked === undefined) throw new Error(`“${word}” is too rare in this text: choose the whole novel.`);
      const known = new Set(asked.next.map(({token}) => token));
      const others = rows.filter((context) => context !== asked && context.count >= least);
      const near: Near[] = [];
      for (const [i, other] of others.entries()) {
        if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        const foreign = other.next.filter(({token}) => !known.has(token));
        const [first] = [...foreign].sort((a, b) => b.count - a.count);
        near.push({
          word: other.word,
          count: other.count,
          bits: divergence(asked, other),
          shared: other.next.length - foreign.length,
          foreign: foreign.length,
          example: (tokens[first?.token ?? 0] ?? "").trim()
        });
      }
      const nearest = near.sort((a, b) => a.bits - b.bits).slice(0, SHOWN);
      return {asked: {count: asked.count, next: asked.next.length}, compared: others.length, nearest};
    },
    draw: ({word}, {width, result: {nearest, asked, compared}}) => {
      const [row, top, left, right] = [30, 30, 92, width < 480 ? 104 : 168];
      const span = width - left - right;
      const height = top + row * SHOWN + 4;
      const [closest] = nearest;
      const said =
        closest === undefined
          ? ""
          : `“${word}” was followed by ${asked.next.toLocaleString("en")} different words, ${asked.count.toLocaleString("en")} times in all. “${closest.word}” was followed by ${closest.foreign} words that never followed “${word}”, such as “${closest.example}”: however alike the two are, seeing them after “${closest.word}” made none of them likelier after “${word}”.`;
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
          label(0, 13, `Divergence from “${word}”, bits (${compared} words compared)`),
          ...nearest.flatMap(({word: other, bits, shared, foreign}, i) => {
            const y = top + i * row;
            return [
              label(left - 8, y + 17, other, {"text-anchor": "end", style: "fill:var(--data)", "font-weight": 600}),
              svg("rect", {x: left, y: y + 4, width: span, height: row - 12, style: "fill:var(--surface)"}),
              svg("rect", {
                x: left,
                y: y + 4,
                width: Math.max(1, span * bits),
                height: row - 12,
                style: "fill:var(--probability)"
              }),
              label(
                left + span + 8,
                y + 17,
                `${bits.toFixed(2)}${width < 480 ? ` · ${shared}/${shared + foreign}` : ` · ${shared} of ${shared + foreign} shared`}`
              )
            ];
          })
        ),
        element("p", {className: "fig-note"}, said)
      );
    },
    describe: ({text, word}, {asked, compared, nearest}) =>
      `${TITLES[text] ?? text}: after “${word}” (counted ${asked.count.toLocaleString("en")} times) the text goes on most like after ${nearest.map(({word: other, bits, shared, foreign}) => `“${other}” (${bits.toFixed(2)} bits, ${shared} of its ${shared + foreign} next words shared)`).join(", ")}, among ${compared} words.`,
    code: ({word, least}) => `import {wordTokenizer, jensenShannon, idOf} from "llm-first-principles";
import {countNgrams, continuationsOf, maximumLikelihood, distribution} from "llm-first-principles/stages/markov";

const tokenizer = wordTokenizer(text, {lowercase: true});
const {tokens} = tokenizer.vocabulary;
const counts = countNgrams([{ids: tokenizer.encode(text)}], {order: 1, vocabSize: tokens.length});
const after = (id) => distribution(maximumLikelihood()(counts), [id]);
const asked = after(idOf(tokenizer.vocabulary, " ${word}")); // a word has the space before it
const often = (id) => continuationsOf(counts, [id]).reduce((sum, {count}) => sum + count, 0) >= ${least};
const near = tokens.flatMap((token, id) => (/^ \\p{L}+$/u.test(token) && often(id) ? [[token, jensenShannon(asked, after(id))]] : []));
console.log(near.sort((a, b) => a[1] - b[1]).slice(1, ${SHOWN + 1})); // in nats; the first is the word itself`,
    rows: (_, {nearest}) => nearest.map((one) => ({...one}))
  });
}
