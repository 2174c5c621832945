import type {FieldsOf} from "../../core/fields.js";
import {lmFields, type LmConfig} from "../../lm/lmConfig.js";

/** What the config of a neural bigram is made of. */
export const neuralBigramFields: FieldsOf<LmConfig> = lmFields(0.1);
