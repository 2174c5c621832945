import type {Key} from "llm-first-principles";
import {finishReason, type Asked, type Form} from "./asked.js";
import {checkBody, given, wholeField, wrong, type KnownFields} from "./bodyFields.js";
import {CHOOSING_FIELDS, choosingOf} from "./choosing.js";
import type {Candidate, Piece, ShownToken} from "./pieces.js";
import {badField} from "./requestError.js";
import {checkModel, idsOf, textsOf, type Served} from "./served.js";

const FIELDS: KnownFields = {
  read: [...CHOOSING_FIELDS, "prompt", "logprobs", "best_of"],
  fixed: {echo: (value) => value === false, suffix: (value) => value === ""}
};

const MOST_LIKELIEST = 5;
const LENGTH = 16; // as OpenAI has it

/** Texts, or ids as lists of numbers: one, or a list of them. */
function promptsOf(served: Served, value: unknown): readonly (readonly number[])[] {
  const tokens = served.model.tokenizer.vocabulary.tokens.length;
  const isId = (id: unknown): boolean => Number.isSafeInteger(id) && Number(id) >= 0 && Number(id) < tokens;
  const isIds = (one: unknown): one is readonly number[] => Array.isArray(one) && one.length > 0 && one.every(isId);
  const list: readonly unknown[] = Array.isArray(value) && !isIds(value) ? value : [value];
  if (list.length === 0) throw badField("prompt", "there is at least one prompt");
  return list.map((one) => {
    if (typeof one === "string") return idsOf(served, "prompt", one);
    if (isIds(one)) return one;
    throw wrong("prompt", `a prompt is a text, or a list of ids below ${tokens}`, one);
  });
}

/** Log-probabilities by what is spelled, the likeliest first; of two that spell the same, the likelier. */
const record = (candidates: readonly Candidate[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    new Map([...candidates, ...[...candidates].reverse()].map(({token, logProb}) => [token, logProb]))
  );

function logprobsOf(tokens: readonly ShownToken[], asked: boolean): object | null {
  if (!asked) return null;
  return {
    tokens: tokens.map(({token}) => token),
    token_logprobs: tokens.map(({logProb}) => logProb),
    top_logprobs: tokens.map(({likeliest}) => record(likeliest)),
    text_offset: tokens.map(({offset}) => offset)
  };
}

const formOf = (asked: boolean): Form => {
  const choice = (index: number, piece: Piece): object => ({
    index,
    text: piece.text,
    logprobs: logprobsOf(piece.tokens, asked),
    finish_reason: finishReason(piece)
  });
  return {
    prefix: "cmpl-",
    whole: "text_completion",
    chunk: "text_completion",
    choice,
    parts: (index, piece) => (piece === undefined ? [] : [choice(index, piece)])
  };
};

/** What a body asks of `/v1/completions`. @throws RequestError */
export function askedCompletion(served: Served, body: unknown, keyOf: (seed: number | undefined) => Key): Asked {
  checkBody(body, FIELDS);
  checkModel(served, body["model"]);
  const choosing = choosingOf(body, served.model.tokenizer.vocabulary.tokens.length, served.mostTexts);
  const best = wholeField(body, "best_of", {least: 1, most: served.mostTexts});
  if (best !== undefined && best !== choosing.count)
    throw badField(
      "best_of",
      "every text that is written is sent",
      [{name: "given", value: String(best)}],
      "set n to it"
    );
  const length =
    wholeField(body, "max_tokens", {least: 1, most: served.mostTokens}) ?? Math.min(LENGTH, served.mostTokens);
  const likeliest = wholeField(body, "logprobs", {least: 0, most: MOST_LIKELIEST});
  if (given(body, "prompt") === undefined) throw badField("prompt", "there is a prompt, a text to go on with");
  const prompts = promptsOf(served, body["prompt"]);
  return {
    texts: textsOf(served, choosing, keyOf(choosing.seed), prompts, length),
    promptTokens: prompts.reduce((sum, prompt) => sum + prompt.length, 0),
    likeliest,
    stream: choosing.stream,
    usage: choosing.usage,
    form: formOf(likeliest !== undefined)
  };
}
