import {
  chain,
  distribution,
  entropy,
  generate,
  key,
  logProbs,
  minP,
  perplexity,
  categorical,
  softmax,
  temperature,
  toBits,
  topK,
  topP,
  typical,
  type CorpusText,
  type LogitsRule
} from "/lib/index.js";
import {bars} from "../bars.js";
import {choice, slider, textInput} from "../controls.js";
import {element} from "../element.js";
import {figure} from "../figure.js";
import {counted, encoded, fitted, show} from "../models.js";

const ORDER = 3;
const SHOWN = 24;
const DRAWS = 1000;
const SAMPLE = 240;

type Cut = "all" | "top-k" | "top-p" | "min-p" | "typical";

interface Value {
  readonly context: string;
  readonly T: number;
  readonly cut: Cut;
  readonly amount: number;
}

/** The rule that a value stands for, with the words that say so. */
function ruleOf({T, cut, amount}: Value): {readonly rule: LogitsRule; readonly words: string; readonly code: string} {
  const heat = T >= 5 ? Infinity : T;
  const cuts: Record<Cut, {readonly rule: LogitsRule; readonly words: string; readonly code: string} | undefined> = {
    all: undefined,
    "top-k": {rule: topK(amount), words: `the ${amount} likeliest characters`, code: `topK(${amount})`},
    "top-p": {
      rule: topP(amount / 100),
      words: `the fewest characters that have ${amount}% together`,
      code: `topP(${amount / 100})`
    },
    "min-p": {
      rule: minP(amount / 100),
      words: `characters with at least ${amount}% of the likeliest's probability`,
      code: `minP(${amount / 100})`
    },
    typical: {
      rule: typical(amount / 100),
      words: `the most typical characters, ${amount}% of the mass`,
      code: `typical(${amount / 100})`
    }
  };
  const cutting = cuts[cut];
  const heated = temperature(heat);
  return cutting
    ? {rule: chain(heated, cutting.rule), words: cutting.words, code: `chain(temperature(${heat}), ${cutting.code})`}
    : {rule: heated, words: "every character", code: `temperature(${heat})`};
}

