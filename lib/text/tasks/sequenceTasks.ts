import {ConfigError, found} from "../../core/errors.js";
import {settled, type FieldsOf} from "../../core/fields.js";
import {integer} from "../../core/random/integer.js";
import type {Key} from "../../core/random/threefry.js";
import {drawnTask, type TaskOf} from "./task.js";

/** Words of letters that are drawn: how long, and of how many letters. */
export interface SequenceTaskConfig {
  /** The fewest letters of a word: 1 unless it is named. */
  readonly least?: number;
  /** The most: 8 unless it is named. */
  readonly most?: number;
  /** How many letters there are, from a on: 8 unless it is named. */
  readonly letters?: number;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** What the config of a task of words is made of. */
export const sequenceTaskFields: FieldsOf<SequenceTaskConfig> = {
  least: {kind: "whole", label: "Shortest", about: "the fewest letters of a word", default: 1, least: 1},
  most: {kind: "whole", label: "Longest", about: "the most letters of a word", default: 8, least: 1},
  letters: {kind: "whole", label: "Letters", about: "how many letters there are", default: 8, least: 1, most: 26}
};

/** Numbers below a bound, `least` to `most` of them, as many as any other. */
export function drawnNumbers(key: Key, least: number, most: number, below: number): readonly number[] {
  const length = least + integer(key, most - least + 1, 0);
  return Array.from({length}, (_, i) => integer(key, below, i + 1));
}

/** Refuses lengths of which the greatest is smaller than the least. @throws ConfigError */
export function checkLengths(where: string, least: number, most: number): void {
  if (least > most)
    throw new ConfigError(`${where}.most`, "it is not below `least`", [found("least", least), found("most", most)]);
}

const wordTask =
  (where: string, answer: (letters: readonly number[]) => readonly number[]): TaskOf<SequenceTaskConfig> =>
  (config, key) => {
    const {least, most, letters} = settled(where, sequenceTaskFields, config);
    checkLengths(where, least, most);
    const spell = (list: readonly number[]): string => list.map((i) => LETTERS[i]).join("");
    return drawnTask(where, key, (own) => {
      const word = drawnNumbers(own, least, most, letters);
      return {prompt: `${spell(word)}=`, answer: spell(answer(word))};
    });
  };

/**
 * `dab=dab`: a word once more.
 *
 * @throws ConfigError for lengths or letters that cannot be.
 */
export const copyTask = wordTask("copyTask", (word) => word);

/**
 * `dab=bad`: a word from its end.
 *
 * @throws ConfigError for lengths or letters that cannot be.
 */
export const reverseTask = wordTask("reverseTask", (word) => [...word].reverse());

/**
 * `dab=abd`: the letters of a word in their order.
 *
 * @throws ConfigError for lengths or letters that cannot be.
 */
export const sortTask = wordTask("sortTask", (word) => [...word].sort((a, b) => a - b));
