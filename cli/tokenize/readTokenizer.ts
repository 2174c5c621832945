import {existsSync, readFileSync, statSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Tokenizer} from "llm-first-principles";
import {readTokenizerJson} from "llm-first-principles/tokenizers";

const text = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** The tokenizer of a tokenizer.json, of a folder that has one, of a run or of a GGUF file. */
export async function readTokenizer(name: string, runs: string): Promise<Tokenizer> {
  const inFolder = join(name, "tokenizer.json");
  const file = existsSync(inFolder) ? inFolder : name;
  const isJson = file.endsWith(".json") && existsSync(file) && statSync(file).isFile();
  if (!isJson) return (await import("../models/load.js")).load(name, runs, {}).tokenizer; // with it comes the whole engine
  return readTokenizerJson(readFileSync(file, "utf8"), text(join(dirname(file), "tokenizer_config.json")));
}
