import type {TransformerLmConfig} from "/lib/stages/transformer.js";
import {fieldsOf, literal} from "../../../components/workbench/literal.js";
import type {TextChoice} from "../../../components/corpus/textSource.js";

/** A script that repeats a run of a transformer in Node, to the bit. */
export function gptCode(
  {corpus: _text, ...settings}: TransformerLmConfig,
  choice: TextChoice,
  step: number,
  forks: readonly {readonly from: number; readonly change: Partial<TransformerLmConfig>}[]
): string {
  const text = choice.kind === "own" ? choice.name : `${choice.id}.txt`;
  const others = forks.map(
    ({from, change}) => `
const other = run.fork(${from}, ${literal(change)}); // the same past, another future
console.log(other.at(${step}).metrics.validationBitsPerCharacter);`
  );
  return `import {readFileSync} from "node:fs";
import {fold, hash, key, timeline} from "llm-first-principles";
import {sampleFrom, transformerLm} from "llm-first-principles/stages/transformer";

const corpus = readFileSync(${JSON.stringify(text)}, "utf8");
const run = timeline(transformerLm, {corpus, ${fieldsOf(settings)}}, {history: false});
const {state, metrics} = run.at(${step});
console.log(metrics.validationLoss, metrics.validationBitsPerCharacter, hash(state));
console.log(sampleFrom(run.opened(), state.params, {key: fold(key(1), 1), length: 100}));${others.join("")}`;
}
