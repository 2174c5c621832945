import type {Key} from "llm-first-principles";
import type {ChatPrompt, Message} from "../chat/chatPrompt.js";
import {CommandError} from "../exit.js";
import {finishReason, type Asked, type Form} from "./asked.js";
import {checkBody, given, switchField, wholeField, wrong, type Body, type KnownFields} from "./bodyFields.js";
import {CHOOSING_FIELDS, choosingOf} from "./choosing.js";
import type {Candidate, Piece, ShownToken} from "./pieces.js";
import {badField} from "./requestError.js";
import {checkModel, idsOf, textsOf, type Served} from "./served.js";

const empty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const FIELDS: KnownFields = {
  read: [...CHOOSING_FIELDS, "messages", "max_completion_tokens", "logprobs", "top_logprobs"],
  fixed: {
    tools: empty,
    functions: empty,
    tool_choice: (value) => value === "none" || value === "auto",
    parallel_tool_calls: () => true,
    function_call: (value) => value === "none" || value === "auto",
    modalities: (value) => Array.isArray(value) && value.length === 1 && value[0] === "text",
    response_format: (value) => typeof value === "object" && value !== null && Reflect.get(value, "type") === "text",
    audio: () => false,
    prediction: () => false,
    reasoning_effort: (value) => value === "none",
    verbosity: () => false,
    web_search_options: () => false
  }
};

const MOST_LIKELIEST = 20;

const ROLES: Readonly<Record<string, Message["role"]>> = {
  system: "system",
  developer: "system",
  user: "user",
  assistant: "assistant"
};

/** The text of a message: a string, or parts that are texts. */
function contentOf(content: unknown, field: string): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) throw wrong(field, "a message has a text, or a list of parts that are texts", content);
  return content
    .map((part: unknown) => {
      const text: unknown = typeof part === "object" && part !== null ? Reflect.get(part, "text") : undefined;
      if (typeof text === "string" && Reflect.get(part as object, "type") === "text") return text;
      throw wrong(field, "a part of a message is a text", part, 'such as {"type": "text", "text": …}');
    })
    .join("");
}

function messagesOf(value: unknown): readonly Message[] {
  if (!Array.isArray(value) || value.length === 0)
    throw wrong("messages", "this is a list of at least one message", value);
  return value.map((message: unknown, i) => {
    const field = `messages[${i}]`;
    if (typeof message !== "object" || message === null) throw wrong(field, "a message is a record", message);
    const {role, content, ...rest} = message as Body;
    const known = ROLES[String(role)];
    if (known === undefined) throw wrong(`${field}.role`, `a role is one of ${Object.keys(ROLES).join(", ")}`, role);
    const [other] = Object.keys(rest).filter((name) => given(rest, name) !== undefined && !empty(rest[name]));
    if (other !== undefined)
      throw wrong(`${field}.${other}`, "this server does not do that", rest[other], "leave the field out");
    return {role: known, content: contentOf(content, `${field}.content`)};
  });
}

/** A token as chats show it: bytes are null where they are a part of a character. */
const shown = ({token, logProb}: Candidate) => ({
  token,
  logprob: logProb,
  bytes: token.includes("\uFFFD") ? null : [...new TextEncoder().encode(token)]
});

const logprobsOf = (tokens: readonly ShownToken[], asked: boolean): object | null =>
  asked
    ? {content: tokens.map((token) => ({...shown(token), top_logprobs: token.likeliest.map(shown)})), refusal: null}
    : null;

const formOf = (asked: boolean): Form => ({
  prefix: "chatcmpl-",
  whole: "chat.completion",
  chunk: "chat.completion.chunk",
  choice: (index: number, piece: Piece) => ({
    index,
    message: {role: "assistant", content: piece.text, refusal: null},
    logprobs: logprobsOf(piece.tokens, asked),
    finish_reason: finishReason(piece)
  }),
  parts: (index, piece) => {
    if (piece === undefined)
      return [{index, delta: {role: "assistant", content: "", refusal: null}, logprobs: null, finish_reason: null}];
    const {text, tokens} = piece;
    const more = {index, delta: {content: text}, logprobs: logprobsOf(tokens, asked), finish_reason: null};
    const end = {index, delta: {}, logprobs: null, finish_reason: finishReason(piece)};
    return [...(text === "" && tokens.length === 0 ? [] : [more]), ...(piece.ended === undefined ? [] : [end])];
  }
});

/** Tokens at most: by either of two names. */
function lengthOf(body: Body, most: number): number {
  const [old, now] = ["max_tokens", "max_completion_tokens"].map((field) => wholeField(body, field, {least: 1, most}));
  if (old === undefined || now === undefined || old === now) return now ?? old ?? most;
  throw wrong("max_tokens", "this is the older name of max_completion_tokens", old, "leave one of them out");
}

/** What a body asks of `/v1/chat/completions`. @throws RequestError */
export function askedChat(
  served: Served,
  promptOf: (messages: readonly Message[]) => ChatPrompt,
  body: unknown,
  keyOf: (seed: number | undefined) => Key
): Asked {
  checkBody(body, FIELDS);
  checkModel(served, body["model"]);
  const choosing = choosingOf(body, served.model.tokenizer.vocabulary.tokens.length, served.mostTexts);
  const length = lengthOf(body, served.mostTokens);
  const asked = switchField(body, "logprobs");
  const likeliest = wholeField(body, "top_logprobs", {least: 0, most: MOST_LIKELIEST});
  if (likeliest !== undefined && !asked)
    throw badField("top_logprobs", "they come with logprobs", [], "set logprobs to true, or leave them out");
  const messages = messagesOf(given(body, "messages"));
  const {prompt, stop} = prompted(promptOf, messages);
  const ids = idsOf(served, "messages", prompt);
  return {
    texts: textsOf(served, {...choosing, stop: [...choosing.stop, ...stop]}, keyOf(choosing.seed), [ids], length),
    promptTokens: ids.length,
    likeliest: asked ? (likeliest ?? 0) : undefined,
    stream: choosing.stream,
    usage: choosing.usage,
    form: formOf(asked)
  };
}

/** A template may refuse a conversation: one whose roles do not take turns, or that has a system’s word. */
function prompted(promptOf: (messages: readonly Message[]) => ChatPrompt, messages: readonly Message[]): ChatPrompt {
  try {
    return promptOf(messages);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw badField("messages", "the model’s chat template takes this conversation", error.fault.found);
  }
}
