import type {Term} from "./terms.js";

/** Makes terms of a stage: each has its section, its name, other forms, and what it means. */
export const defineIn =
  (stage: number) =>
  (section: string, term: string, aliases: readonly string[], definition: string): Term => ({
    term,
    aliases,
    definition,
    stage,
    section
  });
