/** Early stopping: a network too large for its text is judged every 20 steps, stopped when it gets worse, and its best state is kept. */
import {readFileSync} from "node:fs";
import {bestSoFar, earlyStopping, every, run, ticks} from "llm-first-principles";
import {bengio} from "llm-first-principles/stages/neural-lm";
import {forkJoin, share, take} from "rxjs";

const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8").slice(0, 4000);
const frames = ticks().pipe(run(bengio, {corpus, learningRate: 0.01}), take(2001), every(20));

const stopped = frames.pipe(
  earlyStopping({patience: 3, of: ({metrics}) => metrics.validationLoss}),
  share() // one run for two readers; what is judged twice is measured once
);
const best = stopped.pipe(bestSoFar({of: ({metrics}) => metrics.validationLoss}));
forkJoin([stopped, best]).subscribe(([end, best]) => {
  console.log("stopped at", end.step, end.metrics.validationLoss.toFixed(3));
  console.log("best at", best.step, best.metrics.validationLoss.toFixed(3));
});
