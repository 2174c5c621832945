/** How models of four objectives write on, and how a larger one judges what they wrote. */
import {categorical, fold, type Key} from "/lib/index.js";
import {logSoftmax, tensor} from "/lib/tensor.js";
import type {OpenModel} from "../../../components/languageModel/keptModel.js";
import type {Asked} from "./blanks.js";
import {logProbsOf} from "./objectiveModels.js";
import {specialsOf, WINDOW, type ObjectiveName} from "./objectiveSpec.js";

const TEMPERATURE = 0.8;

/** Letters of a span that the model of spans may write before it is asked anew. */
const LONGEST_SPAN = 8;

/** One of the ids that are allowed, drawn. */
function drawn(logs: ArrayLike<number>, allowed: (id: number) => boolean, at: Key): number {
  return categorical(
    at,
    Array.from(logs, (x, id) => (allowed(id) ? Math.exp(x / TEMPERATURE) : 0))
  );
}

/** What a model writes behind a text, letter by letter, each from the last letters of all. */
export function writeOn(
  name: ObjectiveName,
  {model, params, letters}: Asked,
  prompt: ArrayLike<number>,
  length: number,
  key: Key
): readonly number[] {
  const {mask, sentinels} = specialsOf(letters);
  const [first, second] = sentinels as [number, number];
  const text = Array.from(prompt);
  const isLetter = (id: number): boolean => id < letters;
  let span: readonly number[] = []; // of the model of spans: what it has said of the present one
  for (let draws = 0; text.length < prompt.length + length; draws++) {
    const at = fold(key, draws);
    const last = text.slice(-(WINDOW - 1));
    const say = (read: readonly number[], prefix: number, allowed = isLetter): number =>
      drawn(logProbsOf(model, params, [read], prefix)[0]!.at(-1)!, allowed, at);
    if (name === "masked") text.push(say([...last, mask], 0));
    else if (name === "causal") text.push(say(last, 0));
    else if (name === "prefix") text.push(say(last, last.length - 1));
    else {
      const before = text.slice(0, text.length - span.length).slice(-(WINDOW - LONGEST_SPAN));
      const read = [...before, first, first, ...span];
      const said = say(read, before.length + 1, (id) => isLetter(id) || (id === second && span.length > 0));
      if (isLetter(said)) text.push(said);
      span = isLetter(said) && span.length + 1 < LONGEST_SPAN ? [...span, said] : []; // a sign that ends a span is no letter
    }
  }
  return text.slice(prompt.length);
}

/** What a masked model says of many masks behind a text, all at once, each by itself. */
export function fillAtOnce(
  {model, params, letters}: Asked,
  prompt: ArrayLike<number>,
  length: number,
  key: Key
): readonly number[] {
  const {mask} = specialsOf(letters);
  const read = [...Array.from(prompt).slice(-(WINDOW - length)), ...new Array<number>(length).fill(mask)];
  const logs = logProbsOf(model, params, [read])[0]!.slice(-length);
  return logs.map((each, i) => drawn(each, (id) => id < letters, fold(key, i)));
}

/** Mean nats that a larger model spends on the letters of a text behind a prompt. */
export function judgedBy({model, params, encode}: OpenModel, prompt: string, text: string): number {
  const ids = Array.from(encode(prompt + text).data).slice(-(model.config.context + 1));
  const count = Math.min([...text].length, ids.length - 1);
  const {vocabSize} = model.config;
  const {data} = logSoftmax(
    model.apply(params, tensor(Int32Array.from(ids.slice(0, -1)), {shape: [1, ids.length - 1]}))
  );
  let nats = 0;
  for (let i = ids.length - count; i < ids.length; i++) nats -= data[(i - 1) * vocabSize + ids[i]!]!;
  return nats / count;
}
