/** Training in a worker: the thread that asks stays free, and holds the run as if it were computed here. One file is both sides. */
import {readFileSync} from "node:fs";
import {isMainThread, parentPort, threadId, Worker} from "node:worker_threads";
import {remote, serve, served, strides, type RemoteOf} from "llm-first-principles";
import {bengio, sampleFrom} from "llm-first-principles/stages/neural-lm";
import {fold, key} from "llm-first-principles";

/** What travels in place of the weights: what the model writes, and where it was computed. */
const stages = {
  bengio: served(bengio, (opened) => ({step, state}) => ({
    text: sampleFrom(opened, state.params, {key: fold(key(1), step), length: 30}),
    thread: threadId
  }))
};

if (isMainThread) {
  const corpus = readFileSync("node_modules/llm-first-principles/README.md", "utf8");
  const createWorker = () => new Worker(new URL(import.meta.url)); // in a page: new Worker(url, {type: "module"})
  const run: RemoteOf<(typeof stages)["bengio"]> = remote(createWorker, {stage: "bengio", config: {corpus}});
  strides(run, {by: 20, to: 60}).subscribe(({step, state, metrics}) =>
    console.log(
      step,
      metrics.validationBitsPerCharacter.toFixed(3),
      `thread ${state.thread}`,
      JSON.stringify(state.text)
    )
  );
} else {
  serve(parentPort, stages);
}
