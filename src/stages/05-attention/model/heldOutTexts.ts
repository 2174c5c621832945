import {excerpt} from "../../../../tools/corpora.js";

const [TEXTS, LENGTH, APART] = [12, 80, 7000];

/** Passages of Moby Dick that the kept model never learned, from the last tenth of the novel. */
export function heldOutTexts(): readonly string[] {
  const {text} = excerpt("moby-dick");
  const held = text.slice(-Math.round(text.length * 0.1));
  return Array.from({length: TEXTS}, (_, i) => held.slice(i * APART, i * APART + LENGTH));
}
