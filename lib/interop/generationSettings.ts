import {real, whole} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {FormatError, found} from "../core/errors.js";
import type {EndTokens} from "./huggingFaceConfig.js";

/** How engines write unless they are told otherwise: `generation_config.json`. */
export interface GenerationSettings {
  /** 1; 0 is the most likely token every time. */
  readonly temperature?: number;
  /** Tokens to draw among; 0 for all, which it is unless it is named. */
  readonly topK?: number;
  /** 1 */
  readonly topP?: number;
  /** 0 */
  readonly minP?: number;
  /** 1 */
  readonly repetitionPenalty?: number;
  /** Tokens that are written at most; what engines have unless it is named. */
  readonly maxNewTokens?: number;
}

/**
 * The record of a generation_config.json. All tokens are drawn among unless `topK` says otherwise: what is left out would be 50.
 *
 * @throws ConfigError for a setting that cannot be.
 */
export function toGenerationConfig(settings: GenerationSettings, {begin, end}: EndTokens): object {
  const where = "writeHuggingFace.generation";
  checkFields(where, settings, ["temperature", "topK", "topP", "minP", "repetitionPenalty", "maxNewTokens"]);
  const {temperature = 1, topK = 0, topP = 1, minP = 0, repetitionPenalty = 1, maxNewTokens} = settings;
  real(`${where}.temperature`, temperature, {least: 0});
  const draws = temperature > 0;
  return {
    bos_token_id: begin ?? null,
    eos_token_id: end ?? null,
    do_sample: draws,
    ...(draws && {
      temperature,
      top_k: whole(`${where}.topK`, topK),
      top_p: real(`${where}.topP`, topP, {above: 0, most: 1}),
      ...(minP !== 0 && {min_p: real(`${where}.minP`, minP, {least: 0, most: 1})})
    }),
    repetition_penalty: real(`${where}.repetitionPenalty`, repetitionPenalty, {above: 0}),
    ...(maxNewTokens !== undefined && {max_new_tokens: whole(`${where}.maxNewTokens`, maxNewTokens, {least: 1})})
  };
}

/** The settings of a generation_config.json; what is absent in it is what engines take then. @throws FormatError */
export function fromGenerationConfig(record: Readonly<Record<string, unknown>>): GenerationSettings {
  const number = (name: string, absent: number): number => {
    const value = record[name] ?? absent;
    if (typeof value === "number") return value;
    throw new FormatError("readHuggingFace", `${name} of generation_config.json is a number`, [found(name, value)]);
  };
  const draws = record["do_sample"] === true;
  const most = record["max_new_tokens"];
  return {
    temperature: draws ? number("temperature", 1) : 0,
    topK: draws ? number("top_k", 50) : 0,
    topP: draws ? number("top_p", 1) : 1,
    minP: draws ? number("min_p", 0) : 0,
    repetitionPenalty: number("repetition_penalty", 1),
    ...(typeof most === "number" && {maxNewTokens: most})
  };
}
