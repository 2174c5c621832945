import {NEVER, of} from "/lib/rxjs.js";
import {hash, remote, seek, timeline, type Frame, type Seekable} from "/lib/index.js";
import type {TensorMlpConfig, TensorMlpMetrics} from "/lib/stages/autodiff/tensors.js";
import {select, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import {abortable} from "../../../components/rx.js";
import {tensorsWorker} from "./workers.js";
import {DATASETS, type Dataset} from "./mlpSurfaceSettings.js";

const STEPS = 1000;
const EVERY = 50;
const stops: readonly number[] = Array.from({length: STEPS / EVERY}, (_, i) => EVERY * (i + 1));

interface Value {
  readonly dataset: Dataset;
  readonly width: number;
  readonly seed: number;
}

interface Proof {
  readonly page: readonly string[];
  readonly worker: readonly string[];
}

const sameBitsConfig = ({dataset, width, seed}: Value): TensorMlpConfig => ({
  dataset,
  hidden: [width, width],
  seed
});

/** The command that computes the same list in Node. */
const sameBitsCommand = (value: Value): string => `node --input-type=module -e '
import {hash, timeline} from "llm-first-principles";
import {tensorMlp} from "llm-first-principles/stages/autodiff/tensors";
const run = timeline(tensorMlp, ${JSON.stringify(sameBitsConfig(value))
  .replace(/"(\w+)":/g, "$1: ")
  .replaceAll(",", ", ")});
for (let step = ${EVERY}; step <= ${STEPS}; step += ${EVERY}) console.log(step, hash(run.at(step).state));'`;

/** A hash for each stop of a run, which is kept until the last. */
async function hashes<S>(
  run: Seekable<TensorMlpConfig, S, TensorMlpMetrics>,
  hashOf: (state: S) => string,
  signal: AbortSignal,
  reached: (frame: Frame<S, TensorMlpMetrics>) => void
): Promise<readonly string[]> {
  const held = NEVER.pipe(seek(run)).subscribe({error: () => undefined}); // the questions hear of it
  const list: string[] = [];
  try {
    for (const step of stops) list.push(hashOf((await abortable(of(step).pipe(seek(run)), signal, reached)).state));
  } finally {
    held.unsubscribe();
  }
  return list;
}

async function prove(value: Value, {signal, progress}: Work): Promise<Proof> {
  const {tensorMlp} = await import("/lib/stages/autodiff/tensors.js");
  const config = sameBitsConfig(value);
  const here = timeline(tensorMlp, config, {memory: {snapshots: 1}});
  const there = remote<TensorMlpConfig, string, TensorMlpMetrics>(() => tensorsWorker("same-bits"), {
    stage: "tensorMlp",
    config
  });
  const [page, worker] = await Promise.all([
    hashes(here, hash, signal, ({step}) => progress({step, of: STEPS})),
    hashes(
      there,
      (state) => state,
      signal,
      () => undefined
    )
  ]);
  return {page, worker};
}

const equal = ({page, worker}: Proof): number => page.filter((one, i) => one === worker[i]).length;

/** A network trained on tensors, on the page and in a worker: hashes of all its parameters and of all that AdamW knows. */
export function sameBits(name = "same-bits") {
  return figure<Value, Proof>({
    name,
    title: "The same bits, on the page and in a worker",
    caption: `A network on float32 tensors learns for ${STEPS} steps of AdamW, twice. Every ${EVERY} steps all its numbers, and both means that AdamW keeps of each gradient, are hashed: 128 bits that would differ if one bit of the state did.`,
    interactive: true,
    controls: {
      dataset: select<Dataset>(["twoMoons", "xor", "circles", "spirals"], {
        label: "Points",
        format: (id) => DATASETS[id]
      }),
      width: slider([4, 32], {label: "Neurons a layer", value: 16, step: 4}),
      seed: slider([1, 9], {label: "Seed", value: 1})
    },
    compute: prove,
    draw: (value, {width, result}) => {
      const shown = (digits: string) => (width >= 620 ? digits : `${digits.slice(0, 9)}…`);
      const cell = (place: string, digits = "") => {
        const code = element("code", {className: place, title: digits}, shown(digits));
        code.dataset["hash"] = digits;
        return element("td", {}, code);
      };
      const head = ["Step", "Page", "Worker", "Equal"].map((text) => element("th", {scope: "col"}, text));
      const rows = stops.map((step, i) =>
        element(
          "tr",
          {},
          element("th", {scope: "row"}, String(step)),
          cell("on-page", result.page[i]),
          cell("in-worker", result.worker[i]),
          element("td", {}, result.page[i] === result.worker[i] ? "yes" : "no")
        )
      );
      return element(
        "div",
        {},
        element(
          "table",
          {className: "same-bits"},
          element("thead", {}, element("tr", {}, ...head)),
          element("tbody", {}, ...rows)
        ),
        element(
          "p",
          {className: "fig-note"},
          `${equal(result)} of ${stops.length} equal. In a project with the package installed, the code below prints the same list in Node.`
        )
      );
    },
    describe: (value, result) =>
      `${DATASETS[value.dataset]}, two layers of ${value.width} neurons, seed ${value.seed}: of ${stops.length} hashes over ${STEPS} steps, ${equal(result)} are equal on the page and in the worker. The last one is ${result.page.at(-1) ?? ""}.`,
    code: sameBitsCommand,
    rows: (_, {page, worker}) => stops.map((step, i) => ({step, page: page[i], worker: worker[i]}))
  });
}
