/** Sizes of the example of batches by number. */
export type Drawing = "once" | "replaced";

export const EXAMPLES = 60;
export const BATCH = 8;
export const STEPS_OF_EPOCH = Math.ceil(EXAMPLES / BATCH);
