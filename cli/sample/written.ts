import {generationSteps, writing, type WritingStep} from "llm-first-principles/transformer";
import {map, scan, type Observable} from "rxjs";
import type {LoadedModel} from "../models/loadedModel.js";
import {requestOf, type WritingOptions} from "./requestOf.js";

/** What a step of writing adds to the text. */
interface Piece {
  readonly piece: string;
  readonly step: WritingStep;
}

interface PromptedOptions extends Omit<WritingOptions, "prompt"> {
  readonly prompt: string;
}

/** The text that a model writes after a prompt, piece by piece, as soon as each is sure. */
export function written(model: LoadedModel, {prompt, ...options}: PromptedOptions): Observable<Piece> {
  const steps = () => {
    const request = requestOf(model, {...options, prompt: [...model.tokenizer.encode(prompt)]});
    return writing({...request, predict: model.predict()});
  };
  return generationSteps(steps).pipe(
    scan<WritingStep, {readonly text: string; readonly piece: string; readonly step: WritingStep}, undefined>(
      (last, step) => ({text: step.text, piece: step.text.slice(last?.text.length ?? 0), step}),
      undefined
    ),
    map(({piece, step}) => ({piece, step}))
  );
}
