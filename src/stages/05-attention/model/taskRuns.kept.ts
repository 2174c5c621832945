/** Small transformers on tasks that want a head to find something: the course of one, and what each came to. */
import {hash, timeline} from "/lib/index.js";
import {transformerLm} from "/lib/stages/transformer.js";
import {keepSeen, type TaskCourse, type TaskEnd} from "./taskCourse.js";
import {rightShare, silencedLayer, taskSeen} from "./taskSeen.js";
import {firstTask, TASKS, TASK_EVERY, TASK_STEPS, type TaskSettings} from "./tasks.js";
import {taskConfig} from "./taskSpec.js";

const opened = (settings: TaskSettings) => timeline(transformerLm, taskConfig(settings), {history: false});

function endOf(settings: TaskSettings): TaskEnd {
  const run = opened(settings);
  const {params} = run.at(TASK_STEPS).state;
  const {right, looks} = keepSeen(taskSeen(run.opened(), params));
  return {
    task: settings.task,
    layers: settings.layers,
    right,
    looks,
    silenced: params.layers.map((_, layer) => Number(rightShare(run.opened(), params, silencedLayer(layer)).toFixed(4)))
  };
}

interface TaskRuns extends TaskCourse {
  readonly ends: readonly TaskEnd[];
}

export function value(): TaskRuns {
  const run = opened(firstTask);
  return {
    frames: Array.from({length: TASK_STEPS / TASK_EVERY + 1}, (_, i) =>
      keepSeen(taskSeen(run.opened(), run.at(i * TASK_EVERY).state.params))
    ),
    ends: TASKS.flatMap((task) => [1, 2].map((layers) => endOf({task, layers, draw: 0})))
  };
}

/** The first steps of each, which a test repeats. */
export const firstSteps = (): string =>
  hash(TASKS.flatMap((task) => [1, 2].map((layers) => hash(opened({task, layers, draw: 0}).at(2).state))));
