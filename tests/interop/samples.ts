import {fold, key} from "../../lib/core/random/key.js";
import {isTensor} from "../../lib/core/tensorData.js";
import {mapTree} from "../../lib/core/tree.js";
import {characterTokenizer} from "../../lib/text/characters.js";
import type {Tokenizer} from "../../lib/text/tokenizer.js";
import * as t from "../../lib/tensor.js";
import {bpeTokenizer, trainBpe} from "../../lib/tokenizers.js";
import {gpt2, llama, transformer, type TransformerConfig, type TransformerParams} from "../../lib/transformer.js";

export const text =
  "The whale, it’s said, swam 12 miles.\nThe sailors saw the whale and the sea; the sea saw them, and it's so. Call me Ishmael!\n";

const end = "<|endoftext|>";
export const byteLevel = bpeTokenizer({...trainBpe(text.repeat(4), {size: 290, special: [end]}), begin: end, end});
/** Cut as by GPT-4, with no token that ends a text. */
const endless = bpeTokenizer(trainBpe(text.repeat(4), {size: 280, split: "cl100k"}));
export const characters = characterTokenizer(`${text}é東😀`, {unknown: "<unk>", begin: "<s>", end: "</s>"});

/** As a run has them: without an end, and with a token for what it does not know. */
const endlessCharacters = characterTokenizer(text, {unknown: "<unk>"});

/** Parameters that are far from what they begin as: matrices and norms with noise on them, so that nothing cancels. */
export function noisy(config: TransformerConfig): TransformerParams {
  let i = 0;
  return mapTree(
    (x: unknown) => {
      if (!isTensor(x)) return x;
      const noise = t.randomNormal(fold(key(5), i++), x.shape);
      return t.add(x, t.mul(noise, t.tensor(0.25)));
    },
    transformer(config).init(key(3))
  ) as TransformerParams;
}

interface Sample {
  readonly config: TransformerConfig;
  readonly params: TransformerParams;
  readonly tokenizer: Tokenizer;
}

const sample = (config: TransformerConfig, tokenizer: Tokenizer): Sample => ({
  config,
  params: noisy(config),
  tokenizer
});
const sizes = (tokenizer: Tokenizer) => ({vocabSize: tokenizer.vocabulary.tokens.length, layers: 2, context: 64});

/** Models of all forms that engines know: shared keys, a head's size of its own, a tied unembedding, another tokenizer each. */
export const samples: Readonly<Record<string, Sample>> = {
  "a Llama": sample(llama({...sizes(byteLevel), width: 64, heads: 4, kvHeads: 2, headDim: 24}), byteLevel),
  "a tied Llama": sample(
    llama({...sizes(endless), width: 48, heads: 6, kvHeads: 3, tied: true, ropeBase: 500_000, epsilon: 1e-6}),
    endless
  ),
  "a Llama of characters": sample(llama({...sizes(characters), width: 64, heads: 4, kvHeads: 1}), characters),
  "a Llama of endless characters": sample(
    llama({...sizes(endlessCharacters), width: 48, heads: 4, tied: true}),
    endlessCharacters
  ),
  "a GPT-2": sample(gpt2({...sizes(byteLevel), width: 64, heads: 4}), byteLevel)
};
export const names = Object.keys(samples);
