import type {Tokenizer} from "/lib/index.js";
import {writeGguf, writeHuggingFace, zip} from "/lib/interop.js";
import {loadCheckpoint} from "/lib/tensor.js";
import {transformerLm, type LmState, type TransformerLmConfig} from "/lib/stages/transformer.js";
import {bpeTokenizer, type BpeModel} from "/lib/tokenizers.js";
import type {TransformerParams} from "/lib/transformer.js";

/** What a file is for. */
type TakeAwayFormat = "Hugging Face" | "GGUF";

/**
 * The model of a run's checkpoint as a file that other engines run: a directory of Hugging Face's, zipped, or a GGUF file. Its
 * config must be the run's, since the vocabulary is made of its text.
 */
export function takeAway(
  format: TakeAwayFormat,
  checkpoint: Uint8Array,
  config: TransformerLmConfig
): {readonly name: string; readonly bytes: Uint8Array} {
  const {state} = loadCheckpoint(checkpoint) as {readonly state: LmState<TransformerParams>}; // saved by the workbench
  const {transformer, tokenizer} = transformerLm(config);
  const model = {config: transformer.config, params: state.params, tokenizer: ended(tokenizer)};
  const name = `transformer-step-${state.step}`;
  return format === "GGUF"
    ? {name: `${name}.gguf`, bytes: writeGguf({...model, name})}
    : {name: `${name}.zip`, bytes: zip(writeHuggingFace({...model, generation: {temperature: 0.8}}))};
}

/** The same ids, with an end, which engines must know: the last of the special tokens, none of which is in any text. */
function ended(tokenizer: Tokenizer): Tokenizer {
  if ("model" in tokenizer) {
    const {begin, ...model} = tokenizer.model as BpeModel; // of all that a transformer learns from, only subwords have one
    return bpeTokenizer({...model, end: begin!});
  }
  const {tokens, unknown, begin} = tokenizer.vocabulary;
  return {
    ...tokenizer,
    vocabulary: begin === undefined ? {tokens, end: unknown!} : {tokens, unknown: unknown!, end: begin}
  };
}
