import type {Term} from "./terms.js";

/** A term of stage 1: its section, its name, other forms, and what it means. */
export const define = (section: string, term: string, aliases: readonly string[], definition: string): Term => ({
  term,
  aliases,
  definition,
  stage: 1,
  section
});
