import type {SmoothingSpec} from "/lib/stages/markov.js";

/** Smoothings as menus have them: names, settings, and words. Stupid backoff is not among them: it has no perplexity. */
export const smoothingMenu = {
  none: {method: "none"},
  "add-1": {method: "add-k", k: 1},
  "add-0.01": {method: "add-k", k: 0.01},
  "jelinek-mercer": {method: "jelinek-mercer"},
  "absolute-discounting": {method: "absolute-discounting"},
  katz: {method: "katz"},
  "kneser-ney": {method: "kneser-ney"},
  "modified-kneser-ney": {method: "modified-kneser-ney"}
} as const satisfies Readonly<Record<string, SmoothingSpec>>;

export type SmoothingName = keyof typeof smoothingMenu;

export const smoothingNames: readonly SmoothingName[] = [
  "none",
  "add-1",
  "add-0.01",
  "jelinek-mercer",
  "absolute-discounting",
  "katz",
  "kneser-ney",
  "modified-kneser-ney"
];

const words: Readonly<Record<SmoothingName, string>> = {
  none: "None (maximum likelihood)",
  "add-1": "Add 1",
  "add-0.01": "Add 0.01",
  "jelinek-mercer": "Jelinek–Mercer",
  "absolute-discounting": "Absolute discounting",
  katz: "Katz",
  "kneser-ney": "Kneser–Ney",
  "modified-kneser-ney": "Modified Kneser–Ney"
};

export const smoothingWords = (name: SmoothingName): string => words[name];
