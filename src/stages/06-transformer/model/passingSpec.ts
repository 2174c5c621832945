import type {TransformerLmConfig} from "/lib/stages/transformer.js";
import {characterGptConfig} from "../../../data/models/characterGptConfig.js";

/** The run that passes counting begins with the settings of the transformer that comes with the book, the text besides. */
export const passingStart = characterGptConfig;
export const PASSING_STEPS = characterGptConfig.totalSteps;
export const PASSING_EVERY = 50;

/** A config, from a form and a text: a list of names is learned name by name. */
export const passingConfig = (
  settings: Partial<TransformerLmConfig>,
  corpus: string,
  documents: boolean
): TransformerLmConfig => ({...passingStart, ...settings, corpus, documents});
