import {type CorpusText} from "/lib/index.js";
import {bars} from "../../../components/chart/bars.js";
import {textInput} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {encoded, show} from "../model/models.js";
import {pairsOf, type Pair} from "../model/pairs.js";
import {writeNumber} from "../../../components/number.js";
import {table} from "../../../components/chart/table.js";

const share = (p: number): string => (Number.isFinite(p) ? writeNumber(p, 3) : "undefined");

/** Two events on a real text: one character, and the one after it. Their probabilities are counts, divided. */
export function probabilityPairs(corpus: CorpusText, name = "probability-pairs") {
  const known = new Set(encoded(corpus.text).tokenizer.vocabulary.tokens);
  const one = (label: string, value: string, example: string) =>
    textInput({label, value, example, size: 2, rule: "one character of the text", valid: (text) => known.has(text)});
  const probs = ({pairs, firsts, seconds, both}: ReturnType<typeof pairsOf>) => ({
    x: firsts / pairs,
    y: seconds / pairs,
    both: both / pairs,
    yx: both / firsts,
    xy: both / seconds
  });
  return figure<Pair, ReturnType<typeof pairsOf>>({
    name,
    title: "Two events, counted",
    caption:
      "A is “this character is the first one”, B is “the next is the second one”. Each pair of neighbors in the text falls into one of the four cells. Every probability below is one of these numbers divided by another.",
    source: corpus,
    controls: {first: one("A: this is", "q", "t"), second: one("B: the next is", "u", "h")},
    compute: (value) => pairsOf(corpus.text, value),
    draw: ({first, second}, {width, result}) => {
      const {pairs, firsts, seconds, both} = result;
      const [a, b] = [show(first), show(second)];
      const p = probs(result);
      const whole = (v: number) => v.toLocaleString("en");
      const rows = [
        {name: `A: this is ${a}`, b: both, other: firsts - both, sum: firsts},
        {name: "not A", b: seconds - both, other: pairs - firsts - seconds + both, sum: pairs - firsts},
        {name: "either", b: seconds, other: pairs - seconds, sum: pairs}
      ];
      const cells = table(rows, [
        {label: "Pairs", value: ({name}) => name},
        {label: `B: next is ${b}`, value: ({b}) => b, format: whole},
        {label: "not B", value: ({other}) => other, format: whole},
        {label: "either", value: ({sum}) => sum, format: whole}
      ]);
      const drawn = bars({
        width,
        height: 210,
        label: "Probability",
        max: 1,
        note: `P(B | A) = ${whole(both)} / ${whole(firsts)} = ${share(p.yx)}`,
        bars: [
          {name: "P(A)", value: p.x},
          {name: "P(B)", value: p.y},
          {name: "P(A, B)", value: p.both},
          {name: "P(B | A)", value: p.yx || 0},
          {name: "P(A | B)", value: p.xy || 0}
        ]
      });
      return element("div", {}, cells, drawn);
    },
    describe: ({first, second}, result) => {
      const p = probs(result);
      return `Of ${result.pairs.toLocaleString("en")} pairs, ${result.firsts} begin with “${show(first)}”, ${result.seconds} end with “${show(second)}”, and ${result.both} do both. P(A) is ${share(p.x)}, P(B) is ${share(p.y)}, P(A, B) is ${share(p.both)}, P(B given A) is ${share(p.yx)}, and P(A given B) is ${share(p.xy)}.`;
    },
    code: ({first, second}) => `import {characterTokenizer} from "llm-first-principles";
import {countNgrams, countOf} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const ids = tokenizer.encode(text);
const model = countNgrams([{ids}], {order: 1, vocabSize: tokenizer.vocabulary.tokens.length});
const [a, b] = tokenizer.encode(${JSON.stringify(first + second)});
const joint = countOf(model, [a], b);
console.log("P(A, B) =", joint / (ids.length - 1));
console.log("P(B | A) =", joint / countOf(model, [], a));`,
    rows: (_, result) => [{...result, ...probs(result)}]
  });
}
