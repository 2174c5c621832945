import {bpeTokenizer, type BpeTokenizer} from "./bpe.js";
import {trainBpe} from "./bpeTraining.js";

/** Stands before a text, or before each of its documents; no text has it. */
const begin = "<s>";

/**
 * What makes byte-level BPE from the training part of a text: of so many tokens, the begin and the 256 bytes among them.
 * Where the text has too few pairs, they are fewer.
 */
export const subwords =
  (size: number) =>
  (train: string): BpeTokenizer => {
    const {added: _, ...model} = trainBpe(train, {size, special: [begin]}); // in a text, nothing looks for the begin
    return bpeTokenizer({...model, begin});
  };
