import type {Definition} from "../src/components/stage.js";
import {stageFolders} from "./stageFolders.js";

export interface Term extends Definition {
  /** The number of the stage that introduces it. */
  readonly stage: number;
}

/** Every term of the book, in the order of the alphabet. */
export const terms: readonly Term[] = stageFolders
  .flatMap(({number, terms}) => terms.map((term) => ({...term, stage: number})))
  .sort((a, b) => a.term.localeCompare(b.term, "en", {sensitivity: "base"}));

/** The name of a term in addresses: `n-gram`, `add-k-smoothing`. */
export const slugOf = ({term}: Term): string =>
  term
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "-")
    .replace(/^-|-$/g, "");

export const termAddress = (term: Term): string => `/glossary#${slugOf(term)}`;

export const termBySlug: ReadonlyMap<string, Term> = new Map(terms.map((term) => [slugOf(term), term]));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const termByName: ReadonlyMap<string, Term> = new Map(
  terms.flatMap((term) => [term.term, ...term.aliases].map((name) => [name.toLowerCase(), term] as const))
);

// longest first, so that “cross-entropy” is not read as “entropy”
const names = [...termByName.keys()].sort((a, b) => b.length - a.length).map(escaped);
const NAME = new RegExp(`(?<![\\p{L}\\d-])(?:${names.join("|")})(?![\\p{L}\\d-])`, "giu");

interface Use {
  readonly term: Term;
  readonly at: number;
  readonly text: string;
}

/** Where a text uses terms, from left to right. */
export const usesOf = (text: string): readonly Use[] =>
  [...text.matchAll(NAME)].flatMap(({0: name, index}) => {
    const term = termByName.get(name.toLowerCase());
    return term === undefined ? [] : [{term, at: index, text: name}];
  });
