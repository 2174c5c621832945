/**
 * Where the reader's code runs in a notebook, whose frame may hold no frame: the program of the frame that a page has for
 * it runs here, and the code in the worker that it starts. Neither this frame nor its workers have a network.
 */
import {FileAttachment} from "observablehq:stdlib";
import type {Job} from "../../exercise/writeExercise.js";

const file = FileAttachment("../../../static/exercise.html");

export async function codePlace(job: Job, hear: (message: unknown) => void): Promise<() => void> {
  const page = new DOMParser().parseFromString(await file.text(), "text/html");
  const [weight, program] = ["#weight", "script:not([id])"].map((one) => page.querySelector(one)?.textContent ?? "");
  const workers: Worker[] = [];
  const started = (url: string): Worker => {
    const worker = new Worker(url);
    workers.push(worker);
    return worker;
  };
  let over = false;
  let give: ((event: {readonly data: Job; readonly source: unknown}) => void) | undefined;
  const parent = {
    postMessage: (message: {readonly type: string}) => {
      if (over) return;
      if (message.type === "ready") give?.({data: job, source: parent});
      else hear(message);
    }
  };
  const run = new Function("parent", "document", "addEventListener", "Worker", `${weight}\n${program}`);
  // `new` of a function that returns an object gives that object
  run(
    parent,
    page,
    (_: string, listener: typeof give) => (give = listener),
    function (url: string) {
      return started(url);
    }
  );
  return () => {
    over = true;
    for (const worker of workers) worker.terminate();
  };
}
