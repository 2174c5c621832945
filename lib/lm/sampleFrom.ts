import type {Key} from "../core/random/threefry.js";
import {chain} from "../decode/chain.js";
import {generate, type GenerationConfig} from "../decode/generation.js";
import type {LogitsRule} from "../decode/logits.js";
import {writing} from "../decode/writing.js";
import type {LmView} from "./lmModel.js";

/** How a model writes. */
export interface SampleOptions {
  /** The same key, parameters and rule write the same text. */
  readonly key: Key;
  /** Tokens to write, at most: 200 unless it is named. A document that ends is shorter. */
  readonly length?: number;
  /** What is done to the logits before one is drawn, such as `chain(temperature(0.8), topK(20))`; nothing unless it is named. */
  readonly rule?: LogitsRule;
  /** What the text begins with: nothing unless it is named. */
  readonly prompt?: string;
  /** Strings that end the text, and are not part of it, wherever tokens begin and end: none unless they are named. */
  readonly stop?: readonly string[];
}

/** What is needed of an opened model to write with it. */
export type Writing<P> = Pick<LmView<P>, "tokenizer" | "documents" | "predict">;

/** Removes tokens that no text has: nothing would come of one that was drawn. */
const without =
  (ids: readonly (number | undefined)[]): LogitsRule =>
  (logits) =>
    logits.map((x, id) => (ids.includes(id) ? -Infinity : x));

/**
 * A model with its parameters as a config of `generation` and `generate`, for whoever looks at each choice. It never writes
 * the begin or the unknown token, and of documents it ends with the end of one.
 */
export function generationFrom<P>(
  {tokenizer, documents, predict}: Writing<P>,
  params: P,
  {key, length = 200, rule, prompt = ""}: SampleOptions
): GenerationConfig {
  const {unknown, begin} = tokenizer.vocabulary;
  const spelled = without([unknown, begin]);
  return {
    predict: predict(params),
    prompt: [...tokenizer.encode(prompt)],
    length,
    rule: rule === undefined ? spelled : chain(spelled, rule),
    key,
    ...(documents === undefined ? {} : {end: documents.end})
  };
}

/**
 * The text that a model writes: its prompt, and what follows by one draw for each token. Of documents it is one document,
 * without its end.
 *
 * @throws ConfigError for a length that is not whole or an empty stop string; TextError for a prompt that the tokenizer does not know.
 */
export function sampleFrom<P>(model: Writing<P>, params: P, options: SampleOptions): string {
  const config = generationFrom(model, params, options);
  if (options.stop !== undefined) return stopped(model, config, options.stop);
  const written = Array.from(generate(config), ({token}) => token);
  const ended = config.end !== undefined && written.at(-1) === config.end;
  return model.tokenizer.decode([...config.prompt, ...(ended ? written.slice(0, -1) : written)]);
}

/** The same, looking at the text after each token. */
function stopped<P>({tokenizer}: Writing<P>, config: GenerationConfig, stop: readonly string[]): string {
  const begun = tokenizer.decode(config.prompt);
  const decode = (ids: readonly number[]): string => tokenizer.decode([...config.prompt, ...ids]).slice(begun.length);
  let text = "";
  for (const step of writing({...config, decode, stop})) text = step.text;
  return begun + text;
}
