import {generate, key, toBits, type CorpusText} from "/lib/index.js";
import {logProbs, score} from "/lib/stages/markov.js";
import {action, slider, textInput} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {counted, encoded, fitted} from "../model/models.js";

const LENGTH = 320;

interface Value {
  readonly order: number;
  readonly start: string;
  readonly again: number;
}

interface Result {
  readonly text: string;
  /** What the written text costs under the model that wrote it. */
  readonly bits: number;
}

/** A model of characters, counted on the page, that writes. */
export function trigramWriter(corpus: CorpusText, name = "trigram-writer") {
  const {tokenizer, ids} = encoded(corpus.text);
  const known = new Set(tokenizer.vocabulary.tokens);
  const write = ({order, start, again}: Value): Result => {
    const model = fitted(counted(corpus.text, order), "kneser-ney");
    const prompt = Array.from(tokenizer.encode(start));
    const predict = (context: ArrayLike<number>) => logProbs(model, context);
    const tokens = Array.from(generate({predict, prompt, length: LENGTH, key: key(again + 1)}), ({token}) => token);
    const logs = score(model, [...prompt, ...tokens], prompt.length);
    return {text: tokenizer.decode(tokens), bits: toBits(-logs.reduce((sum, x) => sum + x, 0) / LENGTH)};
  };
  const names = ["unigram", "bigram", "trigram", "four-gram", "five-gram", "six-gram"];
  return figure<Value, Result>({
    name,
    title: "A model that only counted",
    caption:
      "It has counted what follows each context of so many characters, and draws from the counts. Two characters of context make a trigram model.",
    source: corpus,
    controls: {
      order: slider([0, 5], {label: "Characters it sees", value: 2}),
      start: textInput({
        label: "Begin with",
        value: "The ",
        size: 20,
        rule: "characters that the text has",
        example: "Call me ",
        valid: (text) => [...text].every((c) => known.has(c))
      }),
      again: action({label: "Write another"})
    },
    compute: (value) => write(value),
    draw: ({order, start}, {result: {text, bits}}) =>
      element(
        "div",
        {},
        element("p", {className: "sample"}, element("b", {}, start), text),
        element(
          "p",
          {className: "machine-notes"},
          `A ${names[order] ?? ""} model, counted on ${ids.length.toLocaleString("en")} characters. What it wrote costs it ${bits.toFixed(2)} bits per character.`
        )
      ),
    describe: ({order, start}, {text, bits}) =>
      `With ${order} characters of context the model writes “${start}${text.slice(0, 160)}…”, at ${bits.toFixed(2)} bits per character.`,
    code: ({order, start, again}) => `import {characterTokenizer, generate, key} from "llm-first-principles";
import {countNgrams, kneserNey, logProbs} from "llm-first-principles/stages/markov";

const tokenizer = characterTokenizer(text);
const shape = {order: ${order}, vocabSize: tokenizer.vocabulary.tokens.length};
const model = kneserNey()(countNgrams([{ids: tokenizer.encode(text)}], shape));
const predict = (context) => logProbs(model, context);
const prompt = Array.from(tokenizer.encode(${JSON.stringify(start)}));
const written = Array.from(generate({predict, prompt, length: ${LENGTH}, key: key(${again + 1})}), ({token}) => token);
console.log(tokenizer.decode([...prompt, ...written]));`,
    rows: ({order, start}, {text, bits}) => [{order, text: start + text, bitsPerCharacter: bits}]
  });
}
