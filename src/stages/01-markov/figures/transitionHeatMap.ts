import {log, type Corpus, type CorpusText} from "/lib/index.js";
import {continuationsOf} from "/lib/stages/markov.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {loadCorpus, type CorpusId} from "../../../components/corpus/corpora.js";
import {figure} from "../../../components/figure/figure.js";
import {heat, heatmap} from "../../../components/chart/heatmap.js";
import {counted, encoded, show} from "../model/models.js";
import {textSource, type TextChoice} from "../../../components/corpus/textSource.js";

type Shade = "count" | "probability" | "logarithm";

interface Value {
  readonly text: TextChoice;
  readonly characters: number;
  readonly shade: Shade;
}

interface Transitions {
  readonly names: readonly string[];
  /** `count[i][j]`: how often character j followed character i. */
  readonly count: readonly (readonly number[])[];
  /** How often each was followed by anything. */
  readonly followed: readonly number[];
}

const DARKEST_LOG = 4; // decades below 1 that the logarithmic shade can tell apart

/** Counts of the commonest characters after each other. */
function transitions(text: string, most: number): Transitions {
  const {tokenizer} = encoded(text);
  const model = counted(text, 1);
  const common = [...continuationsOf(model, [])].sort((a, b) => b.count - a.count || a.token - b.token).slice(0, most);
  const place = new Map(common.map(({token}, i) => [token, i]));
  const rows = common.map(({token}) => {
    const row = new Array<number>(common.length).fill(0);
    let sum = 0;
    for (const {token: next, count} of continuationsOf(model, [token])) {
      sum += count;
      const j = place.get(next);
      if (j !== undefined) row[j] = count;
    }
    return {row, sum};
  });
  return {
    names: common.map(({token}) => show(tokenizer.vocabulary.tokens[token] ?? "")),
    count: rows.map(({row}) => row),
    followed: rows.map(({sum}) => sum)
  };
}

const isCorpus = (id: string): id is CorpusId => ["opening", "names", "moby-dick", "sotu"].includes(id);

/** Which character follows which: counts of order 1, as they are, as maximum-likelihood probabilities, and as logarithms. */
export function transitionHeatMap(opening: CorpusText, corpora: readonly Corpus[]) {
  const offered = ["opening", "names", "moby-dick", "sotu"].flatMap((id) => corpora.filter((one) => one.id === id));
  const largest = ({count}: Transitions) => Math.max(1, ...count.flat());
  const probability = ({count, followed}: Transitions, i: number, j: number): number =>
    (count[i]?.[j] ?? 0) / Math.max(1, followed[i] ?? 0);
  const shadeOf = (value: Value, result: Transitions) => {
    const most = largest(result);
    return (i: number, j: number): string => {
      if (value.shade === "count") return heat("data", (result.count[i]?.[j] ?? 0) / most);
      const p = probability(result, i, j);
      if (value.shade === "probability") return heat("probability", p);
      return heat("probability", p === 0 ? 0 : 1 + log(p) / (DARKEST_LOG * log(10)));
    };
  };
  const best = (result: Transitions, i: number): number => {
    const row = result.count[i] ?? [];
    return row.indexOf(Math.max(...row));
  };

  return figure<Value, Transitions>({
    name: "transition-heat-map",
    title: "What follows what",
    caption:
      "Row: the character that was read, the commonest at the top. Column: the one that came next. · is a space, ↵ the end of a line. Counts are shaded in proportion to the largest, probabilities from 0 (page) to 1 (full), each row by itself; the logarithm goes from one in ten thousand (page) to 1, so that rare transitions can be seen.",
    source: ({text}) =>
      text.kind === "corpus" ? corpora.find(({id}) => id === text.id) : `${text.name}, yours, not sent anywhere`,
    controls: {
      text: textSource({label: "Text", corpora: offered}),
      characters: slider([5, 60], {label: "Characters", value: 30, step: 1}),
      shade: choice<Shade>(["count", "probability", "logarithm"], {label: "Shade", value: "probability"})
    },
    compute: async ({text: choice, characters}, {signal}) => {
      const text =
        choice.kind === "own"
          ? choice.text
          : isCorpus(choice.id) && choice.id !== "opening"
            ? (await loadCorpus(choice.id)).text
            : opening.text;
      await new Promise((resolve) => setTimeout(resolve)); // the controls answer first
      signal.throwIfAborted();
      return transitions(text, characters);
    },
    draw: (value, {width, result}) =>
      heatmap({
        width: Math.min(width, 640),
        title:
          value.shade === "count" ? "Count" : value.shade === "probability" ? "P(next | read)" : "log P(next | read)",
        rows: result.names,
        columns: result.names,
        fill: shadeOf(value, result)
      }),
    describe: (_, result) => {
      const rows = result.names
        .slice(0, 6)
        .map(
          (name, i) =>
            `after ${name} (followed ${(result.followed[i] ?? 0).toLocaleString("en")} times) most often ${result.names[best(result, i)] ?? ""}, ${(100 * probability(result, i, best(result, i))).toFixed(1)}%`
        );
      const cells = result.count.flat();
      const empty = cells.filter((count) => count === 0).length;
      return `A matrix of the ${result.names.length} commonest characters. ${rows.join("; ")}. ${empty} of its ${cells.length} cells are empty: what maximum likelihood calls impossible.`;
    },
    code: ({characters}) => `import {characterTokenizer} from "llm-first-principles";
import {continuationsOf, countNgrams} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const {tokens} = tokenizer.vocabulary;
const model = countNgrams([{ids: tokenizer.encode(text)}], {order: 1, vocabSize: tokens.length});
const common = [...continuationsOf(model, [])].sort((a, b) => b.count - a.count).slice(0, ${characters});
for (const {token} of common) {
  const after = continuationsOf(model, [token]);
  const followed = after.reduce((sum, {count}) => sum + count, 0);
  console.log(tokens[token], after.map(({token: next, count}) => [tokens[next], count, count / followed]));
}`,
    rows: (_, result) =>
      result.count.flatMap((row, i) =>
        row.map((count, j) => ({
          read: result.names[i],
          next: result.names[j],
          count,
          probability: probability(result, i, j)
        }))
      )
  });
}
