/** A report while it is read: bundled into one script, and put into a page that has its runs with it. */
import {choice, filter, slider, toggle, type Control} from "./components/controls.js";
import {curves} from "./components/curves.js";
import {duration, least, pointsOf, throughput, type Along, type Point} from "./components/points.js";
import {sampleAt, samples} from "./components/samples.js";
import {settingRows} from "./components/settings.js";
import {unticked} from "./components/state.js";
import {table} from "./components/table.js";
import type {RunData} from "./data/runData.js";

const runs = JSON.parse(document.getElementById("runs")!.textContent) as readonly RunData[]; // as the report was written
const names = runs.map(({name}) => name);
const steps = [...new Set(runs.flatMap((run) => run.samples.map(({step}) => step)))].sort((a, b) => a - b);

const chosen = filter(names, unticked);
const smoothing = slider("Smoothing", {min: 0, max: 0.99, step: 0.01, value: 0});
const along: Control<Along> = choice("Along", [
  ["steps", "step"],
  ["minutes", "minutes"]
]);
const log = toggle("Logarithmic");
const all = toggle("Also where they agree");
const at = slider("Sample", {min: 1, max: Math.max(1, steps.length), step: 1, value: steps.length});

interface Section {
  readonly title: string;
  readonly controls: readonly HTMLElement[];
  readonly draw: (shown: readonly RunData[], width: number) => Node;
}

/** Curves of what runs measured. */
const measures = (title: string, name: string, y: string, smooth = false): Section => ({
  title,
  controls: [],
  draw: (shown, width) => {
    const series = shown.map((run) => pointsOf(run, name, along.value));
    const x = along.value === "step" ? "step" : "minutes";
    return drawn(series, {x, y, log: log.value, width, smooth});
  }
});

function drawn(
  series: readonly (readonly Point[])[],
  {
    smooth,
    ...options
  }: {readonly x: string; readonly y: string; readonly log?: boolean; readonly width: number; readonly smooth: boolean}
): Node {
  if (series.some((points) => points.length > 0))
    return curves(series, {...options, runs: names, smoothing: smooth ? smoothing.value : 0});
  return Object.assign(document.createElement("p"), {textContent: "Nothing was measured."});
}

function bestOf(shown: readonly RunData[]): HTMLElement {
  const header = [
    "run",
    "model",
    "steps",
    "least held-out loss",
    "bits a byte",
    "at step",
    "time",
    "tokens a step",
    "machine"
  ];
  return table(
    header,
    shown.map((run) => {
      const [best, last] = [least(run, "validationLoss"), run.measured.at(-1)];
      return [
        run.name,
        run.model,
        `${last?.step ?? 0} of ${run.steps}`,
        best?.y.toFixed(4) ?? "—",
        least(run, "validationBitsPerByte")?.y.toFixed(4) ?? "—",
        String(best?.x ?? "—"),
        duration(last?.seconds),
        run.tokensPerStep?.toLocaleString("en") ?? "—",
        String(run.environment["processor"] ?? "—")
      ];
    })
  );
}

const sections: readonly Section[] = [
  {title: "The best of each", controls: [], draw: bestOf},
  measures("Loss of the batch", "batchLoss", "nats a token", true),
  measures("Loss of held-out text", "validationLoss", "nats a token"),
  measures("Learning rate", "learningRate", "learning rate"),
  measures("Length of the gradient", "gradientNorm", "norm", true),
  {
    title: "Throughput",
    controls: [],
    draw: (shown, width) => drawn(shown.map(throughput), {x: "step", y: "tokens a second", width, smooth: true})
  },
  {
    title: "Settings",
    controls: [all],
    draw: (shown) => {
      const rows = settingRows(shown, all.value || shown.length === 1);
      if (rows.length > 0) return table(["setting", ...shown.map(({name}) => name)], rows);
      return Object.assign(document.createElement("p"), {textContent: "These runs agree in all their settings."});
    }
  },
  {
    title: "Samples",
    controls: [at],
    draw: (shown) => {
      const step = steps[at.value - 1] ?? 0;
      return samples(shown.map((run) => ({run: run.name, sample: sampleAt(run, step)})));
    }
  }
];

function bar(...controls: readonly HTMLElement[]): HTMLElement {
  const made = document.createElement("div");
  made.className = "controls";
  made.append(...controls);
  return made;
}

const main = document.querySelector("main")!;
const places = sections.map(({title, controls}) => {
  const heading = Object.assign(document.createElement("h2"), {textContent: title});
  const place = document.createElement("div");
  main.append(heading, ...(controls.length > 0 ? [bar(...controls)] : []), place);
  return place;
});

function draw(): void {
  const shown = runs.filter(({name}) => chosen.value.includes(name));
  sections.forEach((section, i) => places[i]!.replaceChildren(section.draw(shown, main.clientWidth)));
}

main.querySelector("h2")?.before(chosen, bar(smoothing, along, log));
main.addEventListener("input", draw);
addEventListener("resize", draw);
draw();
