import {
  heaps,
  logLogFit,
  vocabularyStatistics,
  wordTokenizer,
  zipf,
  type CorpusText,
  type PowerLaw
} from "/lib/index.js";
import {chart, dotsAt, line, note, type Point} from "../../../components/chart/chart.js";
import {choice, select} from "../../../components/figure/controls.js";
import {loadCorpus, type CorpusId} from "../../../components/corpus/corpora.js";
import {figure} from "../../../components/figure/figure.js";

type Law = "Zipf" | "Heaps";

interface Value {
  readonly text: CorpusId;
  readonly law: Law;
}

interface Result {
  readonly points: Readonly<Record<Law, readonly Point[]>>;
  readonly fits: Readonly<Record<Law, PowerLaw>>;
  readonly types: number;
  readonly tokens: number;
  readonly once: number;
  readonly top: readonly string[];
}

const TITLES: Readonly<Partial<Record<CorpusId, string>>> = {
  opening: "Moby Dick, the opening",
  "moby-dick": "Moby Dick, whole",
  sotu: "Five presidents"
};
const POINTS = 60;

const measure = ({text}: CorpusText): Result => {
  const tokenizer = wordTokenizer(text, {lowercase: true});
  const {tokens} = tokenizer.vocabulary;
  const isWord = tokens.map((token) => /\p{L}/u.test(token));
  const ids = tokenizer.encode(text).filter((id) => isWord[id]);
  const {counts, types, total} = vocabularyStatistics(ids, tokens.length);
  const ranks = zipf(counts, {points: POINTS});
  const points: Result["points"] = {
    Zipf: ranks.map(({rank, frequency}) => [rank, frequency]),
    Heaps: heaps(ids, tokens.length, POINTS).map((grown) => [grown.tokens, grown.types])
  };
  const fit = (list: readonly Point[]) =>
    logLogFit(
      list.map(([x]) => x),
      list.map(([, y]) => y)
    );
  return {
    points,
    fits: {Zipf: fit(points.Zipf), Heaps: fit(points.Heaps)},
    types,
    tokens: total,
    once: counts.reduce((sum, count) => sum + (count === 1 ? 1 : 0), 0),
    top: ranks.slice(0, 5).map(({id}) => tokens[id] ?? "")
  };
};

/** How often the words of a text occur, and how its vocabulary grows: both near a power law, with the slope fitted. */
export function zipfHeaps(opening: CorpusText, name = "zipf-heaps") {
  const loaded = new Map<CorpusId, CorpusText>([["opening", opening]]);
  const decade = (v: number) => (Math.abs(Math.log10(v) % 1) < 1e-9 ? v.toLocaleString("en") : "");
  const lawAt = ({slope, intercept}: PowerLaw, x: number) => Math.exp(intercept + slope * Math.log(x));
  return figure<Value, Result>({
    name,
    title: "Why new words never end",
    caption:
      "Words in lower case. Zipf: how often a word occurs over its rank. Heaps: how many different words a reader has met after so many words. Both axes are logarithmic; the thin line is the power law of least squares.",
    source: ({text}) => loaded.get(text),
    controls: {
      text: select<CorpusId>(["opening", "moby-dick", "sotu"], {label: "Text", format: (id) => TITLES[id] ?? id}),
      law: choice<Law>(["Zipf", "Heaps"], {label: "Plot"})
    },
    compute: async ({text}) => {
      const corpus = await loadCorpus(text);
      loaded.set(text, corpus);
      await new Promise((resolve) => setTimeout(resolve));
      return measure(corpus);
    },
    draw: ({law}, {width, result: {points, fits}}) => {
      const list = points[law];
      const fit = fits[law];
      const [first, last] = [list[0] ?? [1, 1], list.at(-1) ?? [1, 1]];
      const ys = list.map(([, y]) => y);
      const from = law === "Zipf" ? 1 : first[0];
      const top = Math.max(...ys) * 2;
      const power = Array.from({length: 101}, (_, i): Point => {
        const x = from * (last[0] / from) ** (i / 100);
        return [x, lawAt(fit, x)];
      });
      return chart({
        width,
        height: 330,
        marginLeft: 60,
        x: {
          domain: [from, last[0]],
          scale: "log",
          label: law === "Zipf" ? "Rank of the word" : "Words read",
          format: decade
        },
        y: {
          domain: [Math.min(...ys), top],
          scale: "log",
          label: law === "Zipf" ? "Occurrences" : "Different words met",
          format: decade
        },
        marks: [
          line(
            power.filter(([, y]) => y >= Math.min(...ys) && y <= top),
            {meaning: "ink-3", width: 1.25}
          ),
          dotsAt(list, "data", 3),
          note([from * 1.4, Math.min(...ys) * 1.6], `fitted slope ${fit.slope.toFixed(2)}`)
        ]
      });
    },
    describe: ({text, law}, {fits, types, tokens, once, top}) =>
      `${TITLES[text] ?? text}: ${tokens.toLocaleString("en")} words, of which ${types.toLocaleString("en")} are different and ${once.toLocaleString("en")} occur once. ${law === "Zipf" ? `The commonest are ${top.join(", ")}; frequency falls with rank to the power ${fits.Zipf.slope.toFixed(2)}` : `The number of different words grows with the words read to the power ${fits.Heaps.slope.toFixed(2)}`}.`,
    code: ({law}) => `import {wordTokenizer, vocabularyStatistics, zipf, heaps, logLogFit} from "llm-first-principles";

const tokenizer = wordTokenizer(text, {lowercase: true});
const {tokens} = tokenizer.vocabulary;
const ids = tokenizer.encode(text).filter((id) => /\\p{L}/u.test(tokens[id]));
${
  law === "Zipf"
    ? `const points = zipf(vocabularyStatistics(ids, tokens.length).counts, {points: ${POINTS}});
console.log(logLogFit(points.map((p) => p.rank), points.map((p) => p.frequency)).slope);`
    : `const points = heaps(ids, tokens.length, ${POINTS});
console.log(logLogFit(points.map((p) => p.tokens), points.map((p) => p.types)).slope);`
}`,
    rows: ({law}, {points}) =>
      points[law].map(([x, y]) => (law === "Zipf" ? {rank: x, occurrences: y} : {words: x, different: y}))
  });
}
