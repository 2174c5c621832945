import {chain, frequencyPenalty, logitBias, presencePenalty, type LogitsRule} from "llm-first-principles";
import {ruleOf} from "../sample/rules.js";
import {given, realField, stopField, switchField, wholeField, wrong, type Body} from "./bodyFields.js";
import {badField} from "./requestError.js";

/** Fields that both kinds of requests have. */
export const CHOOSING_FIELDS = [
  "model",
  "max_tokens",
  "temperature",
  "top_p",
  "top_k",
  "min_p",
  "n",
  "stop",
  "seed",
  "stream",
  "stream_options",
  "frequency_penalty",
  "presence_penalty",
  "logit_bias"
] as const;

/** How texts are asked for, whatever they are of. */
export interface Choosing {
  /** What is done to the logits of a text with a prompt of so many ids. */
  readonly rule: (promptLength: number) => LogitsRule;
  /** Texts for each prompt. */
  readonly count: number;
  readonly stop: readonly string[];
  readonly seed: number | undefined;
  readonly stream: boolean;
  /** Whether a stream ends with what was used. */
  readonly usage: boolean;
}

function biasesOf(body: Body, tokens: number): readonly (readonly [number, number])[] {
  const value = given(body, "logit_bias") ?? {};
  if (typeof value !== "object" || Array.isArray(value))
    throw wrong("logit_bias", "this is a record from ids of tokens to numbers", value);
  return Object.entries(value).map(([id, bias]) => {
    if (!/^\d+$/.test(id) || Number(id) >= tokens)
      throw wrong(`logit_bias.${id}`, `an id is a whole number below ${tokens}, the size of the vocabulary`, id);
    if (typeof bias !== "number" || !(Math.abs(bias) <= 100))
      throw wrong(`logit_bias.${id}`, "a bias is a number from -100 to 100", bias);
    return [Number(id), bias] as const;
  });
}

/** A rule that looks at what was written, and not at the prompt. */
const ofWritten =
  (rule: LogitsRule, promptLength: number): LogitsRule =>
  (logits, context) =>
    rule(logits, Array.from(context).slice(promptLength));

/** What a request says of how its texts are drawn. @throws RequestError */
export function choosingOf(body: Body, tokens: number, mostTexts: number): Choosing {
  const penalty = {least: -2, most: 2};
  const frequency = realField(body, "frequency_penalty", penalty) ?? 0;
  const presence = realField(body, "presence_penalty", penalty) ?? 0;
  const biases = biasesOf(body, tokens);
  const topK = wholeField(body, "top_k", {least: 1, most: Number.MAX_SAFE_INTEGER});
  const topP = realField(body, "top_p", {least: 0, most: 1});
  const minP = realField(body, "min_p", {least: 0, most: 1});
  const temperature = realField(body, "temperature", {least: 0, most: 2}) ?? 1;
  const drawn = ruleOf({
    temperature,
    ...(topK !== undefined && {topK}),
    ...(topP !== undefined && topP < 1 && {topP}),
    ...(minP !== undefined && {minP})
  });
  const penalized = chain(frequencyPenalty(frequency), presencePenalty(presence));
  const stream = switchField(body, "stream");
  return {
    rule: (promptLength) =>
      chain(
        ...(biases.length === 0 ? [] : [logitBias(biases)]),
        ...(frequency === 0 && presence === 0 ? [] : [ofWritten(penalized, promptLength)]),
        drawn
      ),
    count: wholeField(body, "n", {least: 1, most: mostTexts}) ?? 1,
    stop: stopField(body),
    seed: wholeField(body, "seed", {least: 0, most: Number.MAX_SAFE_INTEGER}),
    stream,
    usage: usageOf(body, stream)
  };
}

function usageOf(body: Body, stream: boolean): boolean {
  const options = given(body, "stream_options");
  if (options === undefined) return false;
  if (!stream) throw badField("stream_options", "a stream has them", [], "set stream to true, or leave them out");
  if (typeof options !== "object" || Array.isArray(options)) throw wrong("stream_options", "this is a record", options);
  // include_obfuscation pads chunks against listeners, and changes no text
  const unknown = Object.keys(options as Body).find((name) => !/^include_(usage|obfuscation)$/.test(name));
  if (unknown !== undefined) throw badField(`stream_options.${unknown}`, "there is no such field here");
  return switchField(options as Body, "include_usage");
}
