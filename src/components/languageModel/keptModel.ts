import {loadInt8, tensor, type Tensor} from "/lib/tensor.js";
import {
  transformer,
  type FullTransformerConfig,
  type Transformer,
  type TransformerConfig,
  type TransformerParams
} from "/lib/transformer.js";

/** A trained model as it is kept. */
export interface KeptModel {
  readonly description: FullTransformerConfig;
  /** The vocabulary, in the order of ids; the last stands for every other. */
  readonly tokens: readonly string[];
  /** A file of `saveInt8`, in base64. */
  readonly weights: string;
  /** Nats a token on held-out text, as trained and with eight bits a weight. */
  readonly loss: number;
  readonly roundedLoss: number;
  /** The fingerprint of the parameters before they were rounded. */
  readonly hash: string;
}

/** A trained model to look into. */
export interface OpenModel {
  readonly model: Transformer;
  readonly params: TransformerParams;
  readonly tokens: readonly string[];
  /** int32 [1, characters]; a character that the model never saw is the last token. */
  readonly encode: (text: string) => Tensor;
  /** The same parameters in a model that is described a little otherwise, such as without a mask. */
  readonly changed: (change: Partial<TransformerConfig>) => Transformer;
}

/** Opens what is kept: weights of eight bits become float32. */
export function openModel({description, tokens, weights}: KeptModel): OpenModel {
  const bytes = Uint8Array.from(atob(weights), (unit) => unit.charCodeAt(0));
  const ids = new Map(tokens.map((token, id) => [token, id]));
  return {
    model: transformer(description),
    params: loadInt8(bytes) as TransformerParams, // written by `saveInt8` of such
    tokens,
    encode: (text) => {
      const list = Array.from(text, (character) => ids.get(character) ?? tokens.length - 1);
      return tensor(Int32Array.from(list), {shape: [1, list.length]});
    },
    changed: (change) => transformer({...description, ...change})
  };
}
