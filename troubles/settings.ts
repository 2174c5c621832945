/** Settings and texts that cannot be. */
import {characterTokenizer, heldOut, readText, temperature} from "../lib/index.js";
import {adamwChain, type AdamwOptions} from "../lib/tensor.js";
import {llama, transformer} from "../lib/transformer.js";

export const misspelled = () => adamwChain({learningRat: 0.001} as unknown as AdamwOptions);
export const misspelledMended = () => adamwChain({learningRate: 0.001});

export const headsThatDoNotDivide = () =>
  transformer(llama({vocabSize: 64, layers: 2, width: 50, heads: 4, context: 32}));
export const headsThatDoNotDivideMended = () =>
  transformer(llama({vocabSize: 64, layers: 2, width: 48, heads: 4, context: 32}));

export const belowZero = () => temperature(-1);
export const belowZeroMended = () => temperature(0);

export const unknownCharacter = () => characterTokenizer("to be or not").encode("To be");
export const unknownCharacterMended = () => characterTokenizer("to be or not", {unknown: "<unk>"}).encode("To be");

export const anEmptyText = () => heldOut("");
export const anEmptyTextMended = () => heldOut("It was the best of times, it was the worst of times.");

export const notUtf8 = () => readText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
export const notUtf8Mended = () => readText(new TextEncoder().encode("café"));
