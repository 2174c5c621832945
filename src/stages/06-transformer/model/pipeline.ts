/** Stages of a model on workers of their own, and the micro-batches that go through them. */

export const SCHEDULES = ["all forward first", "one forward, one back"] as const;
export type ScheduleKind = (typeof SCHEDULES)[number];

interface Task {
  readonly stage: number;
  readonly micro: number;
  readonly back: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Pipeline {
  readonly tasks: readonly Task[];
  readonly time: number;
  /** The share of all workers’ time in which they wait. */
  readonly idle: number;
  /** The most micro-batches whose activations one worker keeps at a time. */
  readonly kept: number;
}

/** The way back takes twice as long as the way forth. */
const [FORTH, BACK] = [1, 2];

interface Step {
  readonly micro: number;
  readonly back: boolean;
}

function orderOf(kind: ScheduleKind, stage: number, stages: number, micros: number): readonly Step[] {
  const forth = Array.from({length: micros}, (_, micro): Step => ({micro, back: false}));
  const back = forth.map(({micro}): Step => ({micro, back: true}));
  if (kind === "all forward first") return [...forth, ...back];
  const first = Math.min(stages - 1 - stage, micros);
  const rest = forth.slice(first).flatMap((step, i) => [step, back[i]!]);
  return [...forth.slice(0, first), ...rest, ...back.slice(micros - first)];
}

/** When each worker does what, as soon as it can, in the order of a schedule. */
export function pipeline(kind: ScheduleKind, stages: number, micros: number): Pipeline {
  const ends = new Map<string, number>();
  const name = (stage: number, {micro, back}: Step): string => `${stage} ${micro} ${back}`;
  const waiting = Array.from({length: stages}, (_, stage) => [...orderOf(kind, stage, stages, micros)]);
  const free = waiting.map(() => 0);
  const tasks: Task[] = [];
  while (waiting.some((steps) => steps.length > 0))
    for (let stage = 0; stage < stages; stage++) {
      const step = waiting[stage]![0];
      if (step === undefined) continue;
      const before = step.back ? stage + 1 : stage - 1;
      const needs = [
        ...(before >= 0 && before < stages ? [name(before, step)] : []),
        ...(step.back ? [name(stage, {...step, back: false})] : [])
      ];
      if (!needs.every((need) => ends.has(need))) continue;
      const from = Math.max(free[stage]!, ...needs.map((need) => ends.get(need)!));
      const to = from + (step.back ? BACK : FORTH);
      tasks.push({stage, ...step, from, to});
      ends.set(name(stage, step), to);
      free[stage] = to;
      waiting[stage]!.shift();
    }
  const time = Math.max(...free);
  const kept = Array.from({length: stages}, (_, stage) => {
    let [now, most] = [0, 0];
    for (const {back} of tasks.filter((task) => task.stage === stage)) {
      now += back ? -1 : 1;
      most = Math.max(most, now);
    }
    return most;
  });
  return {tasks, time, idle: 1 - (micros * (FORTH + BACK)) / time, kept: Math.max(...kept)};
}

/** The share of waiting, by the formula of the page. */
export const bubble = (stages: number, micros: number): number => (stages - 1) / (micros + stages - 1);
