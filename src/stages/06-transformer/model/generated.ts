/** What the model of an exercise writes: a test computes it anew, without a cache. */

export const SEED = 5;
export const PROMPT: readonly number[] = [1, 4, 7, 2];
export const GENERATED: readonly number[] = [9, 3, 11, 8, 10, 7, 8, 7];
