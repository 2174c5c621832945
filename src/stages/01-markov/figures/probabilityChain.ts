import {log, type CorpusText} from "/lib/index.js";
import {countOf} from "/lib/stages/markov.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {counted, encoded, show} from "../model/models.js";
import {writeNumber} from "../../../components/number.js";
import {table} from "../../../components/chart/table.js";

const LONGEST = 10;

interface Value {
  readonly word: string;
  readonly kept: number;
}

interface Factor {
  readonly past: string;
  readonly next: string;
  readonly seen: number;
  readonly both: number;
  readonly prob: number;
  readonly product: number;
  readonly nats: number;
}

/** The chain rule along a text: each character given at most `kept` before it, by counting. */
function factorsOf(text: string, {word, kept}: Value): readonly Factor[] {
  const {tokenizer, ids} = encoded(text);
  const model = counted(text, LONGEST - 1);
  const tokens = Array.from(tokenizer.encode(word.replaceAll("·", " ")));
  let product = 1;
  let nats = 0;
  return tokens.map((token, i) => {
    const context = tokens.slice(Math.max(0, i - kept), i);
    const seen = context.length === 0 ? ids.length : countOf(model, context.slice(0, -1), context.at(-1) ?? 0);
    const both = countOf(model, context, token);
    const prob = seen === 0 ? NaN : both / seen;
    product *= prob;
    nats += log(prob);
    const sign = (all: readonly number[]) => all.map((id) => show(tokenizer.vocabulary.tokens[id] ?? "")).join("");
    return {past: sign(context), next: sign([token]), seen, both, prob, product, nats};
  });
}

const number = (v: number): string => (Number.isNaN(v) ? "undefined" : writeNumber(v, 3));

/** The product of conditional probabilities along a word that the reader types. */
export function probabilityChain(corpus: CorpusText, name = "probability-chain") {
  const known = new Set(encoded(corpus.text).tokenizer.vocabulary.tokens);
  return figure<Value, readonly Factor[]>({
    name,
    title: "The chain rule along a word",
    caption:
      "Each row is one factor: how often the past was seen, and how often it went on like this. With the whole past kept, the counts telescope: each numerator is the next denominator.",
    source: corpus,
    controls: {
      word: textInput({
        label: "Text",
        value: "the whale",
        size: LONGEST,
        rule: "1 to 10 characters that the opening has",
        example: "Ishmael",
        valid: (text) => text !== "" && Array.from(text).every((c) => known.has(c === "·" ? " " : c))
      }),
      kept: slider([0, LONGEST - 1], {
        label: "Past kept",
        value: LONGEST - 1,
        format: (v) => (v === LONGEST - 1 ? "all" : String(v))
      })
    },
    compute: (value) => factorsOf(corpus.text, value),
    draw: (_, {result}) => {
      const whole = (v: number) => v.toLocaleString("en");
      const drawn = table(result, [
        {label: "Past", value: ({past}) => (past === "" ? "(none)" : past)},
        {label: "Next", value: ({next}) => next},
        {label: "Seen", value: ({seen}) => seen, format: whole},
        {label: "Both", value: ({both}) => both, format: whole},
        {label: "Factor", value: ({prob}) => prob, format: number},
        {label: "Product", value: ({product}) => product, format: number},
        {
          label: "Log, nats",
          value: ({nats}) => nats,
          format: (v) => (Number.isNaN(v) ? "undefined" : Number.isFinite(v) ? v.toFixed(2) : "−∞")
        }
      ]);
      const scroll = document.createElement("div");
      scroll.className = "scroll";
      scroll.tabIndex = 0;
      scroll.setAttribute("role", "region");
      scroll.setAttribute("aria-label", "Factors of the chain rule");
      scroll.append(drawn);
      return scroll;
    },
    interactive: true,
    describe: ({word}, result) =>
      `“${word}” as a product of ${result.length} factors: ${result.map(({next, past, prob}) => `${next} ${past === "" ? "" : `after ${past} `}${number(prob)}`).join(", ")}. The product is ${number(result.at(-1)?.product ?? 1)}, its logarithm ${number(result.at(-1)?.nats ?? 0)} nats.`,
    code: ({word, kept}) => `import {characterTokenizer} from "llm-first-principles";
import {countNgrams, maximumLikelihood, score} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const shape = {order: ${kept}, vocabSize: tokenizer.vocabulary.tokens.length};
const model = maximumLikelihood()(countNgrams([{ids: tokenizer.encode(text)}], shape));
const logs = score(model, tokenizer.encode(${JSON.stringify(word.replaceAll("·", " "))}));
console.log(logs, logs.reduce((sum, x) => sum + x, 0), "nats");`,
    rows: (_, result) => result.map((factor) => ({...factor}))
  });
}
