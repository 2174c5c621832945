/** A run read by `for await`: no operators, no subscriptions, and leaving the loop ends the run. */
import {readFileSync} from "node:fs";
import {run, ticks, toAsyncIterable} from "llm-first-principles";
import {bengio} from "llm-first-principles/stages/neural-lm";

const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8");
const frames = ticks().pipe(run(bengio, {corpus}));

let before = Infinity;
for await (const {step, metrics} of toAsyncIterable(frames, {keep: "latest"})) {
  // while this body works or waits, the run goes on: "latest" drops what nobody took
  await new Promise((resolve) => setTimeout(resolve, 20));
  const bits = metrics.validationBitsPerCharacter;
  console.log(step, bits.toFixed(3), bits < before ? "better" : "worse");
  before = bits;
  if (bits < 4.5 || step > 2000) break;
}
console.log("the run has ended");
