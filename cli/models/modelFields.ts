import {oneOf, type Fields} from "llm-first-principles";
import {bengioFields, neuralBigramFields, recurrentFields} from "llm-first-principles/stages/neural-lm/fields";
import {transformerLmFields} from "llm-first-principles/stages/transformer/fields";

/** The models that are trained, by their names. */
export const MODELS = ["transformer", "bengio", "recurrent", "bigram"] as const;
export type ModelName = (typeof MODELS)[number];

/** The settings of each; their engines are loaded when one is trained. */
export const modelFields: Readonly<Record<ModelName, Fields>> = {
  transformer: transformerLmFields,
  bengio: bengioFields,
  recurrent: recurrentFields,
  bigram: neuralBigramFields
};

/** @throws ConfigError */
export const modelNamed = (where: string, name: unknown): ModelName => oneOf(where, name, MODELS);
