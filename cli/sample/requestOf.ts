import {chain, logitBias, type Key, type LogitsRule} from "llm-first-principles";
import type {WritingRequest} from "llm-first-principles/transformer";
import type {LoadedModel} from "../models/loadedModel.js";

/** What decides a text besides its model. */
export interface WritingOptions {
  /** Ids that the text begins with. */
  readonly prompt: readonly number[];
  readonly length: number;
  readonly rule: LogitsRule;
  readonly key: Key;
  readonly stop: readonly string[];
}

/** Takes rows of logits away that no token has: an embedding may have more of them than there are tokens. */
const known =
  (tokens: number): LogitsRule =>
  (logits) =>
    logits.length === tokens ? logits : logits.map((x, id) => (id < tokens ? x : -Infinity));

/** Ids of a prompt’s end that are spelled again with what follows, for it may finish their last character. */
const TAIL = 16;

/** A text as a model is asked for it. It never writes the unknown token, nor the begin of a text. */
export function requestOf(model: LoadedModel, {prompt, rule, ...options}: WritingOptions): WritingRequest {
  const {tokenizer, end, prompted} = model;
  const {tokens, unknown, begin} = tokenizer.vocabulary;
  const unwritten = [unknown, begin].filter((id) => id !== undefined);
  const tail = prompt.slice(-TAIL);
  const begun = tokenizer.decode(tail);
  return {
    ...options,
    prompt: prompted(prompt),
    rule: chain(logitBias(unwritten.map((id) => [id, -Infinity] as const)), known(tokens.length), rule),
    ...(end !== undefined && {end}),
    // what a token spells may depend on the one before it
    decode: (ids) => tokenizer.decode([...tail, ...ids]).slice(begun.length)
  };
}
