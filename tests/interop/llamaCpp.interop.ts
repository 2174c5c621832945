import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readGgufFile} from "../../lib/io/readGgufFile.js";
import {writeGgufFile} from "../../lib/io/writeGgufFile.js";
import * as t from "../../lib/tensor.js";
import {transformer, type TransformerParams} from "../../lib/transformer.js";
import {readGguf, writeGguf, type GgufModel} from "../../lib/interop.js";
import {llamaCpp} from "./load.js";
import {names, samples, text} from "./samples.js";

const CONTEXT = 64;
const folder = mkdtempSync(join(tmpdir(), "gguf-"));
let llama: Awaited<ReturnType<typeof llamaCpp>>;
beforeAll(async () => {
  llama = await llamaCpp();
});
afterAll(async () => {
  await llama.dispose();
  rmSync(folder, {recursive: true});
});

type Model = Awaited<ReturnType<typeof llama.loadModel>>;

/** Does something with a file that llama.cpp has loaded. */
async function loaded<T>(file: Uint8Array, use: (model: Model) => Promise<T>): Promise<T> {
  const path = join(folder, "model.gguf");
  writeFileSync(path, file);
  const model = await llama.loadModel({modelPath: path});
  try {
    return await use(model);
  } finally {
    await model.dispose();
  }
}

/** All tokens, each as likely as it is. */
const whole = {generateNext: {probabilities: true, options: {temperature: 1, topK: 0, topP: 1, minP: 0}}};
const precise = {flashAttention: false, experimentalKvCacheKeyType: "F32", experimentalKvCacheValueType: "F32"};

/** What llama.cpp expects after each id: [ids, vocabulary]. */
async function theirs(model: Model, ids: readonly number[], settings: object): Promise<readonly Float64Array[]> {
  const context = await model.createContext({contextSize: CONTEXT, batchSize: CONTEXT, threads: 1, ...settings});
  try {
    const found = await context.getSequence().controlledEvaluate(ids.map((id) => [id, whole] as const));
    return found.map((each) => {
      const row = new Float64Array(each!.next.probabilities.size);
      for (const [id, p] of each!.next.probabilities) row[id] = p;
      return row;
    });
  } finally {
    await context.dispose();
  }
}

function ours({config, params}: Pick<GgufModel, "config" | "params">, ids: readonly number[]): readonly Float32Array[] {
  const logits = transformer(config).apply(params, t.tensor(Int32Array.from(ids), {shape: [1, ids.length]}));
  const all = Float32Array.from(t.softmax(logits).data);
  const width = logits.shape[2]!;
  return ids.map((_, i) => all.subarray(i * width, (i + 1) * width));
}

type Rows = readonly ArrayLike<number>[];
const apart = (a: Rows, b: Rows): number =>
  Math.max(
    ...a.map((row, i) => {
      expect(row.length).toBe(b[i]!.length);
      return Math.max(...Array.from(row, (p, id) => Math.abs(p - b[i]![id]!)));
    })
  );

const idsOf = (name: string, count = 40): readonly number[] =>
  Array.from(samples[name]!.tokenizer.encode(text.repeat(3))).slice(0, count);

/** Parameters after some steps on the text. */
function trained(name: string, steps: number): TransformerParams {
  const {config, tokenizer} = samples[name]!;
  const model = transformer(config);
  const ids = Array.from(tokenizer.encode(text.repeat(4)));
  let params = model.init(t.key(9));
  let state = t.adamwInit(params);
  for (let step = 0; step < steps; step++) {
    const starts = Array.from({length: 4}, (_, i) => ((step * 4 + i) * 13) % (ids.length - 33));
    const window = (from: number) => starts.flatMap((start) => ids.slice(start + from, start + from + 32));
    const [x, y] = [0, 1].map((from) => t.tensor(Int32Array.from(window(from)), {shape: [4, 32]})) as [
      t.Tensor,
      t.Tensor
    ];
    const {grads} = t.valueAndGrad((p: TransformerParams) => t.crossEntropy(model.apply(p, x), y))(params);
    [params, state] = t.adamw(params, grads, state, {learningRate: 3e-3});
  }
  return params;
}

const argmax = (row: ArrayLike<number>): number =>
  Array.from(row).reduce((best, p, id) => (p > row[best]! ? id : best), 0);

