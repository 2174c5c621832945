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

const define = (
  term: string,
  aliases: readonly string[],
  stage: number,
  section: string,
  definition: string
): Term => ({term, aliases, definition, stage, section});

/** Every term of the book, in the order of the alphabet: the only list of them. */
export const terms: readonly Term[] = [
  define(
    "entropy",
    ["entropies"],
    1,
    "information",
    "The expected surprisal of a draw from a distribution: how many nats (or bits) its outcome tells us on average."
  ),
  define(
    "n-gram",
    ["n-grams"],
    1,
    "language-models",
    "A window of n consecutive tokens: the n − 1 that a model looks at, and the one that follows them."
  ),
  define(
    "perplexity",
    ["perplexities"],
    1,
    "perplexity",
    "The exponential of the cross-entropy in nats per token: the size of a uniform choice that would be as hard as the model finds the text."
  )
];