/** One next-character distribution, before and after temperature and truncation, and what drawing from it gives. */
export function distributionExplorer(corpus: CorpusText, name = "distribution-explorer") {
  const {tokenizer} = encoded(corpus.text);
  const predictor = fitted(counted(corpus.text, ORDER), "kneser-ney");
  const known = new Set(tokenizer.vocabulary.tokens);
  const contextOf = (text: string) => Array.from(tokenizer.encode(text.replaceAll("·", " ")));

  const look = (value: Value) => {
    const context = contextOf(value.context);
    const before = distribution(predictor, context) ?? new Float64Array();
    const {rule} = ruleOf(value);
    const after = softmax(rule(logProbs(predictor, context), context));
    const order = Array.from(before.keys()).sort((i, j) => (before[j] ?? 0) - (before[i] ?? 0));
    const nats = entropy(after);
    const drawn = new Float64Array(after.length);
    for (let i = 0; i < DRAWS; i++) drawn[categorical(key(3), after, i)]! += 1 / DRAWS;
    return {before, after, order, drawn, nats, kept: after.filter((p) => p > 0).length};
  };
  const write = (value: Value): string => {
    const config = {predict: (c: ArrayLike<number>) => logProbs(predictor, c), prompt: contextOf(value.context), length: SAMPLE, rule: ruleOf(value).rule, key: key(11)}; // prettier-ignore
    return tokenizer.decode(Array.from(generate(config), ({token}) => token));
  };

  const amount = slider([1, 100], {label: "How much", value: 90, step: 1});
  return figure<Value, ReturnType<typeof look>>({
    name,
    title: "One distribution, bent and cut",
    caption: `Outlined: what may follow in the model's eyes. Filled: what is left to draw from. The lower bars are ${DRAWS.toLocaleString("en")} draws. Below, a text written with these settings, always from the same random key.`,
    height: [[560, 560], [0, 640]], // prettier-ignore
    source: corpus,
    controls: {
      context: textInput({label: "After", value: "the", size: 6, rule: "Characters that the text has.", example: "the", valid: (text) => Array.from(text.replaceAll("·", " ")).every((c) => known.has(c))}), // prettier-ignore
      T: slider([0, 5], {label: "Temperature", value: 0.8, step: 0.05, format: (t) => (t >= 5 ? "∞" : t.toFixed(2))}),
      cut: choice<Cut>(["all", "top-k", "top-p", "min-p", "typical"], {label: "Keep"}),
      amount
    },
    compute: (value) => look(value),
    draw: (value, {width, result: {before, after, order, drawn, nats, kept}}) => {
      amount.querySelectorAll("input").forEach((input) => (input.disabled = value.cut === "all"));
      const some = order.slice(0, width < 560 ? 12 : SHOWN);
      const of = (list: Float64Array) => some.map((id) => list[id] ?? 0);
      const names = some.map((id) => show(tokenizer.vocabulary.tokens[id] ?? ""));
      const percent = (v: number) => (100 * v).toFixed(0);
      const max = Math.max(0.1, ...of(before), ...of(after)) * 1.04;
      return element(
        "div",
        {},
        bars({
          width,
          height: 250,
          label: "Probability, %",
          max,
          format: percent,
          note: `${kept} kept · ${toBits(nats).toFixed(2)} bits · effectively ${perplexity(nats).toFixed(1)} characters`,
          bars: some.map((_, i) => ({name: names[i] ?? "", value: of(after)[i] ?? 0, outline: of(before)[i] ?? 0, excluded: of(after)[i] === 0})) // prettier-ignore
        }),
        bars({width, height: 150, label: `Share of ${DRAWS.toLocaleString("en")} draws, %`, max, format: percent, meaning: "data", outlined: "probability", bars: some.map((_, i) => ({name: names[i] ?? "", value: of(drawn)[i] ?? 0, outline: of(after)[i] ?? 0}))}), // prettier-ignore
        element("p", {className: "sample"}, element("b", {}, value.context.replaceAll(" ", "·")), write(value))
      );
    },
    describe: (value, {after, nats, kept}) => {
      const best = Array.from(after.keys()).sort((i, j) => (after[j] ?? 0) - (after[i] ?? 0)).slice(0, 3).map((id) => `${show(tokenizer.vocabulary.tokens[id] ?? "")} with ${(100 * (after[id] ?? 0)).toFixed(1)}%`); // prettier-ignore
      return `After “${value.context}”, at temperature ${value.T >= 5 ? "infinity" : value.T.toFixed(2)}, keeping ${ruleOf(value).words}: ${kept} characters can follow, most likely ${best.join(", ")}. The entropy is ${toBits(nats).toFixed(2)} bits, as of ${perplexity(nats).toFixed(1)} equally likely characters. The model writes: “${write(value).slice(0, 80)}”.`;
    },
    code: (
      value
    ) => `import {characterTokenizer, countNgrams, kneserNey, logProbs, generate, key, chain, temperature, topK, topP, minP, typical} from "llm-first-principles";

const tokenizer = characterTokenizer(text);
const shape = {order: ${ORDER}, vocabSize: tokenizer.vocabulary.tokens.length};
const model = kneserNey()(countNgrams([{ids: tokenizer.encode(text)}], shape));
const rule = ${ruleOf(value).code};
const prompt = Array.from(tokenizer.encode(${JSON.stringify(value.context)}));
const config = {predict: (context) => logProbs(model, context), prompt, length: ${SAMPLE}, rule, key: key(11)};
console.log(tokenizer.decode([...prompt, ...Array.from(generate(config), ({token}) => token)]));`,
    rows: (_, {before, after, drawn, order}) => order.map((id) => ({character: tokenizer.vocabulary.tokens[id], before: before[id], after: after[id], drawn: drawn[id]})) // prettier-ignore
  });
}
