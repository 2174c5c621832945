export {bengioFields, type BengioConfig} from "./bengioFields.js";
export {neuralBigramFields} from "./neuralBigramFields.js";
export {recurrentFields, type RecurrentConfig} from "./recurrentFields.js";
