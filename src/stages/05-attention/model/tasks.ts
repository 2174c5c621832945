/** Tasks that want a head to find something. */

/** A word after a sign, of one length or of any; and a word again without a sign, its letters all different. */
export const TASKS = ["copy six", "copy any", "again"] as const;
export type TaskName = (typeof TASKS)[number];

export const TASK_STEPS = 1200;
export const TASK_EVERY = 60;

export interface TaskSettings {
  readonly task: TaskName;
  readonly layers: number;
  readonly draw: number;
}

/** The run that lies behind the figure. */
export const firstTask: TaskSettings = {task: "again", layers: 2, draw: 0};

/** The places of a line whose letter was there before, each with the place of the letter that is to be said again. */
export function sourcesOf(line: string): readonly {readonly place: number; readonly source: number}[] {
  const sign = line.indexOf("=");
  // without a sign nobody can know that the word begins again before its first letter has come again
  const [length, start, first] = sign >= 0 ? [sign, sign + 1, 0] : [line.length / 2, line.length / 2, 1];
  return Array.from({length: length - first}, (_, i) => ({place: start + first + i, source: first + i}));
}
