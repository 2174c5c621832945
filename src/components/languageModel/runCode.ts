import type {LmTrainingConfig} from "/lib/stages/neural-lm.js";
import type {TextChoice} from "../corpus/textSource.js";
import {fieldsOf, literal} from "../workbench/literal.js";

/** A stage as a composer imports it. */
interface StageName {
  readonly stage: string;
  /** Of `llm-first-principles/stages/`. */
  readonly face: string;
}

/** A script that repeats a run of a language model in Node, to the bit, for a workbench. */
export const runCode =
  <C extends LmTrainingConfig>({stage, face}: StageName) =>
  (
    {corpus: _text, ...settings}: C,
    choice: TextChoice,
    step: number,
    forks: readonly {readonly from: number; readonly change: Partial<C>}[]
  ): string => {
    const text = choice.kind === "own" ? choice.name : `${choice.id}.txt`;
    const others = forks.map(
      ({from, change}) => `
const other = run.fork(${from}, ${literal(change)}); // the same past, another future
console.log(other.at(${step}).metrics.validationBitsPerCharacter);`
    );
    return `import {readFileSync} from "node:fs";
import {fold, hash, key, timeline} from "llm-first-principles";
import {${[stage, "sampleFrom"].sort().join(", ")}} from "llm-first-principles/stages/${face}";

const corpus = readFileSync(${JSON.stringify(text)}, "utf8");
const run = timeline(${stage}, {corpus, ${fieldsOf(settings)}}, {history: false});
const {state, metrics} = run.at(${step});
console.log(metrics.validationLoss, metrics.validationBitsPerCharacter, hash(state));
console.log(sampleFrom(run.opened(), state.params, {key: fold(key(1), 1), length: 100}));${others.join("")}`;
  };
