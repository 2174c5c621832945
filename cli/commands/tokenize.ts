import {mkdirSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import type {Command} from "commander";
import {oneOf} from "llm-first-principles";
import {EXIT} from "../exit.js";
import {asFlags} from "../settings/settle.js";
import {jsonLine, type Terminal} from "../terminal.js";
import {commandOf, wholeOf} from "./command.js";

type Ended = (code: number) => void;

const TRAIN = `
llmfp tokenize train shakespeare.txt --size 1024 --out tokenizer.json
llmfp tokenize train texts/ --kind unigram --size 8000 --special "<s>" --special "</s>" --out spm.json`;
const ENCODE = `
echo "To be" | llmfp tokenize encode tokenizer.json
llmfp tokenize encode tokenizer.json names.txt --lines --json > names.jsonl`;
const DECODE = `
echo "84 111 32" | llmfp tokenize decode tokenizer.json
llmfp tokenize decode tokenizer.json names.jsonl --lines`;

const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

interface TrainFlags {
  readonly kind: string;
  readonly size: string;
  readonly split: string;
  readonly special?: readonly string[];
  readonly field?: string;
  readonly out: string;
  readonly json?: boolean;
}

function trainSubcommand(terminal: Terminal, ended: Ended): Command {
  return commandOf("train", "Learn a tokenizer from a text", TRAIN)
    .argument("<corpus...>", "files, folders (all .txt, .md, .jsonl and .parquet beneath), or - for stdin")
    .option("--kind <name>", "bpe (byte-level), wordpiece or unigram", "bpe")
    .option("--size <n>", "tokens of the vocabulary", "1024")
    .option("--split <name>", "how BPE cuts texts into pieces: gpt2, cl100k, o200k or none", "gpt2")
    .option("--special <token>", "a token that no text is cut within; may be given several times", several)
    .option("--field <name>", "of records, in .jsonl and .parquet, and of stdin if it is named (default: text)")
    .option("--out <file>", "the tokenizer.json; its tokenizer_config.json goes beside it", "tokenizer.json")
    .option("--json", "what was made, as a line of JSON")
    .action(async (paths: readonly string[], flags: TrainFlags) => {
      const [{readCorpus}, {KINDS, SPLITS, trainTokenizer}, {writeTokenizerJson}, {writeWhole}] = await Promise.all([
        import("../files/corpus.js"),
        import("../tokenize/trainTokenizer.js"),
        import("llm-first-principles/tokenizers"),
        import("../files/writeWhole.js")
      ]);
      const kind = oneOf("--kind", flags.kind, KINDS);
      const split = oneOf("--split", flags.split, SPLITS);
      const size = wholeOf("--size", flags.size, 1);
      const {text} = await readCorpus(paths, flags.field);
      const tokenizer = asFlags(() => trainTokenizer(text, {kind, size, split, special: flags.special ?? []}));
      const files = writeTokenizerJson(tokenizer);
      mkdirSync(dirname(resolve(flags.out)), {recursive: true});
      writeWhole(flags.out, files["tokenizer.json"]);
      writeWhole(join(dirname(flags.out), "tokenizer_config.json"), files["tokenizer_config.json"]);
      const tokens = tokenizer.vocabulary.tokens.length;
      const bytesPerToken = Buffer.byteLength(text) / tokenizer.encode(text).length;
      terminal.out(
        flags.json === true
          ? jsonLine({out: flags.out, kind, tokens, bytesPerToken})
          : `${flags.out}: ${kind} of ${tokens} tokens, ${bytesPerToken.toFixed(2)} bytes a token on its text\n`
      );
      ended(EXIT.good);
    });
}

interface CodingFlags {
  readonly runs: string;
  readonly lines?: boolean;
  readonly json?: boolean;
}

const coding = (command: Command, what: string): Command =>
  command
    .argument("<tokenizer>", "a tokenizer.json, a folder that has one, a run, or a .gguf file")
    .argument("[files...]", `${what}; stdin unless they are named`)
    .option("--lines", "each line by itself")
    .option("--runs <dir>", "where runs lie that are named without a folder", "runs");

function encodeSubcommand(terminal: Terminal, ended: Ended): Command {
  return coding(commandOf("encode", "Write the ids of a text", ENCODE), "texts")
    .option("--json", "lists of JSON instead of numbers with spaces between")
    .action(async (name: string, paths: readonly string[], {runs, lines = false, json = false}: CodingFlags) => {
      const [{textOf}, {readTokenizer}, {idLine, linesOf}] = await Promise.all([
        import("../files/corpus.js"),
        import("../tokenize/readTokenizer.js"),
        import("../tokenize/idLines.js")
      ]);
      const {encode} = await readTokenizer(name, runs);
      const text = textOf(paths.length === 0 ? ["-"] : paths);
      for (const part of lines ? linesOf(text) : [text])
        for (const piece of idLine(encode(part), json)) terminal.out(piece);
      ended(EXIT.good);
    });
}

function decodeSubcommand(terminal: Terminal, ended: Ended): Command {
  return coding(commandOf("decode", "Write the text of ids", DECODE), "ids, as numbers or as lists of JSON").action(
    async (name: string, paths: readonly string[], {runs, lines = false}: CodingFlags) => {
      const [{textOf}, {readTokenizer}, {idsOf, linesOf}] = await Promise.all([
        import("../files/corpus.js"),
        import("../tokenize/readTokenizer.js"),
        import("../tokenize/idLines.js")
      ]);
      const {decode} = await readTokenizer(name, runs);
      const text = textOf(paths.length === 0 ? ["-"] : paths);
      const ids = linesOf(text).map((line, i) => idsOf(line, `line ${i + 1}`));
      if (lines) for (const row of ids) terminal.out(`${decode(row)}\n`);
      else terminal.out(decode(ids.flat()));
      ended(EXIT.good);
    }
  );
}

/** Learns tokenizers, and turns texts into ids and back. */
export const tokenizeCommand = (terminal: Terminal, ended: Ended): Command =>
  commandOf("tokenize", "Learn a tokenizer; turn texts into ids, and ids into texts", `${TRAIN}${ENCODE}${DECODE}`)
    .addCommand(trainSubcommand(terminal, ended))
    .addCommand(encodeSubcommand(terminal, ended))
    .addCommand(decodeSubcommand(terminal, ended));
