import {readFileSync} from "node:fs";
import {Worker} from "node:worker_threads";
import type {Answer, Ending, Job, Outcome} from "../../src/components/exercise/writeExercise.js";

/** The very script that the browser puts in its sandbox's worker, with the few names of a browser's worker. */
function workerScript(): string {
  const html = readFileSync(new URL("../../src/static/exercise.html", import.meta.url), "utf8");
  const [weight, worker] = ["weight", "worker"].map((id) => {
    const script = new RegExp(`<script[^>]*id="${id}">([^]*?)</script>`).exec(html)?.[1];
    if (script === undefined) throw new Error(`exercise.html has no script “${id}”`);
    return script;
  });
  return `const {parentPort} = require("node:worker_threads");
globalThis.self = globalThis;
self.postMessage = (message) => parentPort.postMessage(message);
parentPort.on("message", (data) => self.onmessage?.({data}));
(() => {${weight}${worker}})();`;
}

type Message = Readonly<Record<string, unknown>>;

/** Runs a job as the browser's sandbox does, in a thread that is ended after `seconds`. */
export function runInNode(job: Job, seconds = 2): Promise<Outcome> {
  const answers = new Map<number, Answer>();
  const logs: string[] = [];
  return new Promise((resolve) => {
    const worker = new Worker(workerScript(), {eval: true, stdout: true, stderr: true});
    const finish = (end: Ending) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve({answers, logs, end});
    };
    const timer = setTimeout(() => finish({kind: "time", seconds}), seconds * 1000);
    worker.on("error", (error) => finish({kind: "broke", message: error.message}));
    worker.on("message", (message: Message) => {
      const index = Number(message["index"]);
      const text = String(message["message"]);
      if (message["type"] === "log") logs.push(String(message["text"]));
      if (message["type"] === "value")
        answers.set(index, {kind: "value", value: message["value"], args: message["args"]});
      if (message["type"] === "threw") answers.set(index, {kind: "threw", message: text});
      if (message["type"] === "uncloneable") answers.set(index, {kind: "uncloneable", what: text});
      if (message["type"] === "large") answers.set(index, {kind: "large"});
      if (message["type"] === "done") finish({kind: "done"});
      if (message["type"] === "broke") finish({kind: "broke", message: text});
      if (message["type"] === "absent") finish({kind: "absent", found: String(message["found"])});
    });
    worker.postMessage(job);
  });
}