const ofCharacters = (name: string): boolean => name.endsWith("characters");

describe("llama.cpp", () => {
  it.each(names)("has our ids and texts with %s", async (name) => {
    const {tokenizer} = samples[name]!;
    await loaded(writeGguf(samples[name]!), async (model) => {
      for (const one of [text, "é東😀’ 12 it's", "the  sea\n\n  the whale", " "].map((each) =>
        ofCharacters(name) ? each.replace(/[^ -z\n]/g, "é") : each
      )) {
        const known = ofCharacters(name)
          ? [...one].filter((c) => tokenizer.vocabulary.tokens.includes(c)).join("")
          : one;
        const ids = Array.from(tokenizer.encode(known));
        expect(model.tokenize(known, true), known).toEqual(ids);
        expect(model.detokenize(ids), known).toBe(known);
      }
    });
  });

  it.each(names)("expects after each id what we do, with %s", async (name) => {
    const sample = samples[name]!;
    const ids = idsOf(name);
    const difference = await loaded(writeGguf(sample), async (model) =>
      apart(ours(sample, ids), await theirs(model, ids, precise))
    );
    console.log(`${name}: probabilities differ by ${difference.toExponential(1)} at most`);
    expect(difference).toBeLessThan(name === "a GPT-2" ? 1e-2 : 1e-5);
  });

  it("differs more with its own settings, whose cache is of 16 bits", async () => {
    const sample = samples["a Llama"]!;
    const ids = idsOf("a Llama");
    const difference = await loaded(writeGguf(sample), async (model) =>
      apart(ours(sample, ids), await theirs(model, ids, {}))
    );
    console.log(`a Llama with the settings that are there unless others are named: ${difference.toExponential(1)}`);
    expect(difference).toBeGreaterThan(1e-5);
    expect(difference).toBeLessThan(5e-2);
  });

  it.each(["F16", "Q8_0", "Q4_0"] as const)("computes with the numbers that we read back in %s", async (type) => {
    const file = writeGguf({...samples["a Llama"]!, type});
    const ids = idsOf("a Llama");
    const difference = await loaded(file, async (model) =>
      apart(ours(readGguf(file), ids), await theirs(model, ids, precise))
    );
    console.log(`${type}: ${difference.toExponential(1)}`);
    // it rounds activations to the width of the weights as well
    expect(difference).toBeLessThan({F16: 1e-2, Q8_0: 5e-2, Q4_0: 5e-2}[type]);
  });

  it.each(["a Llama", "a GPT-2", "a Llama of characters", "a Llama of endless characters"])(
    "writes thirty tokens as we do, greedily, with %s",
    async (name) => {
      const {config, tokenizer} = samples[name]!;
      const params = trained(name, 60);
      const start = Array.from(tokenizer.encode("The whale"));
      const written = [...start];
      for (let i = 0; i < 30; i++) written.push(argmax(ours({config, params}, written).at(-1)!));
      await loaded(writeGguf({config, params, tokenizer}), async (model) => {
        const found = [...start];
        for (let i = 0; i < 30; i++) found.push(argmax((await theirs(model, found, precise)).at(-1)!));
        expect(found).toEqual(written);
        expect(model.detokenize(found)).toBe(tokenizer.decode(written));
      });
      expect(new Set(written).size).toBeGreaterThan(8);
      console.log(`${name}: ${JSON.stringify(tokenizer.decode(written))}`);
    }
  );

  it("ends a text of characters without an end where the model has no character to name, and at no letter", async () => {
    const sample = samples["a Llama of endless characters"]!;
    const {tokens} = sample.tokenizer.vocabulary;
    const ends = await loaded(writeGguf(sample), async (model) => tokens.filter((_, id) => model.isEogToken(id)));
    expect(ends).toEqual(["<unk>"]);
  });

  it("takes token 11 for the end, where a file names none: ours does", async () => {
    const file = writeGguf(samples["a tied Llama"]!);
    const {facts, tensors} = readGgufFile(file);
    const endless = new Map([...facts].filter(([key]) => key !== "tokenizer.ggml.eos_token_id"));
    expect(await loaded(file, async (model) => model.isEogToken(11))).toBe(false);
    expect(await loaded(writeGgufFile({facts: endless, tensors}), async (model) => model.isEogToken(11))).toBe(true);
  });
});
