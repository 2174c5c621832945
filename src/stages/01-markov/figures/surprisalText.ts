import {log2, toBits, type CorpusText} from "/lib/index.js";
import {distribution, score} from "/lib/stages/markov.js";
import {bars} from "../../../components/chart/bars.js";
import {moved, settled} from "../../../components/figure/control.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {heat} from "../../../components/chart/heatmap.js";
import {counted, encoded, fitted, show} from "../model/models.js";

const SIZE = 100;

interface Value {
  readonly sentence: string;
  readonly order: number;
  readonly at: number;
}

interface Result {
  readonly characters: readonly string[];
  readonly bits: readonly number[];
  readonly mean: number;
  /** What the model would have guessed at the character looked at. */
  readonly guesses: readonly {readonly token: string; readonly p: number}[];
}

/** The surprisal of each character of a sentence, under a model of the order that the reader chooses. */
export function surprisalText(corpus: CorpusText, name = "surprisal-text") {
  const {tokenizer} = encoded(corpus.text);
  const {tokens} = tokenizer.vocabulary;
  const known = new Set(tokens);
  const at = slider([1, SIZE], {label: "Look at character", value: 15});
  const lookAt = (n: number, settle: boolean) => {
    if (at.value === n) return;
    at.value = n;
    moved(at);
    if (settle) settled(at);
  };
  const placeOf = ({at, sentence}: Value) => Math.min(at, Array.from(sentence).length) - 1;

  const compute = (value: Value): Result => {
    const predictor = fitted(counted(corpus.text, value.order), "kneser-ney");
    const ids = Array.from(tokenizer.encode(value.sentence));
    const bits = Array.from(score(predictor, ids), (x) => toBits(0 - x));
    const p = distribution(predictor, ids.slice(0, placeOf(value))) ?? new Float64Array();
    const best = Array.from(p.keys())
      .sort((i, j) => (p[j] ?? 0) - (p[i] ?? 0))
      .slice(0, 3);
    return {
      characters: ids.map((id) => tokens[id] ?? ""),
      bits,
      mean: bits.reduce((sum, x) => sum + x, 0) / bits.length,
      guesses: best.map((id) => ({token: tokens[id] ?? "", p: p[id] ?? 0}))
    };
  };
  const said = (value: Value, {characters, bits, guesses}: Result): string => {
    const i = placeOf(value);
    const context = characters
      .slice(Math.max(0, i - value.order), i)
      .map(show)
      .join("");
    const before = value.order === 0 || i === 0 ? "without context" : `after “${context}”`;
    return `“${show(characters[i] ?? "")}” ${before}: probability ${(2 ** -(bits[i] ?? 0)).toPrecision(3)}, surprisal ${(bits[i] ?? 0).toFixed(2)} bits. Likeliest here: ${guesses.map(({token, p}) => `${show(token)} ${(100 * p).toFixed(0)}%`).join(", ")}.`;
  };

  return figure<Value, Result>({
    name,
    title: "A sentence, and how it surprises",
    caption:
      "The model has read the opening chapters; the sentence at first stands in a later one. The stronger the shade, the more bits the character costs. Point at a character, or move the slider, to see what was expected there.",
    interactive: true,
    source: corpus,
    controls: {
      sentence: textInput({
        label: "Sentence",
        value: "It was the whiteness of the whale that above all things appalled me.",
        size: SIZE,
        rule: "1 to 100 characters that the text has",
        example: "I write my own sentence.",
        valid: (text) => text !== "" && Array.from(text).every((c) => known.has(c))
      }),
      order: slider([0, 5], {label: "Order", value: 3}),
      at
    },
    compute,
    draw: (value, {width, result}) => {
      const {characters, bits, mean} = result;
      const chosen = placeOf(value);
      const spans = characters.map((c, i) => {
        const span = element("span", {title: `${(bits[i] ?? 0).toFixed(2)} bits`}, c === " " ? "\u00a0" : show(c));
        span.style.background = heat("loss-validation", Math.min(0.6, (bits[i] ?? 0) / 16));
        if (i === chosen) span.className = "chosen";
        span.addEventListener("pointerenter", () => lookAt(i + 1, false));
        span.addEventListener("click", () => lookAt(i + 1, true));
        return span;
      });
      const named = width / characters.length > 8;
      return element(
        "div",
        {},
        element("p", {className: "surprising"}, ...spans),
        element("p", {className: "surprise-told"}, said(value, result)),
        bars({
          width,
          height: 170,
          label: "Surprisal, bits",
          meaning: "loss-validation",
          outlined: "ink",
          max: Math.max(10, ...bits) * 1.04,
          note: `mean ${mean.toFixed(2)} bits`,
          bars: characters.map((c, i) => ({
            name: named ? show(c) : "",
            value: bits[i] ?? 0,
            ...(i === chosen ? {outline: bits[i] ?? 0} : {})
          }))
        })
      );
    },
    describe: (value, result) => {
      const {characters, bits, mean} = result;
      const worst = bits.indexOf(Math.max(...bits));
      return `“${value.sentence}” under order ${value.order}: ${mean.toFixed(2)} bits per character on average; the most surprising is character ${worst + 1}, “${show(characters[worst] ?? "")}”, with ${(bits[worst] ?? 0).toFixed(2)} bits. A uniform guess would pay ${log2(tokens.length).toFixed(2)} bits. ${said(value, result)}`;
    },
    code: ({sentence, order}) => `import {characterTokenizer, toBits} from "llm-first-principles";
import {countNgrams, kneserNey, score} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const shape = {order: ${order}, vocabSize: tokenizer.vocabulary.tokens.length};
const model = kneserNey()(countNgrams([{ids: tokenizer.encode(text)}], shape));
const sentence = ${JSON.stringify(sentence)};
const nats = score(model, tokenizer.encode(sentence)); // log-probabilities
Array.from(sentence).forEach((c, i) => console.log(c, toBits(-nats[i]).toFixed(2)));`,
    rows: (_, {characters, bits}) => characters.map((character, i) => ({character, bits: bits[i]}))
  });
}
