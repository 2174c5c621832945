import {toBits} from "/lib/index.js";
import {score} from "/lib/stages/markov.js";
import {counted, encoded, fitted} from "./models.js";

/** What a sentence costs per character, in bits, under a model of a text. */
export function meanBits(text: string, sentence: string, order: number): number {
  const nats = score(fitted(counted(text, order), "kneser-ney"), encoded(text).tokenizer.encode(sentence));
  return toBits(0 - nats.reduce((sum, x) => sum + x, 0)) / nats.length;
}
