/** Lengths of the words that are copied. */
export const LENGTHS = [4, 8, 16, 24] as const;

/** Letters that a word is made of. */
export const LETTERS = 8;

/** Steps of training, of 32 lines each. */
export const STEPS = 1000;

export const COPIERS = ["recurrent", "transformer"] as const;
export type Copier = (typeof COPIERS)[number];

/** What came of one model on words of one length. */
export interface CopyRun {
  readonly kind: Copier;
  readonly length: number;
  readonly parameters: number;
  /** Share of right letters at each place of the copy, on lines that were held out. */
  readonly right: readonly number[];
}
