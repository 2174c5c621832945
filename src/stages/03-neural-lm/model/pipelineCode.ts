import type {BengioConfig} from "/lib/stages/neural-lm.js";
import {fieldsOf} from "../../../components/workbench/literal.js";

/** The playground's pipeline as a reader would write it in a project, with the present settings. */
export const pipelineCode = ({
  corpus: _text,
  ...settings
}: BengioConfig): string => `import {readFileSync} from "node:fs";
import {every, run, ticks} from "llm-first-principles";
import {takeWhile} from "rxjs";
import {bengio} from "llm-first-principles/stages/neural-lm";

const corpus = readFileSync("text.txt", "utf8");
const config = {corpus, ${fieldsOf(settings)}};

ticks()
  .pipe(run(bengio, config), every(10), takeWhile(({step}) => step <= 1000))
  .subscribe(({step, metrics}) => console.log(step, metrics.validationBitsPerCharacter.toFixed(3)));`;
