export {bengioFields, type BengioConfig} from "./bengioFields.js";
export {recurrentFields, type RecurrentConfig} from "./recurrentFields.js";
