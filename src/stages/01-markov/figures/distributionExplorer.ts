import {
  chain,
  entropy,
  generate,
  key,
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
import {distribution, logProbs} from "/lib/stages/markov.js";
import {bars} from "../../../components/chart/bars.js";
import {choice, slider, textInput} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {counted, encoded, fitted, show} from "../model/models.js";
import {temperatureAt, temperatureSlider} from "./temperatureSlider.js";

const ORDER = 3;
const SHOWN = 24;
const DRAWS = 1000;
const SAMPLE = 240;

type Cut = "all" | "top-k" | "top-p" | "min-p" | "typical";

interface Value {
  readonly context: string;
  /** A position of the temperature's slider. */
  readonly T: number;
  readonly cut: Cut;
  readonly amount: number;
}

/** What the slider of a cut means: its name, its value as a rule takes it, and both in words. */
const meanings: Record<
  Cut,
  {readonly label: string; readonly value: (amount: number) => string; readonly words: (amount: number) => string}
> = {
  all: {label: "Cut nothing", value: () => "–", words: () => "every character"},
  "top-k": {label: "Characters, k", value: String, words: (n) => `the ${n} likeliest characters`},
  "top-p": {
    label: "Their mass, p",
    value: (n) => (n / 100).toFixed(2),
    words: (n) => `the fewest characters that have ${n}% together`
  },
  "min-p": {
    label: "Share of the top, p",
    value: (n) => (n / 100).toFixed(2),
    words: (n) => `characters with at least ${n}% of the likeliest's probability`
  },
  typical: {
    label: "Their mass",
    value: (n) => (n / 100).toFixed(2),
    words: (n) => `the most typical characters, ${n}% of the mass`
  }
};

/** The rule that a value stands for, and how it is written. */
function ruleOf({T, cut, amount}: Value): {readonly rule: LogitsRule; readonly code: string} {
  const heat = temperatureAt(T);
  const heated = `temperature(${heat})`;
  const cuts: Record<Cut, LogitsRule | undefined> = {
    all: undefined,
    "top-k": topK(amount),
    "top-p": topP(amount / 100),
    "min-p": minP(amount / 100),
    typical: typical(amount / 100)
  };
  const names = {
    all: "",
    "top-k": `topK(${amount})`,
    "top-p": `topP(${amount / 100})`,
    "min-p": `minP(${amount / 100})`,
    typical: `typical(${amount / 100})`
  };
  const cutting = cuts[cut];
  return cutting
    ? {rule: chain(temperature(heat), cutting), code: `chain(${heated}, ${names[cut]})`}
    : {rule: temperature(heat), code: heated};
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
    const config = {
      predict: (c: ArrayLike<number>) => logProbs(predictor, c),
      prompt: contextOf(value.context),
      length: SAMPLE,
      rule: ruleOf(value).rule,
      key: key(11)
    };
    return tokenizer.decode(Array.from(generate(config), ({token}) => token));
  };

  const cut = choice<Cut>(["all", "top-k", "top-p", "min-p", "typical"], {label: "Keep"});
  const amount = slider([1, 100], {label: "How much", value: 90, format: (n) => meanings[cut.value].value(n)});
  const sliderName = amount.querySelector("label");
  return figure<Value, ReturnType<typeof look>>({
    name,
    title: "One distribution, bent and cut",
    caption: `Outlined: what may follow in the model's eyes. Filled: what is left to draw from. The lower bars are ${DRAWS.toLocaleString("en")} draws. Below, a text written with these settings, always from the same random key.`,
    source: corpus,
    controls: {
      context: textInput({
        label: "After",
        value: "the",
        size: 6,
        rule: "Characters that the text has.",
        example: "whale",
        valid: (text) => Array.from(text.replaceAll("·", " ")).every((c) => known.has(c))
      }),
      T: temperatureSlider(0.8),
      cut,
      amount
    },
    compute: (value) => look(value),
    draw: (value, {width, result: {before, after, order, drawn, nats, kept}}) => {
      amount.disabled = value.cut === "all";
      if (sliderName) sliderName.textContent = meanings[value.cut].label;
      amount.value = value.amount; // writes its number anew, for it means another thing now
      const some = order.slice(0, width < 560 ? 12 : SHOWN);
      const of = (list: Float64Array) => some.map((id) => 100 * (list[id] ?? 0));
      const names = some.map((id) => show(tokenizer.vocabulary.tokens[id] ?? ""));
      const max = Math.max(10, ...of(before), ...of(after)) * 1.04;
      return element(
        "div",
        {},
        bars({
          width,
          height: 250,
          label: "Probability, %",
          max,

          note: `${kept} kept · ${toBits(nats).toFixed(2)} bits${width < 480 ? "" : ` · effectively ${perplexity(nats).toFixed(1)} characters`}`,
          bars: some.map((_, i) => ({
            name: names[i] ?? "",
            value: of(after)[i] ?? 0,
            outline: of(before)[i] ?? 0,
            excluded: of(after)[i] === 0
          }))
        }),
        bars({
          width,
          height: 150,
          label: `Share of ${DRAWS.toLocaleString("en")} draws, %`,
          max,
          meaning: "data",
          outlined: "probability",
          bars: some.map((_, i) => ({name: names[i] ?? "", value: of(drawn)[i] ?? 0, outline: of(after)[i] ?? 0}))
        }),
        element("p", {className: "sample"}, element("b", {}, value.context.replaceAll(" ", "·")), write(value))
      );
    },
    describe: (value, {after, nats, kept}) => {
      const best = Array.from(after.keys())
        .sort((i, j) => (after[j] ?? 0) - (after[i] ?? 0))
        .slice(0, 3)
        .map((id) => `${show(tokenizer.vocabulary.tokens[id] ?? "")} with ${(100 * (after[id] ?? 0)).toFixed(1)}%`);
      return `After “${value.context}”, at temperature ${temperatureAt(value.T) === Infinity ? "infinity" : temperatureAt(value.T)}, keeping ${meanings[value.cut].words(value.amount)}: ${kept} characters can follow, most likely ${best.join(", ")}. The entropy is ${toBits(nats).toFixed(2)} bits, as of ${perplexity(nats).toFixed(1)} equally likely characters. The model writes: “${write(value).slice(0, 80)}”.`;
    },
    code: (
      value
    ) => `import {characterTokenizer, generate, key, chain, temperature, topK, topP, minP, typical} from "llm-first-principles";
import {countNgrams, kneserNey, logProbs} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const shape = {order: ${ORDER}, vocabSize: tokenizer.vocabulary.tokens.length};
const model = kneserNey()(countNgrams([{ids: tokenizer.encode(text)}], shape));
const rule = ${ruleOf(value).code};
const prompt = Array.from(tokenizer.encode(${JSON.stringify(value.context)}));
const config = {predict: (context) => logProbs(model, context), prompt, length: ${SAMPLE}, rule, key: key(11)};
console.log(tokenizer.decode([...prompt, ...Array.from(generate(config), ({token}) => token)]));`,
    rows: (_, {before, after, drawn, order}) =>
      order.map((id) => ({
        character: tokenizer.vocabulary.tokens[id],
        before: before[id],
        after: after[id],
        drawn: drawn[id]
      }))
  });
}
