import {FileAttachment} from "observablehq:stdlib";
import type {LmMetrics, TransformerLmConfig} from "/lib/stages/transformer.js";
import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {heat, heatmap} from "../../../components/chart/heatmap.js";
import {element} from "../../../components/element.js";
import {action, choice, select} from "../../../components/figure/controls.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {abortable} from "../../../components/rx.js";
import type {TaskCourse} from "../model/taskCourse.js";
import type {TaskSeen} from "../model/taskSeen.js";
import {firstTask, sourcesOf, TASKS, TASK_EVERY, TASK_STEPS, type TaskName, type TaskSettings} from "../model/tasks.js";
import {attentionWorker} from "./attentionWorker.js";

interface Value {
  readonly task: TaskName;
  readonly layers: "1" | "2";
  readonly draw: number;
  readonly time: Moment;
}

const TITLES: Readonly<Record<TaskName, string>> = {
  "copy six": "six letters, a sign, and again",
  "copy any": "some letters, a sign, and again",
  again: "some letters, and again"
};

const settingsOf = ({task, layers, draw}: Value): TaskSettings => ({task, layers: Number(layers), draw});
const isKept = ({task, layers, draw}: TaskSettings): boolean =>
  task === firstTask.task && layers === firstTask.layers && draw === firstTask.draw;

async function kept(): Promise<TaskCourse> {
  const file = FileAttachment("../model/taskRuns.json");
  return (await file.json<{readonly value: TaskCourse}>()).value;
}

/** Trains in a worker, and looks at the heads every so many steps. */
async function trained(settings: TaskSettings, {signal, progress}: Work): Promise<TaskCourse> {
  const [{remote, strides}, {taskConfig}] = await Promise.all([
    import("/lib/index.js"), // the library comes with a run, and not with the page
    import("../model/taskSpec.js")
  ]);
  signal.throwIfAborted();
  const run = remote<TransformerLmConfig, TaskSeen, LmMetrics>(() => attentionWorker("heads"), {
    stage: "transformer",
    config: taskConfig(settings)
  });
  const frames: TaskSeen[] = [];
  await abortable(strides(run, {by: TASK_EVERY, to: TASK_STEPS, budget: 60}), signal, ({step, state}) => {
    frames.push(state);
    progress({step, of: TASK_STEPS});
  });
  return {frames};
}

/** One head in each layer, a task that it must find something for, and where it comes to look. */
export function taskHeads(name = "task-heads") {
  const known = new Map<string, TaskCourse>();
  const at = ({time: {step}}: Value, {frames}: TaskCourse): TaskSeen =>
    frames[Math.min(frames.length - 1, Math.floor(step / TASK_EVERY))]!;
  const share = ({frames}: TaskCourse, of: (seen: TaskSeen) => number): readonly Point[] =>
    frames.map((seen, i): Point => [i * TASK_EVERY, of(seen)]);
  return figure<Value, TaskCourse>({
    name,
    wide: true,
    interactive: true,
    title: "What has it learned?",
    caption:
      "A transformer with a single head in each layer learns to say a word once more. Below, its heads on a line that it never learned: a row is a letter that looks, a column one that is looked at. In the other color is what must be found: from the letter that was just said, the one that is to be said next. The first run was computed before; others train here, in a worker, in some ten seconds.",
    controls: {
      task: select<TaskName>([...TASKS], {label: "Lines", value: firstTask.task, format: (task) => TITLES[task]}),
      layers: choice<Value["layers"]>(["1", "2"], {label: "Layers", value: "2"}),
      draw: action({label: "Another beginning"}),
      time: scrubber({steps: TASK_STEPS, step: TASK_STEPS, pace: 120, forks: false})
    },
    heavy: (value) => {
      const settings = settingsOf(value);
      return isKept(settings) || known.has(JSON.stringify(settings))
        ? undefined
        : `trains ${TASK_STEPS.toLocaleString("en")} steps, some ten seconds`;
    },
    compute: async (value, work) => {
      const settings = settingsOf(value);
      const key = JSON.stringify(settings);
      const course = known.get(key) ?? (await (isKept(settings) ? kept() : trained(settings, work)));
      known.set(key, course);
      return course;
    },
    draw: (value, {width, result}) => {
      const seen = at(value, result);
      const layers = seen.patterns.length;
      const last = layers - 1;
      const found = share(result, ({looks}) => looks[last]!.source);
      const right = share(result, (each) => each.right);
      // rows begin with the sign that a line begins with, so the letter that says a place stands in the row of that place
      const letters = ["^", ...seen.line.slice(0, -1)];
      const wanted = new Map(sourcesOf(seen.line).map(({place, source}) => [place, source + 1]));
      const side = Math.min(340, width >= 720 ? (width - 24 * (layers - 1)) / layers : width);
      return element(
        "div",
        {},
        chart({
          width,
          height: 220,
          marginRight: 110,
          x: {domain: [0, TASK_STEPS], label: "Step", ticks: 4},
          y: {domain: [0, 1.05], label: "Share"},
          marks: [
            line(right, {meaning: "model", width: 2, name: "letters that are right"}),
            line(found, {meaning: "attention", width: 2, name: `weight of layer ${layers} on what is wanted`}),
            moment(value.time.step),
            ends([
              {text: "right", meaning: "model", x: TASK_STEPS, y: right.at(-1)![1]},
              {text: "looks there", meaning: "attention", x: TASK_STEPS, y: found.at(-1)![1]}
            ])
          ]
        }),
        element(
          "div",
          {className: "row task-patterns"},
          ...seen.patterns.map((pattern, layer) =>
            heatmap({
              width: side,
              title: `Layer ${layer + 1}`,
              rows: letters,
              columns: letters,
              fill: (i, j) =>
                wanted.get(i) === j && layer === last
                  ? heat("query", 0.25 + 0.75 * pattern[i]![j]!)
                  : heat("attention", pattern[i]![j]!)
            })
          )
        ),
        element(
          "p",
          {className: "fig-note"},
          `Step ${value.time.step} · ${(100 * seen.right).toFixed(0)}% of letters right · layer ${layers} puts ${(100 * seen.looks[last]!.source).toFixed(0)}% of its weight on what is wanted`
        )
      );
    },
    describe: (value, result) => {
      const {right, looks, line: text} = at(value, result);
      return `Lines of ${TITLES[value.task]}, such as “${text}”, learned with ${value.layers === "1" ? "one layer" : "two layers"} of one head. At step ${value.time.step}, ${(100 * right).toFixed(1)} percent of the letters that are said again are right. ${looks.map(({source}, layer) => `Layer ${layer + 1} puts ${(100 * source).toFixed(1)} percent of its weight on the letter that is to be said next`).join("; ")}.`;
    },
    code: ({layers}) => `import {timeline} from "llm-first-principles";
import {transformerLm} from "llm-first-principles/stages/transformer";
import {copyTask, key} from "llm-first-principles/tensor";

const corpus = copyTask({least: 4, most: 9, letters: 16}, key(5)).text(2000);
const config = {corpus, documents: true, context: 20, width: 32, layers: ${layers}, heads: 1, optimizer: "muon", learningRate: 0.02};
const run = timeline(transformerLm, {...config, batchSize: 32}, {history: false});
for (const step of [0, 50]) console.log(step, run.at(step).metrics.validationLoss);`,
    rows: (_, {frames}) =>
      frames.map(({right, looks}, i) => ({
        step: i * TASK_EVERY,
        right,
        ...Object.fromEntries(looks.map(({source}, layer) => [`layer${layer + 1}`, source]))
      }))
  });
}
