/** Runs the stage over a text, and tries another rate from halfway on. */
import {readFileSync} from "node:fs";
import {every, readText, run, ticks, timeline} from "llm-first-principles";
import {take} from "rxjs";
import {bigram} from "./bigram.js";

const file =
  process.argv[2] ??
  new URL(import.meta.resolve("llm-first-principles/package.json").replace("package.json", "README.md"));
const config = {corpus: readText(readFileSync(file), {name: String(file)})};

ticks()
  .pipe(run(bigram, config), take(201), every(50))
  .subscribe({
    next: ({step, metrics}) => console.log(step, metrics.validationLoss.toFixed(3)),
    complete: () => {
      const faster = timeline(bigram, config).fork(100, {rate: 60});
      console.log("with another rate from step 100 on:", faster.at(200).metrics.validationLoss.toFixed(3));
    }
  });
