import {settled, type FieldsOf} from "../../core/fields.js";
import {integer} from "../../core/random/integer.js";
import {checkLengths} from "./sequenceTasks.js";
import {drawnTask, type TaskOf} from "./task.js";

/** Brackets that open and close. */
export interface DyckConfig {
  /** Kinds of brackets, of ( [ { <: 2 unless it is named. */
  readonly kinds?: number;
  /** The fewest brackets of a prompt: 1 unless it is named. */
  readonly least?: number;
  /** The most: 12 unless it is named. */
  readonly most?: number;
}

const OPEN = "([{<";
const CLOSE = ")]}>";

/** What the config of brackets is made of. */
export const dyckFields: FieldsOf<DyckConfig> = {
  kinds: {kind: "whole", label: "Kinds", about: "kinds of brackets", default: 2, least: 1, most: OPEN.length},
  least: {kind: "whole", label: "Shortest", about: "the fewest brackets of a prompt", default: 1, least: 1},
  most: {kind: "whole", label: "Longest", about: "the most brackets of a prompt", default: 12, least: 1}
};

/**
 * `([]{=})`: the brackets that close what a prompt leaves open, the last opened first. At each place one opens or closes, as
 * likely as each other where both may be; at the last place of a prompt that would leave nothing open, one opens.
 *
 * @throws ConfigError for kinds or lengths that cannot be.
 * @see Chomsky and Schützenberger, The Algebraic Theory of Context-Free Languages, 1963: the Dyck languages.
 */
export const dyckTask: TaskOf<DyckConfig> = (config, key) => {
  const {kinds, least, most} = settled("dyckTask", dyckFields, config);
  checkLengths("dyckTask", least, most);
  return drawnTask("dyckTask", key, (own) => {
    const length = least + integer(own, most - least + 1, 0);
    const open: number[] = [];
    let prompt = "";
    for (let i = 0; i < length; i++) {
      const must = open.length === 0 || (i === length - 1 && open.length === 1);
      if (must || integer(own, 2, 2 * i + 1) === 0) {
        const kind = integer(own, kinds, 2 * i + 2);
        open.push(kind);
        prompt += OPEN[kind];
      } else prompt += CLOSE[open.pop()!];
    }
    return {
      prompt: `${prompt}=`,
      answer: open
        .reverse()
        .map((kind) => CLOSE[kind])
        .join("")
    };
  });
};
