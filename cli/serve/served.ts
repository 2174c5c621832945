import {fold, type Key} from "llm-first-principles";
import type {WritingRequest} from "llm-first-principles/transformer";
import {requestOf} from "../sample/requestOf.js";
import type {LoadedModel} from "../models/loadedModel.js";
import type {Choosing} from "./choosing.js";
import {badField, RequestError} from "./requestError.js";

/** A model as it is served. */
export interface Served {
  /** What requests call it. */
  readonly id: string;
  readonly model: LoadedModel;
  /** Since when, in seconds since 1970. */
  readonly created: number;
  /** Tokens that a text may have. */
  readonly mostTokens: number;
  /** Texts that a request may ask for. */
  readonly mostTexts: number;
}

/** @throws RequestError for a request that names another model, or none. */
export function checkModel({id}: Served, model: unknown): void {
  if (model === id) return;
  const found = [
    {name: "given", value: JSON.stringify(model) ?? "nothing"},
    {name: "served", value: JSON.stringify(id)}
  ];
  throw new RequestError(
    {status: 404, code: "model_not_found"},
    "model",
    "this model is not served",
    found,
    `name ${id}`
  );
}

/** Texts for each prompt, each with a key of its own. @throws RequestError for more of them than are written at once. */
export function textsOf(
  {model, mostTexts}: Served,
  {rule, count, stop}: Choosing,
  key: Key,
  prompts: readonly (readonly number[])[],
  length: number
): readonly WritingRequest[] {
  if (prompts.length * count > mostTexts)
    throw badField(
      count > 1 ? "n" : "prompt",
      `a request asks for at most ${mostTexts} texts`,
      [{name: "asked for", value: String(prompts.length * count)}],
      "send several requests"
    );
  return prompts.flatMap((prompt, p) =>
    Array.from({length: count}, (_, i) =>
      requestOf(model, {
        prompt,
        length,
        stop,
        key: fold(key, p * count + i),
        rule: rule(model.prompted(prompt).length)
      })
    )
  );
}

/** Ids of a text that a client sends. @throws RequestError for a text that the tokenizer has no ids for. */
export function idsOf({model}: Served, field: string, text: string): readonly number[] {
  try {
    return [...model.tokenizer.encode(text)];
  } catch (error) {
    const rule = error instanceof Error ? error.message.split("\n").join("; ") : String(error);
    throw badField(field, `the model’s tokenizer can encode it (${rule})`);
  }
}
