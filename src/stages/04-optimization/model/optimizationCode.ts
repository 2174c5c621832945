import type {BengioConfig} from "/lib/stages/neural-lm.js";
import {fieldsOf} from "../../../components/workbench/literal.js";

/** The playground's race as a reader would write it in a project, with the present settings. */
export const optimizationCode = ({
  corpus: _text,
  ...settings
}: BengioConfig): string => `import {readFileSync} from "node:fs";
import {every, run, ticks} from "llm-first-principles";
import {bengio} from "llm-first-principles/stages/neural-lm";
import {merge, map, takeWhile} from "rxjs";

const corpus = readFileSync("names.txt", "utf8");
const config = {corpus, ${fieldsOf(settings)}};
const train = (optimizer, learningRate) =>
  ticks().pipe(
    run(bengio, {...config, optimizer, learningRate}),
    every(20),
    takeWhile(({step}) => step <= 400),
    map(({step, metrics}) => ({optimizer, step, loss: metrics.validationLoss}))
  );

merge(train("sgd", 0.3), train("adamw", 0.01), train("muon", 0.01))
  .subscribe((row) => console.log(row));`;
