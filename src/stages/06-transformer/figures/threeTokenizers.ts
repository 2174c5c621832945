import {loadCorpus} from "../../../components/corpus/corpora.js";
import {element} from "../../../components/element.js";
import {select, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Cut} from "../model/cuts.js";
import {tokensDrawn} from "./tokensDrawn.js";

interface Value {
  readonly text: string;
  readonly merges: string;
}

interface Seen {
  readonly cuts: readonly Cut[];
  readonly bytes: number;
}

const told = ({pieces, unknown, vocabulary}: Cut, bytes: number): string =>
  `${pieces.length} tokens, ${(bytes / pieces.length).toFixed(2)} bytes each, ${vocabulary.toLocaleString("en")} in the vocabulary${unknown > 0 ? `, ${unknown} unknown` : ""}`;

/** The same text in characters, in words and in pieces. */
export function threeTokenizers(name = "three-tokenizers") {
  return figure<Value, Seen>({
    name,
    title: "Characters, words, pieces",
    caption:
      "Three tokenizers that learned from the opening of Moby Dick, on any text. What a tokenizer has never seen is a question mark. Words and pieces have the space before them, and other signs are tokens of their own.",
    controls: {
      text: textInput({
        label: "Text",
        value: "The whaleman’s laptop unexpectedly emitted whale-song at 12°C",
        size: 120,
        valid: (text) => [...text].length >= 2,
        rule: "2 to 120 characters",
        example: "Call me Ishmael, said the naïve robot"
      }),
      merges: select<string>(["0", "250", "1000", "4000"], {label: "Merges of BPE", value: "1000"})
    },
    compute: async ({text, merges}) => {
      const [{bytesIn, cutThreeWays}, opening] = await Promise.all([import("../model/cuts.js"), loadCorpus("opening")]);
      return {cuts: cutThreeWays(opening.text, Number(merges), text), bytes: bytesIn(text)};
    },
    draw: (_, {result: {cuts, bytes}}) =>
      element(
        "div",
        {},
        ...cuts.flatMap((cut) => [
          element("p", {className: "cut-name"}, `${cut.name}: ${told(cut, bytes)}`),
          tokensDrawn(cut.pieces)
        ])
      ),
    describe: ({text}, {cuts, bytes}) =>
      `“${text}”. ${cuts.map((cut) => `${cut.name}: ${told(cut, bytes)}: ${cut.pieces.map((piece) => `“${piece}”`).join(", ")}`).join(". ")}.`,
    code: ({text}) => `import {bpeTokenizer, trainBpe} from "llm-first-principles/tokenizers";

const book = "the whale, the white whale, the whale of whales. ".repeat(4); // or a longer one
const {encode, vocabulary} = bpeTokenizer(trainBpe(book, {size: 280}));
const ids = encode(${JSON.stringify(text)});
console.log(ids.length, Array.from(ids, (id) => vocabulary.tokens[id]).join("|"));`,
    rows: (_, {cuts}) => cuts.flatMap(({name: tokenizer, pieces}) => pieces.map((token) => ({tokenizer, token})))
  });
}
