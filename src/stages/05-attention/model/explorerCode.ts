/** Lines that show a composer how to see the patterns of a model of their own. */
export const explorerCode = (text: string): string => `import {key} from "llm-first-principles";
import {tensor, trace} from "llm-first-principles/tensor";
import {llama, transformer} from "llm-first-principles/transformer";

const text = ${JSON.stringify(text)};
const characters = [...new Set(text)];
const model = transformer(llama({vocabSize: characters.length, layers: 2, width: 32, heads: 4, context: 64}));
const ids = tensor([Array.from(text, (c) => characters.indexOf(c))], {dtype: "int32"});
const see = trace((params) => model.apply(params, ids, {patterns: true}));
const {activations} = see(model.init(key(1))); // train them first: transformerLm of stages/transformer
console.log(activations["layers.0.attention.pattern"].shape); // [1, heads, length, length]`;
