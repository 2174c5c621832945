/**
 * Tokens a second of writing with a transformer of ours, with a cache of keys and values beside reading the whole text again
 * for each token: `npm run bench -- --only generation`. One thread; the model has the shape of the one that is trained in
 * bench/training.
 */
import {fold, key} from "../lib/core/random/key.js";
import {writing, type WritingRequest} from "../lib/decode/writing.js";
import {region, tensor} from "../lib/tensor.js";
import {cachedReader, generateBatch, gpt2, transformer, type TransformerParams} from "../lib/transformer.js";
import type {Measure} from "./suite.js";
import {models} from "./training/models.js";

const {vocabSize, layers, width, heads, context} = models.gpt;
const [PROMPT, NEW, AHEAD] = [16, 48, 8] as const;

const model = transformer(gpt2({vocabSize, layers, width, heads, context, tied: false}));
const params = model.init(key(1));

/** Texts with prompts of their own. */
const requests = (batch: number): readonly WritingRequest[] =>
  Array.from({length: batch}, (_, row) => ({
    prompt: Array.from({length: PROMPT}, (_, i) => (31 * i + 7 * row) % vocabSize),
    length: NEW,
    key: fold(key(2), row)
  }));

const tokensOf = (batch: number, ahead = 1): readonly (readonly number[])[] => {
  const rows: number[][] = Array.from({length: batch}, () => []);
  for (const {steps} of generateBatch(model, params, requests(batch), {ahead}))
    steps.forEach((step, row) => step && rows[row]!.push(step.token));
  return rows;
};

/** One after another, each from what is remembered of it. */
const oneByOne = (batch: number): readonly (readonly number[])[] =>
  requests(batch).map((request) => {
    const {predict} = cachedReader(model, params);
    return Array.from(writing({...request, predict}), ({token}) => token);
  });

/** Logits of what follows some texts of one length, all of each read. */
function readWhole(all: TransformerParams, texts: readonly (readonly number[])[]): readonly Float64Array[] {
  const length = texts[0]!.length;
  return region(() => {
    const ids = tensor(Int32Array.from(texts.flat()), {shape: [texts.length, length]});
    const {data} = model.apply(all, ids);
    return texts.map((_, row) =>
      Float64Array.from(data.slice(((row + 1) * length - 1) * vocabSize, (row + 1) * length * vocabSize))
    );
  });
}

/** The same texts without a cache, all of them read at once again for each token. */
function again(batch: number): readonly (readonly number[])[] {
  const asked = requests(batch);
  const writers = asked.map((request, row) => {
    const predict = () => logits[row]!;
    return writing({...request, predict});
  });
  let logits: readonly Float64Array[] = [];
  const texts = asked.map(({prompt}) => [...prompt]);
  for (let n = 0; n < NEW; n++) {
    logits = readWhole(params, texts);
    writers.forEach((writer, row) => texts[row]!.push(writer.next().value!.token));
  }
  return texts.map((ids) => ids.slice(PROMPT));
}

/** @throws unless all ways write the same: nobody does less work. */
export async function measures(): Promise<readonly Measure[]> {
  return [1, 8].flatMap((batch): readonly Measure[] => {
    const ways = [tokensOf(batch), tokensOf(batch, AHEAD), oneByOne(batch), again(batch)].map((rows) => String(rows));
    if (new Set(ways).size > 1) throw new Error(`a batch of ${batch} is written in different ways`);
    const common = {
      suite: "generation",
      unit: "tokens/s",
      per: batch * NEW,
      ours: () => tokensOf(batch),
      rounds: 5
    };
    const workload = `width ${width}, prompt ${PROMPT}, ${NEW} new, batch ${batch}`;
    const without: Measure = {...common, workload, peer: "without a cache", theirs: () => again(batch)};
    const further: Measure = {
      ...common,
      workload: `${workload}, ${AHEAD} ahead`,
      ours: () => tokensOf(batch, AHEAD),
      peer: "1 ahead",
      theirs: () => tokensOf(batch)
    };
    if (batch === 1) return [without, further];
    return [without, further, {...common, workload, peer: "one after another", theirs: () => oneByOne(batch)}];
  });
}
