import {settled, type FieldsOf} from "../../core/fields.js";
import {bijection} from "../../core/random/bijection.js";
import {integer} from "../../core/random/integer.js";
import {checkLengths, drawnNumbers} from "./sequenceTasks.js";
import {drawnTask, taskOf, type TaskOf} from "./task.js";

/** Sums of whole numbers. */
export interface AdditionConfig {
  /** The most digits of a number: 2 unless it is named. */
  readonly digits?: number;
  /** Whether the sum is written from its last digit on, in the order in which it is computed: false unless it is named. */
  readonly reversed?: boolean;
}

/** What the config of additions is made of. */
export const additionFields: FieldsOf<AdditionConfig> = {
  digits: {kind: "whole", label: "Digits", about: "the most digits of a number", default: 2, least: 1, most: 9},
  reversed: {
    kind: "switch",
    label: "Last digit first",
    about: "whether the sum is written from its last digit on",
    default: false
  }
};

/**
 * `27+95=122`: sums of two numbers, each from 0 to 9…9, all as likely as each other.
 *
 * @throws ConfigError for digits that cannot be.
 * @see Lee et al., Teaching Arithmetic to Small Transformers, 2023, for the reversed order.
 */
export const additionTask: TaskOf<AdditionConfig> = (config, key) => {
  const {digits, reversed} = settled("additionTask", additionFields, config);
  const below = Number(`1${"0".repeat(digits)}`);
  return drawnTask("additionTask", key, (own) => {
    const [a, b] = [integer(own, below, 0), integer(own, below, 1)];
    const sum = String(a + b);
    return {prompt: `${a}+${b}=`, answer: reversed ? [...sum].reverse().join("") : sum};
  });
};

/** Sums on a circle of numbers. */
export interface ModularAdditionConfig {
  /** How many numbers there are: 97 unless it is named. */
  readonly modulus?: number;
}

/** What the config of modular additions is made of. */
export const modularAdditionFields: FieldsOf<ModularAdditionConfig> = {
  modulus: {
    kind: "whole",
    label: "Modulus",
    about: "how many numbers there are",
    default: 97,
    least: 1,
    most: 65536,
    offered: [7, 13, 31, 97, 113]
  }
};

/**
 * `52+81=36` modulo 97. The first modulus² examples are all pairs of numbers, each once, in an order that the key decides: so
 * examples before some number and those from it on have nothing in common, to learn from and to judge by.
 *
 * @throws ConfigError for a modulus that cannot be.
 * @see Power et al., Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets, 2022.
 */
export const modularAdditionTask: TaskOf<ModularAdditionConfig> = (config, key) => {
  const {modulus} = settled("modularAdditionTask", modularAdditionFields, config);
  const pairs = modulus * modulus;
  const at = bijection(key, pairs);
  return taskOf("modularAdditionTask", (n) => {
    const pair = at(n % pairs);
    const [a, b] = [Math.floor(pair / modulus), pair % modulus];
    return {prompt: `${a}+${b}=`, answer: String((a + b) % modulus)};
  });
};

/** Words of zeros and ones. */
export interface ParityConfig {
  /** The fewest digits: 1 unless it is named. */
  readonly least?: number;
  /** The most: 8 unless it is named. */
  readonly most?: number;
}

/** What the config of parities is made of. */
export const parityFields: FieldsOf<ParityConfig> = {
  least: {kind: "whole", label: "Shortest", about: "the fewest digits", default: 1, least: 1},
  most: {kind: "whole", label: "Longest", about: "the most digits", default: 8, least: 1}
};

/**
 * `01101=1`: whether the number of ones is odd. Each digit decides: nothing less than all of them tells anything.
 *
 * @throws ConfigError for lengths that cannot be.
 */
export const parityTask: TaskOf<ParityConfig> = (config, key) => {
  const {least, most} = settled("parityTask", parityFields, config);
  checkLengths("parityTask", least, most);
  return drawnTask("parityTask", key, (own) => {
    const digits = drawnNumbers(own, least, most, 2);
    return {prompt: `${digits.join("")}=`, answer: String(digits.filter((digit) => digit === 1).length % 2)};
  });
};
