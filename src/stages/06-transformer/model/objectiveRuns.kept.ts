/** One small transformer, trained to say four different things on the same text for as many steps, and what each can do then. */
import {fold, hash, heldOut, key} from "/lib/index.js";
import {saveInt8, type Tensor} from "/lib/tensor.js";
import type {TransformerParams} from "/lib/transformer.js";
import {estimate} from "/lib/transformer.js";
import {excerpt} from "../../../../tools/corpora.js";
import characterGpt from "../../../data/models/characterGpt.json" with {type: "json"};
import {openModel, type KeptModel} from "../../../components/languageModel/keptModel.js";
import {fromLeft, fromMask, fromSentinel, fromTrying} from "./blanks.js";
import {exampleOf, heldLoss, modelFor, trainFor} from "./objectiveModels.js";
import {
  OBJECTIVES,
  TRAIN_EVERY,
  TRAIN_STEPS,
  WINDOW,
  type KeptObjective,
  type ObjectiveName,
  type ObjectiveRuns
} from "./objectiveSpec.js";
import {fillAtOnce, judgedBy, writeOn} from "./objectiveWriting.js";

/** Held-out windows on which a letter is asked for. */
const WINDOWS = 300;
const APART = 397;
const PLACE = 32;
/** Passages that are continued, and letters of a continuation. */
const PASSAGES = 8;
const WRITTEN = 96;
const FILLED = 32;

const text = () => heldOut(excerpt("moby-dick").text);
const rounded = (x: number): number => Number(x.toFixed(4));
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

export function value(): ObjectiveRuns {
  const {tokenizer, train, held} = text();
  const {tokens} = tokenizer.vocabulary;
  const letters = tokens.length;
  const windows = Array.from({length: WINDOWS}, (_, i) => Array.from(held.subarray(i * APART, i * APART + WINDOW)));
  const judge = openModel(characterGpt.value as unknown as KeptModel);
  const prompts = Array.from({length: PASSAGES}, (_, i) => Array.from(held.subarray(i * 9000, i * 9000 + WINDOW)));
  const spell = (ids: ArrayLike<number>): string => Array.from(ids, (id) => tokens[id]).join("");
  const judgedAll = (write: (prompt: readonly number[], i: number) => readonly number[]) => {
    const texts = prompts.map(write);
    return {
      text: spell(texts[0]!),
      judged: rounded(mean(texts.map((ids, i) => judgedBy(judge, spell(prompts[i]!), spell(ids)))))
    };
  };
  const trained = new Map<ObjectiveName, TransformerParams>();
  const lossIn = (probabilities: (ids: readonly number[]) => ArrayLike<number>, place: number): number =>
    rounded(mean(windows.map((ids) => -Math.log(probabilities(ids)[ids[place]!]!))));
  const runOf = (name: ObjectiveName): KeptObjective => {
    const course: KeptObjective["course"][number][] = [];
    const params = trainFor(name, train, letters, {steps: TRAIN_STEPS, every: TRAIN_EVERY}, (step, now, said) =>
      course.push({step, said, loss: rounded(heldLoss(name, held, letters, now))})
    );
    trained.set(name, params);
    const asked = {model: modelFor(name, letters), params, letters};
    const last = WINDOW - 1;
    const next = {
      causal: (ids: readonly number[]) => fromLeft(asked, ids, last),
      prefix: (ids: readonly number[]) => fromLeft(asked, ids, last, last - 1),
      masked: (ids: readonly number[]) => fromMask(asked, ids, last),
      spans: (ids: readonly number[]) => fromSentinel(asked, ids, last)
    }[name];
    const blank = {
      causal: undefined,
      prefix: undefined,
      masked: (ids: readonly number[]) => fromMask(asked, ids, PLACE),
      spans: (ids: readonly number[]) => fromSentinel(asked, ids, PLACE)
    }[name];
    return {
      course,
      read: exampleOf(name, letters)(windows[0]!, key(4), 0).inputs.length,
      next: lossIn(next, last),
      ...(blank && {blank: lossIn(blank, PLACE)}),
      written: judgedAll((prompt, i) => writeOn(name, asked, prompt, WRITTEN, fold(key(5), i))),
      ...((name === "causal" || name === "masked") && {weights: Buffer.from(saveInt8(params)).toString("base64")})
    };
  };
  const runs = Object.fromEntries(OBJECTIVES.map((name) => [name, runOf(name)])) as ObjectiveRuns["runs"];
  const asked = (name: ObjectiveName) => ({model: modelFor(name, letters), params: trained.get(name)!, letters});
  return {
    tokens,
    parameters: estimate(modelFor("causal", letters).config).parameters.total,
    runs,
    blankLeft: lossIn((ids) => fromLeft(asked("causal"), ids, PLACE), PLACE),
    blankTried: lossIn((ids) => fromTrying(asked("causal"), ids, PLACE), PLACE),
    atOnce: judgedAll((prompt, i) => fillAtOnce(asked("masked"), prompt, FILLED, fold(key(6), i))),
    truth: {
      prompt: spell(prompts[0]!),
      judged: rounded(
        mean(
          prompts.map((prompt, i) =>
            judgedBy(judge, spell(prompt), spell(held.subarray(i * 9000 + WINDOW, i * 9000 + WINDOW + WRITTEN)))
          )
        )
      )
    }
  };
}

/** The first steps of each, which a test repeats. */
export function firstSteps(): string {
  const {tokenizer, train} = text();
  const first = (name: ObjectiveName): Tensor =>
    trainFor(name, train, tokenizer.vocabulary.tokens.length, {steps: 3, every: 3}, () => undefined).embedding.weight;
  return hash(OBJECTIVES.map((name) => hash(first(name))));
}
