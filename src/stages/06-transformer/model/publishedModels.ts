/** Descriptions of models whose sizes are published. */
import {
  gpt2,
  llama,
  mistral,
  mixtral,
  original,
  type TransformerConfig,
  type TransformerSizes
} from "/lib/transformer.js";

const seven = {vocabSize: 32000, layers: 32, width: 4096, heads: 32} as const;

/** Each by its preset, with the sizes that its paper or its file of settings names. */
export const PUBLISHED = {
  gpt2: {
    name: "GPT-2 small",
    description: gpt2({vocabSize: 50257, layers: 12, width: 768, heads: 12, context: 1024})
  },
  llama2: {name: "Llama 2 7B", description: llama({...seven, hidden: 11008, context: 4096})},
  mistral: {
    name: "Mistral 7B",
    description: mistral({...seven, kvHeads: 8, hidden: 14336, context: 32768, window: 4096})
  },
  llama3: {
    name: "Llama 3 8B",
    description: llama({...seven, vocabSize: 128256, kvHeads: 8, hidden: 14336, context: 8192, ropeBase: 500000})
  },
  mixtral: {
    name: "Mixtral 8x7B",
    description: mixtral({...seven, kvHeads: 8, hidden: 14336, context: 32768, ropeBase: 1000000})
  }
} as const satisfies Readonly<Record<string, {readonly name: string; readonly description: TransformerConfig}>>;

export type PublishedName = keyof typeof PUBLISHED;

/** Sizes that all five forms are given, to be compared. */
const alike: TransformerSizes = {...seven, context: 8192};

/** Five forms of the same size, in the order of the years. */
export const FIVE = {
  original: {name: "the first", description: original(alike)},
  gpt2: {name: "GPT-2", description: gpt2(alike)},
  llama: {name: "Llama", description: llama(alike)},
  mistral: {name: "Mistral", description: mistral({...alike, kvHeads: 8})},
  mixtral: {name: "Mixtral", description: mixtral({...alike, kvHeads: 8})}
} as const satisfies Readonly<Record<string, {readonly name: string; readonly description: TransformerConfig}>>;
