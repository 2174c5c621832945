/**
 * Tokens a second of writing with the same weights, in float32 and on one thread, by this library and by llama.cpp, which reads
 * them from a file of ours: `npm run bench -- --only llamaCpp`. It installs llama.cpp once, as `npm run interop` does.
 *
 * Both take the likeliest token each time, and write the same ones. llama.cpp is asked through node-llama-cpp, as whoever stays in
 * JavaScript would: of small models that asking is a part of the time.
 */
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {key} from "../lib/core/random/key.js";
import {topK} from "../lib/decode/topK.js";
import {writing} from "../lib/decode/writing.js";
import {writeGguf} from "../lib/interop.js";
import {cachedReader, llama, transformer} from "../lib/transformer.js";
import {install, llamaCpp} from "../tests/interop/load.js";
import {characterTokenizer} from "../lib/text/characters.js";
import type {Measure} from "./suite.js";

const [PROMPT, CONTEXT] = [16, 256] as const;
const SIZES = [
  {width: 128, layers: 4, heads: 4, count: 192},
  {width: 512, layers: 6, heads: 8, count: 96}
] as const;
const letters = Array.from({length: 90}, (_, i) => String.fromCodePoint(33 + i)).join("");
const tokenizer = characterTokenizer(letters, {unknown: "<unk>", end: "</s>"});

/** @throws unless both write the same. */
export async function measures(): Promise<readonly Measure[]> {
  install();
  const engine = await llamaCpp();
  const folder = mkdtempSync(join(tmpdir(), "llama-bench-"));
  process.once("exit", () => rmSync(folder, {recursive: true, force: true}));
  const found: Measure[] = [];
  for (const {width, layers, heads, count} of SIZES) {
    const vocabSize = tokenizer.vocabulary.tokens.length;
    const config = llama({vocabSize, context: CONTEXT, width, layers, heads, hidden: 8 * Math.round(width / 3)});
    const model = transformer(config);
    const params = model.init(key(1));
    const prompt = Array.from({length: PROMPT}, (_, i) => (31 * i + 7) % vocabSize);
    const ours = (): readonly number[] => {
      const {predict} = cachedReader(model, params);
      const request = {prompt, length: count, rule: topK(1), key: key(0), predict};
      return Array.from(writing(request), ({token}) => token);
    };
    const path = join(folder, `${width}.gguf`);
    writeFileSync(path, writeGguf({config, params, tokenizer, name: "bench"}));
    const loaded = await engine.loadModel({modelPath: path});
    const precise = {flashAttention: false, experimentalKvCacheKeyType: "F32", experimentalKvCacheValueType: "F32"};
    const context = await loaded.createContext({contextSize: CONTEXT, batchSize: CONTEXT, threads: 1, ...precise});
    const sequence = context.getSequence();
    const theirs = async (): Promise<readonly number[]> => {
      await sequence.clearHistory();
      const tokens: number[] = [];
      for await (const token of sequence.evaluate(prompt, {temperature: 0, yieldEogToken: true})) {
        tokens.push(token);
        if (tokens.length === count) break;
      }
      return tokens;
    };
    const [mine, other] = [ours(), await theirs()];
    if (String(mine) !== String(other)) throw new Error(`width ${width}: the two write different tokens`);
    found.push({
      suite: "llamaCpp",
      workload: `writing, width ${width}, ${layers} layers, batch 1`,
      unit: "tokens/s",
      per: count,
      ours,
      peer: "llama.cpp by node-llama-cpp 3.21.1",
      theirs,
      rounds: 7
    });
  }
  return found;
}
