/** Stopping from outside: an AbortSignal ends a run, here Ctrl-C or a time that is up, and the last frame is still at hand. */
import {readFileSync} from "node:fs";
import {abortedBy, hash, run, ticks} from "llm-first-principles";
import {neuralBigram} from "llm-first-principles/stages/neural-lm";
import {tap} from "rxjs";

const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8");
const controller = new AbortController();
process.once("SIGINT", () => controller.abort(new Error("Ctrl-C")));
const timeUp = AbortSignal.timeout(Number(process.argv[2] ?? 500));
timeUp.addEventListener("abort", () => controller.abort(timeUp.reason)); // Node 20 forgets what AbortSignal.any made

let last = {step: -1, state: {}};
const frames = ticks().pipe(
  run(neuralBigram, {corpus}),
  tap((frame) => (last = frame)),
  abortedBy(controller.signal)
);
frames.subscribe({
  error: (reason: Error) => {
    process.removeAllListeners("SIGINT");
    console.log("stopped by", reason.name);
    console.log("at step", last.step, hash(last.state));
  }
});
