/** A tokenizer alone, for bench/waiting.ts: prints the seconds in which it encodes a text, or learns from its end what it encodes by. */
import {readFileSync} from "node:fs";
import {readTokenizerJson} from "../lib/tokenizers.js";
import {subwords} from "../lib/tokenizers/subwords.js";

const [what, large, tokenizer] = process.argv.slice(2);
const text = readFileSync(large!, "utf8");
const size = JSON.parse(readFileSync(tokenizer!, "utf8")) as {readonly model: {readonly vocab: object}};
const end = text.slice(-20_000_000); // what `--stream` learns from, but for a tenth that it holds out
const known = readTokenizerJson(readFileSync(tokenizer!, "utf8"));
const began = performance.now();
const {encode} =
  what === "encode"
    ? known
    : subwords(Object.keys(size.model.vocab).length)(end.slice(0, Math.round(0.9 * end.length)));
encode(text);
console.log((performance.now() - began) / 1000);
