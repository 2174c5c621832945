import {hash} from "../core/hash.js";
import type {StoredTensor} from "../io/safetensorsFormat.js";
import type {FullTransformerConfig} from "../nn/transformer/transformerConfig.js";
import {toHuggingFaceConfig} from "./huggingFaceConfig.js";

/** The hash of a model in a directory: of its description, as far as files have it, and of its weights as they are stored. */
export const directoryHash = (config: FullTransformerConfig, tensors: ReadonlyMap<string, StoredTensor>): string =>
  hash({config: toHuggingFaceConfig(config), tensors: Object.fromEntries(tensors)});
