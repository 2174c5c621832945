export {transformerLmFields, type TransformerLmConfig} from "./transformerLmConfig.js";
