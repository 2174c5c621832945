import {chain, type Key, type LogitsRule} from "llm-first-principles";
import {generationFrom} from "llm-first-principles/stages/neural-lm";
import {generationSteps, writing, type WritingStep} from "llm-first-principles/transformer";
import {map, scan, type Observable} from "rxjs";
import type {LoadedModel} from "../models/loadedModel.js";

export interface WritingOptions {
  readonly prompt: string;
  readonly length: number;
  readonly rule: LogitsRule;
  readonly key: Key;
  readonly stop: readonly string[];
}

/** What a step of writing adds to the text. */
interface Piece {
  readonly piece: string;
  readonly step: WritingStep;
}

/** Takes rows of logits away that no token has: an embedding may have more of them than there are tokens. */
const known =
  (tokens: number): LogitsRule =>
  (logits) =>
    logits.length === tokens ? logits : logits.map((x, id) => (id < tokens ? x : -Infinity));

/** The text that a model writes after a prompt, piece by piece, as soon as each is sure. */
export function written(model: LoadedModel, {stop, rule, ...options}: WritingOptions): Observable<Piece> {
  const {tokenizer, documents, end} = model;
  const {decode, vocabulary} = tokenizer;
  const steps = () => {
    const config = generationFrom({tokenizer, documents, predict: model.predict} as never, undefined, {
      ...options,
      rule: chain(known(vocabulary.tokens.length), rule)
    });
    const begun = decode(config.prompt);
    // what a token spells may depend on the one before it
    const spelled = (ids: readonly number[]): string => decode([...config.prompt, ...ids]).slice(begun.length);
    return writing({...config, ...(end !== undefined && {end}), decode: spelled, stop});
  };
  return generationSteps(steps).pipe(
    scan<WritingStep, {readonly text: string; readonly piece: string; readonly step: WritingStep}, undefined>(
      (last, step) => ({text: step.text, piece: step.text.slice(last?.text.length ?? 0), step}),
      undefined
    ),
    map(({piece, step}) => ({piece, step}))
  );
}
