import {fieldsOf} from "../../../components/workbench/literal.js";
import {mapConfig, type MapSettings} from "./embeddingSpec.js";

/** A script that trains the vectors of the map in Node, and compares two of them. */
export function embeddingCode(settings: MapSettings, step: number): string {
  const {corpus: _text, ...config} = mapConfig(settings, "");
  return `import {readFileSync} from "node:fs";
import {timeline} from "llm-first-principles";
import {bengio} from "llm-first-principles/stages/neural-lm";

const corpus = readFileSync("${settings.text}.txt", "utf8");
const run = timeline(bengio, {corpus, ${fieldsOf(config)}}, {history: false});
const {data, shape} = run.at(${step}).state.params.embedding.weight;
const {tokens} = run.opened().tokenizer.vocabulary;
const row = (token) => data.subarray(tokens.indexOf(token) * shape[1], (tokens.indexOf(token) + 1) * shape[1]);
const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const cosine = (a, b) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
console.log(cosine(row("a"), row("o")), cosine(row("a"), row("t")));`;
}
