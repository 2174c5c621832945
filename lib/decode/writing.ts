import {checkFields} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import {exp} from "../core/math/exp.js";
import {uniform} from "../core/random/uniform.js";
import {checkKey, checkVocabulary, checkWriting} from "./checkWriting.js";
import {chosen, rankOf, type Choice} from "./choice.js";
import type {GenerationConfig} from "./generation.js";
import {logSoftmax} from "./softmax.js";
import {stopStrings, type StopState} from "./stopStrings.js";

/** What is to be written, whoever writes it. */
export interface WritingRequest extends Omit<GenerationConfig, "predict"> {
  /** What ids spell, such as a tokenizer's `decode`: without it there is no text. */
  readonly decode?: (ids: readonly number[]) => string;
  /** Strings that end the text, and are not part of it, wherever tokens begin and end. */
  readonly stop?: readonly string[];
}

/** What is to be written, and by which model. */
export interface WritingConfig extends WritingRequest, Pick<GenerationConfig, "predict"> {}

/** What ended a text. */
export type Ending = "length" | "end" | "stop";

/** One written token. */
export interface WritingStep {
  readonly token: number;
  /** Tokens written, with this one. */
  readonly count: number;
  /** The logarithm of its probability under the model itself, before the rule, in nats. */
  readonly logProb: number;
  /** Its place there, 1 for the likeliest. */
  readonly rank: number;
  /** How uncertain the model was, in nats. */
  readonly entropy: number;
  /** What it was drawn from, after the rule. */
  readonly choice: Choice;
  /** What was written so far, without the prompt: as far as it is sure that no stop string or unfinished character is in it. */
  readonly text: string;
  /** What ended the text, with the last token. */
  readonly ended: Ending | undefined;
}

/** A text in the making. */
export interface WritingState {
  /** The prompt, and what was written after it. */
  readonly ids: readonly number[];
  readonly last: WritingStep | undefined;
  readonly ended: Ending | undefined;
  /** How much of what the ids spell was read for stop strings. */
  readonly spelled: number;
  readonly stop: StopState;
}

/** Writing as a machine without memory: whoever has logits makes one state of another. */
export interface WritingMachine {
  readonly start: WritingState;
  /** The state with one token more, given the logits of what follows its ids. */
  readonly next: (state: WritingState, logits: Float64Array) => WritingState;
}

const FIELDS = ["prompt", "length", "rule", "key", "end", "decode", "stop"] as const;

/** Of a text in bytes, the last character may be unfinished; it is then read as replacement characters. */
const finished = (text: string): string => text.replace(/\uFFFD+$/, "");

/** How much the model itself thought of a token, and how sure it was. */
function judged(logits: Float64Array, token: number): Pick<WritingStep, "logProb" | "rank" | "entropy"> {
  const logProbs = logSoftmax(logits);
  let entropy = 0;
  for (const x of logProbs) if (x > -Infinity) entropy -= x * exp(x);
  return {logProb: logProbs[token]!, rank: rankOf(logits, token), entropy};
}

/**
 * A request as a machine: for whoever makes logits in a way of their own, such as of many texts at once.
 *
 * @param where - What errors call it.
 * @throws ConfigError for a request that cannot be.
 */
export function writingMachine(request: WritingRequest, where = "writing"): WritingMachine {
  checkFields(where, request, FIELDS);
  checkKey(where, request.key);
  checkWriting(where, request);
  const {prompt, length, rule, key, end, decode, stop = []} = request;
  if (decode === undefined && stop.length > 0)
    throw new ConfigError(
      `${where}.stop`,
      "strings end a text where ids spell one",
      [found("stop", stop)],
      "give decode too, such as a tokenizer's"
    );
  const {start, read, rest} = stopStrings(stop);
  return {
    start: {
      ids: prompt,
      last: undefined,
      ended: length === 0 ? "length" : undefined,
      spelled: 0,
      stop: start
    },
    next: (state, logits) => {
      checkVocabulary(where, state.ids, logits.length);
      const count = state.ids.length - prompt.length + 1;
      const choice = chosen(logits, rule, state.ids, uniform(key, count - 1));
      const {token} = choice;
      const ids = [...state.ids, token];
      const over: Ending | undefined = token === end ? "end" : count >= length ? "length" : undefined;
      const own = ids.slice(prompt.length, over === "end" ? -1 : undefined);
      const spelled = decode?.(own) ?? "";
      const sure = over === undefined ? finished(spelled) : spelled;
      const {state: stopped, text: more} = read(state.stop, sure.slice(state.spelled));
      const ended = stopped.stopped === undefined ? over : "stop";
      const text = `${state.last?.text ?? ""}${more}${ended === undefined ? "" : rest(stopped)}`;
      const last: WritingStep = {token, count, ...judged(logits, token), choice, text, ended};
      return {ids, last, ended, spelled: Math.max(state.spelled, sure.length), stop: stopped};
    }
  };
}

/**
 * Writes the tokens that `generate` writes with the same key, with what the model thought of each and the text so far. One step
 * at a time and as it is asked for, for `for … of`.
 *
 * @throws ConfigError, when the first step is asked for, for settings that cannot be.
 */
export function* writing({predict, ...request}: WritingConfig): Generator<WritingStep, void, undefined> {
  const {start, next} = writingMachine(request);
  let state = start;
  while (state.ended === undefined) {
    state = next(state, predict(state.ids));
    yield state.last!;
  }
}
