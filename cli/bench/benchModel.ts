import {fold, key, uniform} from "llm-first-principles";
import {iterate} from "llm-first-principles/tensor";
import {batchWriter, writing, type TransformerParams, type WritingRequest} from "llm-first-principles/transformer";
import {oneByOne} from "../models/oneByOne.js";
import {tokensOf, type OpenedModel, type State} from "../models/openModel.js";
import {timed, type Rate} from "./rate.js";

/** How fast a model is, in tokens a second. */
interface Bench {
  readonly training: Rate;
  /** Of one text. */
  readonly writing: Rate;
  /** Of eight texts in one batch. */
  readonly batched: Rate;
  /** Tokens that the first step learns to predict. */
  readonly tokensPerStep: number;
}

/** Texts of a batch, and tokens of each. */
const [TEXTS, LENGTH] = [8, 32] as const;

/** Words of a made-up language, for whoever has no text at hand: the same for everybody. */
export function drawnText(characters: number): string {
  const syllables = "ka lo mi ren sta vu oth el dra in pe sho".split(" ");
  const words = Array.from({length: 400}, (_, word) =>
    Array.from(
      {length: 1 + Math.floor(3 * uniform(key(1), word))},
      (_, i) => syllables[Math.floor(syllables.length * uniform(fold(key(2), word), i))]!
    ).join("")
  );
  const chosen: string[] = [];
  for (let length = 0, i = 0; length < characters; i++) {
    const u = uniform(key(3), i);
    const word = words[Math.floor(words.length * u * u)]!; // few words are frequent, as in any language
    chosen.push(i % 12 === 11 ? `${word}.\n` : `${word} `);
    length += chosen.at(-1)!.length;
  }
  return chosen.join("");
}

function trainingRate(opened: OpenedModel, seconds: number): Rate {
  let state: State = opened.model();
  return timed((steps) => {
    const from = state.step;
    state = iterate((now: State, i) => opened.step(now, opened.data(i)), state, steps, from);
    let tokens = 0;
    for (let step = from; step < from + steps; step++) tokens += tokensOf(opened, step);
    return tokens;
  }, seconds);
}

/** Times training and writing, so many seconds each. */
export function benchModel(opened: OpenedModel, text: string, seconds: number): Bench {
  const {params} = opened.model();
  const predict = () => opened.predict(params);
  let drawn = 0;
  const request = (): WritingRequest => ({
    prompt: [...opened.tokenizer.encode(text.slice(0, 20))],
    length: LENGTH,
    key: fold(key(1), drawn++)
  });
  const batched = <T extends {readonly state: {readonly ended: unknown}}>(
    begin: (request: WritingRequest) => T,
    round: (texts: readonly T[]) => readonly T[]
  ): Rate =>
    timed((pieces) => {
      for (let piece = 0; piece < pieces; piece++) {
        let texts: readonly T[] = Array.from({length: TEXTS}, () => begin(request()));
        while (texts.some(({state}) => state.ended === undefined)) texts = round(texts);
      }
      return pieces * TEXTS * LENGTH;
    }, seconds);
  const alone = timed((pieces) => {
    for (let piece = 0; piece < pieces; piece++) for (const _ of writing({...request(), predict: predict()})) continue;
    return pieces * LENGTH;
  }, seconds);
  const both = (): Rate => {
    if (opened.transformer === undefined) {
      const {begin, round} = oneByOne(predict);
      return batched(begin, round);
    }
    const {begin, round} = batchWriter(opened.transformer, params as TransformerParams); // as a transformer’s state has
    return batched(begin, round);
  };
  return {training: trainingRate(opened, seconds), writing: alone, batched: both(), tokensPerStep: tokensOf(opened, 0)};
}
