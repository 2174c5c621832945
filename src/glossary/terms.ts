import {autodiff} from "./autodiff.js";
import {foundations} from "./foundations.js";
import {ngrams} from "./ngrams.js";
import {training} from "./training.js";

export interface Term {
  readonly term: string;
  /** Other forms that a page may use: plurals, abbreviations. */
  readonly aliases: readonly string[];
  /** One or two sentences that stand alone, without markup. */
  readonly definition: string;
  /** Where it is introduced. */
  readonly stage: number;
  /** The slug of the section. */
  readonly section: string;
}

/** Every term of the book, in the order of the alphabet: the only list of them. */
export const terms: readonly Term[] = [...autodiff, ...foundations, ...ngrams, ...training].sort((a, b) =>
  a.term.localeCompare(b.term, "en", {sensitivity: "base"})
);
