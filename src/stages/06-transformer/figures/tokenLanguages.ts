import {table} from "../../../components/chart/table.js";
import {loadCorpus} from "../../../components/corpus/corpora.js";
import {element} from "../../../components/element.js";
import {select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {sentences} from "../model/sentences.js";
import {tokensDrawn} from "./tokensDrawn.js";

interface Value {
  readonly merges: string;
  readonly language: string;
}

interface Row {
  readonly language: string;
  readonly bytes: number;
  readonly pieces: readonly string[];
}

/** One sentence in seven languages, in the tokens of an English novel. */
export function tokenLanguages(name = "token-languages") {
  return figure<Value, readonly Row[]>({
    name,
    title: "The same sentence, another price",
    caption:
      "“The sea was calm, and nobody on board could sleep” in seven languages, in tokens of a BPE that learned from the opening of Moby Dick. Beside it the bytes of UTF-8, which are what the sentence takes without any merge. Below: one of the sentences in its tokens; bytes that are no whole letter are written as numbers.",
    controls: {
      merges: select<string>(["0", "250", "1000", "4000"], {label: "Merges", value: "1000"}),
      language: select<string>(
        sentences.map(({language}) => language),
        {label: "Show", value: "German"}
      )
    },
    compute: async ({merges}) => {
      const [{bytesIn, cutByBpe, tokenizerOf}, {bpeMerges, countPieces}, opening] = await Promise.all([
        import("../model/cuts.js"),
        import("/lib/tokenizers.js"),
        loadCorpus("opening")
      ]);
      const tokenizer = tokenizerOf(bpeMerges(countPieces(opening.text, "gpt2"), Number(merges)));
      return sentences.map(({language, text}) => ({
        language,
        bytes: bytesIn(text),
        pieces: cutByBpe(tokenizer, text).pieces
      }));
    },
    draw: ({language}, {result}) => {
      const most = Math.max(...result.map(({pieces}) => pieces.length));
      return element(
        "div",
        {},
        table(
          result,
          [
            {label: "Language", value: (row) => row.language},
            {label: "Bytes", value: ({bytes}) => bytes},
            {label: "Tokens", value: ({pieces}) => pieces.length, bar: most},
            {
              label: "× English",
              value: ({pieces}) => pieces.length / result[0]!.pieces.length,
              format: (x) => x.toFixed(1)
            }
          ],
          "Tokens by language"
        ),
        tokensDrawn(result.find((row) => row.language === language)!.pieces)
      );
    },
    describe: ({merges}, result) =>
      `With ${merges} merges learned from English: ${result.map(({language, bytes, pieces}) => `${language} ${pieces.length} tokens for ${bytes} bytes`).join(", ")}.`,
    code: ({merges}) => `import {bpeTokenizer, trainBpe} from "llm-first-principles/tokenizers";

const english = "the sea was calm, and nobody could sleep. the sea, the sea. ".repeat(4); // or a book
const {encode} = bpeTokenizer(trainBpe(english, {size: 256 + ${merges}}));
for (const text of ["the sea was calm", "das Meer war ruhig", "море было спокойно"])
  console.log(text, encode(text).length);`,
    rows: (_, result) => result.map(({language, bytes, pieces}) => ({language, bytes, tokens: pieces.length}))
  });
}
