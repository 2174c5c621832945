import {softmax} from "/lib/index.js";
import {tinyLogits, tinyParams, tinyStep} from "./tiny.js";

type Token = "a" | "b" | "e";
const N = 4;

/** The probability of n after a token: of the tiny network as it was drawn, or after one step on another token and n. */
export function tinyNextProbability(learned: Token | undefined, after: Token): number {
  const params = learned === undefined ? tinyParams : tinyStep(tinyParams, {before: learned, next: "n"}).next;
  return softmax(Array.from(tinyLogits(params, after).data))[N]!;
}
