/** The tiny example of the stage, before its step and after it, on one word that neither has seen. */
import {logSoftmax} from "/lib/index.js";
import {clusteredMean} from "/lib/stages/neural-lm.js";
import {tinyLogits, tinyParams, tinyStep} from "./tiny.js";
import {TOKENS, type Token} from "./tinyNumbers.js";

/** The word, from the end of the one before to its own end. */
export const TINY_TEXT: readonly Token[] = ["⏎", "b", "e", "n", "a", "⏎"];

/** Nats of each token after the first, by both models, and what follows from them. */
export function tinyCompared() {
  const after = tinyStep().next;
  const costs = (params: typeof tinyParams): readonly number[] =>
    TINY_TEXT.slice(1).map((next, i) => 0 - logSoftmax(tinyLogits(params, TINY_TEXT[i]!).data)[TOKENS.indexOf(next)]!);
  const [first, second] = [costs(tinyParams), costs(after)];
  const ones = first.map(() => 1);
  const differences = first.map((x, i) => x - second[i]!);
  return {
    first,
    second,
    differences,
    one: clusteredMean(first, ones),
    two: clusteredMean(second, ones),
    paired: clusteredMean(differences, ones)
  };
}
