import {excerpt} from "../../../../tools/corpora.js";

const [COUNT, LENGTH] = [12, 96];

/** Passages of Moby Dick as long as the kept model reads at once, evenly spread over the last tenth, which it never learned. */
export function passages(): readonly string[] {
  const {text} = excerpt("moby-dick");
  const held = text.slice(-Math.round(text.length * 0.1));
  const apart = Math.floor((held.length - LENGTH) / (COUNT - 1));
  return Array.from({length: COUNT}, (_, i) => held.slice(i * apart, i * apart + LENGTH));
}
