import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {table} from "../../../components/chart/table.js";
import {shareFrom} from "../model/speedup.js";
import type {ThreadsJob, ThreadsTimed} from "../worker-threads.js";
import {threadsWorker} from "./workers.js";

interface Value {
  readonly width: "32" | "64" | "128";
  readonly threads: "2" | "4";
}

type Timed = Extract<ThreadsTimed, {readonly kind: "timed"}>;

/** Asks a worker of its own to time a step, alone and with helpers. */
const timed = (job: ThreadsJob, signal: AbortSignal): Promise<Timed> => {
  const worker = threadsWorker("a step on threads");
  return new Promise<Timed>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("Not wanted any more.", "AbortError")));
    worker.onerror = ({message}) => reject(new Error(message || "The worker could not be loaded."));
    worker.onmessage = ({data}: MessageEvent<ThreadsTimed>) =>
      data.kind === "timed" ? resolve(data) : reject(new Error(data.message));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
};

const known = new Map<string, Timed>();
const milliseconds = (x: number): string => `${x.toFixed(x < 10 ? 2 : 0)} ms`;

/** A training step on one thread and on several, on the reader’s machine. */
export function twoThreads(name = "two-threads") {
  const told = ({width, threads}: Value, {opened, alone, together, same}: Timed): string =>
    opened === 1
      ? `Width ${width}, asked for ${threads} threads: this page may not share memory between threads, so one computed, in ${milliseconds(alone)}. The switch on this page asks your browser to allow it.`
      : `Width ${width}, ${opened} threads: ${milliseconds(alone)} alone, ${milliseconds(together)} together, ${(alone / together).toFixed(2)} times as fast, ${alone > together ? `as if ${(100 * shareFrom(alone / together, opened)).toFixed(0)}% of the step could be divided` : "which is no gain: the step is too small, or the other cores are busy"}. The parameters after the step are ${same ? "the same, bit for bit" : "not the same"}.`;
  return figure<Value, Timed>({
    name,
    title: "A step on your machine’s cores",
    caption:
      "A training step of a transformer of two blocks, 12 windows of 64 letters, timed in a worker: the best of five, on one thread and on several, whose kernels share one memory. What Amdahl’s law makes of the two is the share of the step that was divided. Other work on your machine disturbs it.",
    controls: {
      width: choice<Value["width"]>(["32", "64", "128"], {label: "Width", value: "64"}),
      threads: choice<Value["threads"]>(["2", "4"], {label: "Threads"})
    },
    heavy: () => "times a dozen steps, some seconds",
    compute: async ({width, threads}, {signal}) => {
      const key = `${width} ${threads}`;
      const result = known.get(key) ?? (await timed({width: Number(width), threads: Number(threads)}, signal));
      known.set(key, result);
      return result;
    },
    draw: (value, {result}) =>
      element(
        "div",
        {},
        table(
          [
            {threads: 1, time: result.alone},
            {threads: result.opened, time: result.together}
          ].slice(0, result.opened === 1 ? 1 : 2),
          [
            {label: "Threads", value: (row) => row.threads},
            {label: "Time of a step", value: (row) => row.time, format: milliseconds}
          ]
        ),
        element("p", {className: "fig-note"}, told(value, result))
      ),
    describe: told,
    rows: (_, {opened, alone, together}) => [
      {threads: 1, milliseconds: alone},
      {threads: opened, milliseconds: together}
    ]
  });
}
