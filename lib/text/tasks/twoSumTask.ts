import {ConfigError, found} from "../../core/errors.js";
import {settled, type FieldsOf} from "../../core/fields.js";
import {bijection} from "../../core/random/bijection.js";
import {fold} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {drawnTask, type Example, type TaskOf} from "./task.js";

/** Lists of numbers, two of which have a given sum. */
export interface TwoSumConfig {
  /** Numbers of a list: 5 unless it is named. */
  readonly count?: number;
  /** The numbers are smaller than this: 100 unless it is named, and at least the square of `count`. */
  readonly below?: number;
}

/** What the config of two-sums is made of. */
export const twoSumFields: FieldsOf<TwoSumConfig> = {
  count: {kind: "whole", label: "Numbers", about: "numbers of a list", default: 5, least: 2, most: 64},
  below: {
    kind: "whole",
    label: "Below",
    about: "what all numbers are smaller than",
    default: 100,
    least: 4,
    most: 65536
  }
};

/** Places of two numbers with a sum, the first before the second. */
const pairsOf = (numbers: readonly number[], sum: number): readonly (readonly [number, number])[] =>
  numbers.flatMap((a, i) => numbers.slice(i + 1).flatMap((b, j) => (a + b === sum ? [[i, i + 1 + j] as const] : [])));

/** Different numbers and a sum of two of them; undefined where two others have the same sum. */
function drawn(key: Key, count: number, below: number): Example | undefined {
  const numbers = Array.from({length: count}, (_, i) => bijection(fold(key, 0), below)(i));
  const [one, other] = [0, 1].map(bijection(fold(key, 1), count)) as [number, number];
  const sum = numbers[one]! + numbers[other]!;
  const [first, ...others] = pairsOf(numbers, sum);
  if (first === undefined || others.length > 0) return undefined;
  return {prompt: `${numbers.join(" ")} : ${sum}=`, answer: first.map((place) => numbers[place]).join(" ")};
}

/**
 * `31 8 64 22 5 : 30=8 22`: the two numbers of a list that have the given sum, in the order of the list. The numbers of a list
 * are different, and no other two have that sum; lists of which two have are drawn again.
 *
 * @throws ConfigError for sizes that cannot be, and for too few numbers for lists with one answer.
 */
export const twoSumTask: TaskOf<TwoSumConfig> = (config, key) => {
  const {count, below} = settled("twoSumTask", twoSumFields, config);
  if (below < count * count)
    throw new ConfigError(
      "twoSumTask.below",
      "it is at least the square of `count`, so that most lists have one answer",
      [found("below", below), found("count", count)],
      `make it ${count * count} or more`
    );
  return drawnTask("twoSumTask", key, (own) => {
    for (let attempt = 0; ; attempt++) {
      const example = drawn(fold(own, attempt), count, below);
      if (example !== undefined) return example;
    }
  });
};
