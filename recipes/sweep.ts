/** A sweep: every combination of some settings, one run after the other, in the order of what they reached. */
import {readFileSync} from "node:fs";
import {run, ticks} from "llm-first-principles";
import {markov} from "llm-first-principles/stages/markov";
import {concatMap, from, last, map, toArray} from "rxjs";

const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8");
const orders = [1, 2, 3, 4, 5];
const smoothings = [{method: "kneser-ney"}, {method: "add-k", k: 0.1}] as const;
const grid = orders.flatMap((order) => smoothings.map((smoothing) => ({order, smoothing})));

const results = from(grid).pipe(
  concatMap((setting) =>
    ticks().pipe(
      run(markov, {corpus, ...setting}),
      last(), // the other frames are not measured, for nobody reads their metrics
      map(({metrics}) => ({...setting, bits: metrics.validationBitsPerCharacter}))
    )
  ),
  toArray(),
  map((all) => [...all].sort((a, b) => a.bits - b.bits))
);
results.subscribe((all) => {
  for (const {order, smoothing, bits} of all) console.log(bits.toFixed(3), "order", order, smoothing.method);
});
