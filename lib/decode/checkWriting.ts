import {whole} from "../core/check.js";
import {ConfigError, found} from "../core/errors.js";
import type {Key} from "../core/random/threefry.js";

const ENCODE = "encode a text with the model's tokenizer first, and make a list of its ids: [...ids]";

/** What every way of writing is told. */
interface Asked {
  readonly prompt: readonly number[];
  readonly length: number;
  readonly end?: number;
}

/** Refuses lengths and ids that cannot be, before anything is written. @throws ConfigError */
export function checkWriting(where: string, {prompt, length, end}: Asked, least = 0): void {
  whole(`${where}.length`, length, {least});
  if (!Array.isArray(prompt))
    throw new ConfigError(`${where}.prompt`, "this is a list of token ids", [found("prompt", prompt)], ENCODE);
  prompt.forEach((id: number, i) => whole(`${where}.prompt[${i}]`, id, {least: 0, hint: ENCODE}));
  if (end !== undefined) whole(`${where}.end`, end);
}

/** Refuses what is no key. @throws ConfigError */
export function checkKey(where: string, key: Key): void {
  if (!Array.isArray(key) || key.length !== 2)
    throw new ConfigError(`${where}.key`, "this is a key", [found("key", key)], "make one of a seed: key(1)");
}

/** Refuses ids for which the model has no logits. @throws ConfigError */
export function checkVocabulary(where: string, context: ArrayLike<number>, vocabSize: number): void {
  for (let i = 0; i < context.length; i++)
    if (!(context[i]! < vocabSize))
      throw new ConfigError(
        `${where}.prompt[${i}]`,
        "an id is one of the vocabulary",
        [found("id", context[i]), found("vocabulary", vocabSize)],
        ENCODE
      );
}
