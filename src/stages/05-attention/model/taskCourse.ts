import type {TaskSeen} from "./taskSeen.js";
import type {TaskName} from "./tasks.js";

/** A model while it learns: what is seen of it every so many steps. */
export interface TaskCourse {
  readonly frames: readonly TaskSeen[];
}

/** What a model came to. */
export interface TaskEnd {
  readonly task: TaskName;
  readonly layers: number;
  readonly right: number;
  readonly looks: TaskSeen["looks"];
  /** Share of right letters when the head of each layer is silenced. */
  readonly silenced: readonly number[];
}

const hundredth = (x: number): number => Number(x.toFixed(2));
const rounded = (x: number): number => Number(x.toFixed(4));

/** What is seen, with as many digits as a picture needs. */
export const keepSeen = ({right, looks, line, patterns}: TaskSeen): TaskSeen => ({
  right: rounded(right),
  looks: looks.map(({source, distances}) => ({source: rounded(source), distances: distances.map(rounded)})),
  line,
  patterns: patterns.map((rows) => rows.map((row) => row.map(hundredth)))
});
