import {characterTokenizer, log, type CorpusText} from "/lib/index.js";
import {countNgrams, countOf} from "/lib/stages/markov.js";
import {chart, dotsAt, line, note, type Mark, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";

type Amount = "20" | "200" | "2000" | "20000";

interface Value {
  readonly p: number;
  readonly q: number;
  readonly letters: Amount;
}

/** How often a vowel and a consonant followed a vowel, and a consonant. */
interface Pairs {
  readonly afterVowel: readonly [vowel: number, consonant: number];
  readonly afterConsonant: readonly [vowel: number, consonant: number];
}

const LOWEST = -3; // nats per letter

/** The letters of a text, told apart as Markov did: v for a vowel, c for another letter. */
function vowels(text: string, most: number): string {
  const letters = Array.from(text.toLowerCase()).filter((c) => c >= "a" && c <= "z");
  return letters
    .slice(0, most)
    .map((c) => ("aeiou".includes(c) ? "v" : "c"))
    .join("");
}

function pairsOf(letters: string): Pairs {
  const tokenizer = characterTokenizer("cv");
  const [c, v] = [0, 1];
  const model = countNgrams([{ids: tokenizer.encode(letters)}], {order: 1, vocabSize: 2});
  const after = (read: number) => [countOf(model, [read], v), countOf(model, [read], c)] as const;
  return {afterVowel: after(v), afterConsonant: after(c)};
}

type Counts = Pairs["afterVowel"];
const share = ([vowel, consonant]: Counts): number => vowel / Math.max(1, vowel + consonant);
/** Log-likelihood of the counts if a vowel has probability p, in nats; 0 log 0 is 0. */
const likelihood = ([vowel, consonant]: Counts, p: number): number =>
  (vowel > 0 ? vowel * log(p) : 0) + (consonant > 0 ? consonant * log(1 - p) : 0);
const mean = (counts: Counts, p: number): number => likelihood(counts, p) / Math.max(1, counts[0] + counts[1]);

/** A chain of two symbols: the log-likelihood of its two parameters, and where each is largest. */
export function likelihoodCurve(corpus: CorpusText) {
  const curve = (counts: Counts): Point[] =>
    Array.from({length: 199}, (_, i): Point => [(i + 1) / 200, mean(counts, (i + 1) / 200)]).filter(
      ([, y]) => y >= LOWEST
    );
  const maximum =
    (counts: Counts, meaning: string): Mark =>
    ({x, y, bottom}) => {
      const p = share(counts);
      const at = {x1: x(p), x2: x(p), y1: y(Math.max(LOWEST, mean(counts, p))), y2: bottom};
      return [svg("line", {...at, "stroke-dasharray": "2 3", style: `stroke:var(--${meaning})`})];
    };
  return figure<Value, Pairs>({
    name: "likelihood-curve",
    title: "Two parameters and their likelihood",
    caption:
      "Vowels and consonants of the opening, as Markov counted them in 1913. Solid: log-likelihood per letter of the probability p that a vowel follows a vowel. Dashed: of the probability q that a vowel follows a consonant. Dotted lines stand at the ratios of counts. More letters leave the curves where they are, but cost more for the same distance.",
    source: corpus,
    controls: {
      p: slider([0.02, 0.98], {label: "p: vowel after vowel", value: 0.3, step: 0.01, format: (v) => v.toFixed(2)}),
      q: slider([0.02, 0.98], {label: "q: vowel after consonant", value: 0.7, step: 0.01, format: (v) => v.toFixed(2)}),
      letters: choice<Amount>(["20", "200", "2000", "20000"], {label: "Letters", value: "2000"})
    },
    compute: ({letters}) => pairsOf(vowels(corpus.text, Number(letters))),
    draw: ({p, q}, {width, result: {afterVowel, afterConsonant}}) => {
      const total = likelihood(afterVowel, p) + likelihood(afterConsonant, q);
      const best = likelihood(afterVowel, share(afterVowel)) + likelihood(afterConsonant, share(afterConsonant));
      const dot = (counts: Counts, at: number, meaning: string) =>
        dotsAt([[at, Math.max(LOWEST, mean(counts, at))]], meaning, 7);
      return chart({
        width,
        height: 400,
        x: {domain: [0, 1], label: "Probability of a vowel"},
        y: {domain: [LOWEST, 0.25], label: "Log-likelihood, nats per letter"},
        marks: [
          maximum(afterVowel, "model"),
          maximum(afterConsonant, "data"),
          line(curve(afterVowel), {meaning: "model"}),
          line(curve(afterConsonant), {meaning: "data", dashed: true}),
          dot(afterVowel, p, "model"),
          dot(afterConsonant, q, "data"),
          note([0.01, 0.1], `Both together: ${total.toFixed(1)} nats, ${(best - total).toFixed(1)} below the maximum`, {
            style: "font-size:14px;fill:var(--ink)"
          })
        ]
      });
    },
    describe: ({p, q, letters}, {afterVowel, afterConsonant}) => {
      const say = ([vowel, consonant]: Counts, at: number, what: string) =>
        `after a ${what} came ${vowel} vowels and ${consonant} consonants, so the likelihood is largest at ${vowel}/${vowel + consonant} = ${share([vowel, consonant]).toFixed(3)}; at ${at.toFixed(2)} it is ${(likelihood([vowel, consonant], share([vowel, consonant])) - likelihood([vowel, consonant], at)).toFixed(2)} nats lower`;
      return `In the first ${letters} letters: ${say(afterVowel, p, "vowel")}; ${say(afterConsonant, q, "consonant")}. Both curves bend downward everywhere and have one maximum.`;
    },
    code: ({p, letters}) => `import {characterTokenizer, log} from "llm-first-principles";
import {countNgrams, countOf} from "llm-first-principles/stages/markov";

const letters = Array.from(text.toLowerCase()).filter((c) => c >= "a" && c <= "z").slice(0, ${letters});
const chain = letters.map((c) => ("aeiou".includes(c) ? "v" : "c")).join("");
const ids = characterTokenizer("cv").encode(chain);
const model = countNgrams([{ids}], {order: 1, vocabSize: 2});
const [vowels, consonants] = [countOf(model, [1], 1), countOf(model, [1], 0)];
const logLikelihood = (p) => vowels * log(p) + consonants * log(1 - p);
console.log(logLikelihood(${p}), logLikelihood(vowels / (vowels + consonants)));`,
    rows: (_, {afterVowel, afterConsonant}) =>
      curve(afterVowel).map(([x]) => ({
        probability: x,
        afterVowel: mean(afterVowel, x),
        afterConsonant: mean(afterConsonant, x)
      }))
  });
}
