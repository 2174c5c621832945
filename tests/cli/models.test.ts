import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {chatPrompt} from "../../cli/chat/chatPrompt.js";
import {load} from "../../cli/models/load.js";
import {idLine} from "../../cli/tokenize/idLines.js";
import {llmfp, SMALL, workplace} from "./command.js";

const {folder, corpus, runs, train} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const at = (name: string): string => join(folder, name);
const run = join(runs, "whale");
const SUBWORDS = ["--tokens", "subwords", "--vocab-size", "270", "--learning-rate", "0.01"];

beforeAll(async () => {
  await train("whale", "--steps", "200", "--save-every", "100", ...SMALL, ...SUBWORDS);
  await llmfp("export", run, "--to", "hf", "--out", at("hf"));
  await llmfp("export", run, "--to", "gguf", "--out", at("whale.gguf"));
});

describe("llmfp sample", () => {
  const PROMPT = ["--prompt", "the whale", "--length", "20"];

  it("writes the same by a seed, another by another, and the likeliest at temperature 0", async () => {
    const text = async (...flags: readonly string[]) => (await llmfp("sample", run, ...PROMPT, ...flags)).out;
    const first = await text();
    expect(first).toMatch(/^the whale./s);
    expect(await text()).toBe(first);
    expect(await text("--seed", "2")).not.toBe(first);
    expect(await text("--temperature", "0", "--seed", "1")).toBe(await text("--top-k", "1", "--seed", "2"));
  });

  it("writes with an exported model what the run itself writes", async () => {
    const likeliest = [...PROMPT, "--temperature", "0"];
    const {out} = await llmfp("sample", run, ...likeliest);
    expect((await llmfp("sample", at("hf"), ...likeliest)).out).toBe(out);
    expect((await llmfp("sample", at("whale.gguf"), ...likeliest)).out).toBe(out);
  });

  it("writes several texts as lines of JSON, each until a stop string", async () => {
    const {out} = await llmfp("sample", run, ...PROMPT, "--count", "3", "--json", "--stop", "e", "--length", "200");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(lines.map(({number}) => number)).toEqual([0, 1, 2]);
    for (const {text, ended} of lines) {
      expect(ended).toBe("stop");
      expect(text).not.toContain("e");
    }
  });

  it("takes the checkpoint that is named", async () => {
    const text = async (...flags: readonly string[]) => (await llmfp("sample", run, ...PROMPT, ...flags)).out;
    expect(await text("--step", "100")).not.toBe(await text("--step", "200"));
    const {step} = JSON.parse(readFileSync(join(run, "checkpoints/best.json"), "utf8")) as {readonly step: number};
    expect(await text("--best")).toBe(await text("--step", String(step)));
    expect((await llmfp("sample", join(run, "checkpoints/step-0000100.ckpt"), ...PROMPT)).out).toBe(
      await text("--step", "100")
    );
    expect((await llmfp("sample", run, "--step", "7")).err).toContain("steps  100, 200");
    expect((await llmfp("sample", at("hf"), "--best")).code).toBe(2);
  });

  it.each([
    [["--temperature", "-1"], "--temperature: must be a number of at least 0"],
    [["--top-p", "1.5"], "--top-p: must be a number from 0 to 1"],
    [["--length", "x"], "--length: must be a whole number"]
  ])("refuses %j", async (flags, message) => {
    const {code, err} = await llmfp("sample", run, ...flags);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("llmfp eval", () => {
  const judged = async (...args: readonly string[]): Promise<Readonly<Record<string, number>>> =>
    JSON.parse((await llmfp("eval", ...args, "--json")).out) as Readonly<Record<string, number>>;

  it("measures what was held out of a run’s own text, and any other text", async () => {
    const held = await judged(run);
    expect(held["perplexity"]).toBeCloseTo(Math.exp(held["nats"]!), 6);
    expect(held["bitsPerByte"]).toBeCloseTo((held["nats"]! * held["tokens"]!) / Math.LN2 / held["bytes"]!, 9);
    const whole = await judged(run, corpus);
    expect(whole["bytes"]).toBe(readFileSync(corpus).length);
    expect(held["bytes"]).toBe(Math.round(whole["bytes"]! / 10));
    const untrained = join(runs, "untrained");
    await train("untrained", "--steps", "0", ...SMALL, ...SUBWORDS);
    expect((await judged(untrained))["nats"]).toBeGreaterThan(held["nats"]! + 0.5);
  });

  it("says of an exported model what it says of the run", async () => {
    const {nats, tokens} = await judged(run, corpus);
    for (const file of ["hf", "whale.gguf"]) {
      const other = await judged(at(file), corpus);
      expect(other["tokens"]).toBe(tokens);
      expect(other["nats"]).toBeCloseTo(nats!, 2); // another token stands before the first
    }
    expect((await llmfp("eval", at("hf"))).code).toBe(2);
  });
});

describe("llmfp inspect", () => {
  const looked = async (path: string) =>
    JSON.parse((await llmfp("inspect", path, "--json")).out) as {
      readonly kind: string;
      readonly metadata: Readonly<Record<string, unknown>>;
      readonly tensors: readonly {readonly name: string; readonly shape: readonly number[]; readonly bytes: number}[];
    };

  it("tells what files and folders hold, by what they begin with", async () => {
    const whole = await looked(run);
    expect(whole).toMatchObject({kind: "run", metadata: {model: "transformer", width: 8, checkpoints: [100, 200]}});
    const checkpoint = await looked(join(run, "checkpoints/step-0000200.ckpt"));
    expect(checkpoint).toMatchObject({kind: "checkpoint", metadata: {step: 200}});
    const embedding = {
      name: "params.embedding.weight",
      dtype: "F32",
      shape: [270, 8],
      count: 2160,
      bytes: 8640,
      notFinite: 0
    };
    expect(checkpoint.tensors).toContainEqual(embedding);
    const gguf = await looked(at("whale.gguf"));
    expect(gguf).toMatchObject({kind: "gguf", metadata: {"general.architecture": "llama", "llama.block_count": 1}});
    expect(gguf.tensors.map(({name}) => name)).toContain("token_embd.weight");
    expect(await looked(at("hf"))).toMatchObject({kind: "huggingFace", metadata: {model_type: "llama"}});
    expect(await looked(at("hf/model.safetensors"))).toMatchObject({kind: "safetensors"});
    expect(await looked(at("hf/tokenizer.json"))).toMatchObject({
      kind: "tokenizer",
      metadata: {tokens: 270, begin: null}
    });
  });

  it("refuses a file of another kind, and one that is cut", async () => {
    expect((await llmfp("inspect", corpus)).err).toContain(
      "this is no checkpoint, safetensors, GGUF or tokenizer.json"
    );
    writeFileSync(at("cut.gguf"), readFileSync(at("whale.gguf")).subarray(0, 2000));
    const {code, err} = await llmfp("inspect", at("cut.gguf"));
    expect(code).toBe(1);
    expect(err).toContain("the file has all that it announces");
  });
});

describe("llmfp tokenize", () => {
  it.each(["bpe", "wordpiece", "unigram"])("learns %s, encodes by its file, and decodes to the text", async (kind) => {
    const file = at(`${kind}/tokenizer.json`);
    const size = kind === "bpe" ? "280" : "60";
    const {out} = await llmfp("tokenize", "train", corpus, "--kind", kind, "--size", size, "--out", file, "--json");
    expect(JSON.parse(out)).toMatchObject({kind, tokens: expect.any(Number)});
    writeFileSync(at("lines.txt"), "the whale\na sailor saw\n");
    const ids = await llmfp("tokenize", "encode", file, at("lines.txt"), "--lines", "--json");
    expect(ids.out.trimEnd().split("\n")).toHaveLength(2);
    writeFileSync(at("ids.jsonl"), ids.out);
    expect((await llmfp("tokenize", "decode", file, at("ids.jsonl"), "--lines")).out).toBe("the whale\na sailor saw\n");
  });

  it("writes numbers too, and reads a run’s own tokens", async () => {
    const {out} = await llmfp("tokenize", "encode", run, at("lines.txt"));
    expect(out).toMatch(/^\d+( \d+)*\n$/);
    writeFileSync(at("ids.txt"), out);
    expect((await llmfp("tokenize", "decode", at("hf"), at("ids.txt"))).out).toBe("the whale\na sailor saw\n");
  });

  it("writes ids of every size, in as many pieces as they need", () => {
    const ids = Uint32Array.from({length: 70_000}, (_, i) =>
      i < 12_000 ? i : Math.floor(4294967295 / ((i % 5000) + 1))
    );
    expect([...idLine(ids, false)].join("")).toBe(`${ids.join(" ")}\n`);
    expect([...idLine(ids, true)].join("")).toBe(`${JSON.stringify(Array.from(ids))}\n`);
    expect([...idLine([], true)].join("")).toBe("[]\n");
  });

  it("refuses what is no id, and a size below the bytes", async () => {
    writeFileSync(at("bad.txt"), "1 2\n3 x\n");
    expect((await llmfp("tokenize", "decode", run, at("bad.txt"))).err).toContain("line 2: an id is a whole number");
    expect((await llmfp("tokenize", "train", corpus, "--size", "3", "--out", at("x.json"))).err).toContain(
      "--size: must be"
    );
  });
});

describe("llmfp export", () => {
  it("writes the numbers that are asked for, and into no folder that has something in it", async () => {
    const {out} = await llmfp("export", run, "--to", "gguf", "--dtype", "f16", "--out", at("f16.gguf"), "--json");
    expect(JSON.parse(out)).toMatchObject({form: "gguf", dtype: "F16"});
    expect(readFileSync(at("f16.gguf")).length).toBeLessThan(readFileSync(at("whale.gguf")).length);
    expect((await llmfp("export", run, "--to", "hf", "--out", at("hf"))).err).toContain("a folder of its own");
    expect((await llmfp("export", run, "--to", "hf", "--dtype", "q8_0", "--out", at("no"))).code).toBe(2);
  });

  it("says what helps where an engine cannot run a model", async () => {
    const flags = ["--runs", runs, "--steps", "1", "--sample-every", "0"];
    await llmfp("train", corpus, ...flags, "--name", "characters", ...SMALL);
    expect((await llmfp("export", join(runs, "characters"), "--to", "gguf", "--out", at("c.gguf"))).code).toBe(0);
    await llmfp("train", corpus, ...flags, "--name", "narrow", ...SMALL, "--window", "4");
    const narrow = await llmfp("export", join(runs, "narrow"), "--to", "gguf", "--out", at("n.gguf"));
    expect(narrow.code).toBe(1);
    expect(narrow.err).toContain("a window is none, or as long as the context");
    await llmfp("train", corpus, ...flags, "--name", "bigram", "--model", "bigram");
    expect((await llmfp("export", join(runs, "bigram"), "--to", "hf", "--out", at("b"))).err).toContain(
      "--model transformer"
    );
  });
});

describe("a conversation", () => {
  it("is written by the model’s template, or else as lines of who spoke", () => {
    const {chatTemplate: _, ...plain} = load(run, runs, {});
    const said = [
      {role: "system", content: "Be brief."},
      {role: "user", content: "Hi"}
    ] as const;
    expect(chatPrompt(plain)(said)).toEqual({prompt: "Be brief.\nUser: Hi\nAssistant:", stop: ["\nUser:"]});
    const chatTemplate =
      "{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}";
    expect(chatPrompt({...plain, chatTemplate})(said)).toEqual({
      prompt: "<system>Be brief.<user>Hi<assistant>",
      stop: []
    });
    expect(() => chatPrompt({...plain, chatTemplate: "{% for %}"})).toThrow(
      "the model’s chat template can be filled in"
    );
  });
});
