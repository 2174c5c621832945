/** The tokens of the router’s figure: drawn once, so that its answers can be asked for. */
import {key, normal} from "/lib/index.js";

export const TOKENS = 60;

/** Of the steps that do nothing but balance. */
export const RATE = 5;

/** Logits of each token for each expert: how sure the router is of its tokens, and how much it likes its first expert. */
export const drawnLogits = (experts: number, sure: number, tilt: number): readonly (readonly number[])[] =>
  Array.from({length: TOKENS}, (_, t) =>
    Array.from({length: experts}, (_unused, e) => sure * normal(key(5), t * 8 + e) + (e === 0 ? tilt : 0))
  );
