import {whole} from "../../core/check.js";
import {fold} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";

/** A question and its one right answer. */
export interface Example {
  /** It ends where the answer begins, with `=`. */
  readonly prompt: string;
  readonly answer: string;
}

/** Questions without end, each a function of its number, and texts of them. */
export interface Task {
  /** The example of a number: a step, or a place in a list. */
  readonly example: (n: number) => Example;
  /**
   * A text of `count` examples from number `from` on, 0 unless it is named: prompt and answer, one a line. A corpus for
   * whatever reads one; its lines are documents.
   */
  readonly text: (count: number, from?: number) => string;
}

/** A kind of task: a config and a key decide all of its examples. */
export type TaskOf<Config> = (config: Config, key: Key) => Task;

/** A task whose n-th example is made by its number. */
export const taskOf = (where: string, example: (n: number) => Example): Task => ({
  example: (n) => example(whole(`${where}.example`, n)),
  text: (count, from = 0) => {
    whole(`${where}.count`, count);
    whole(`${where}.from`, from);
    const lines = Array.from({length: count}, (_, i) => example(from + i));
    return lines.map(({prompt, answer}) => `${prompt}${answer}\n`).join("");
  }
});

/** A task whose examples are drawn, each by a key of its own. */
export const drawnTask = (where: string, key: Key, draw: (key: Key) => Example): Task =>
  taskOf(where, (n) => draw(fold(key, n)));
