import {excerpt} from "./corpora.js";

/** Where passages lie. */
interface PassageOptions {
  /** Characters of each. */
  readonly length: number;
  /** Characters from the start of one to that of the next: spread evenly unless told. */
  readonly apart?: number;
}

const COUNT = 12;

/** Twelve passages of the last tenth of Moby Dick, which the models that come with the book never learned. */
export function heldOutPassages({length, apart}: PassageOptions): readonly string[] {
  const {text} = excerpt("moby-dick");
  const held = text.slice(-Math.round(text.length * 0.1));
  const step = apart ?? Math.floor((held.length - length) / (COUNT - 1));
  return Array.from({length: COUNT}, (_, i) => held.slice(i * step, i * step + length));
}
