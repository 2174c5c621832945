import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {hash, load, save} from "../../lib/index.js";
import {readGguf, readHuggingFace, writeGguf, writeHuggingFace} from "../../lib/interop.js";
import * as t from "../../lib/tensor.js";
import {characterTokenizer} from "../../lib/text/characters.js";
import {llama, transformer} from "../../lib/transformer.js";

const config = llama({vocabSize: 6, context: 8, width: 8, layers: 1, heads: 2, hidden: 12});
const params = transformer(config).init(t.key(1));
const tokenizer = characterTokenizer("abcd", {unknown: "<unk>", end: "</s>"});

/** A file as Node hands it over: bytes somewhere in memory that others use too. */
function asBuffer(file: Uint8Array): Buffer {
  const pool = Buffer.alloc(file.length + 24, 7);
  pool.set(file, 13);
  return pool.subarray(13, 13 + file.length);
}

const readers: readonly (readonly [name: string, file: Uint8Array, read: (file: Uint8Array) => unknown])[] = [
  ["load", save({a: Float32Array.of(1, 2, 3), b: "x"}), load],
  ["loadCheckpoint", t.saveCheckpoint({step: 3, params}), t.loadCheckpoint],
  ["loadInt8", t.saveInt8(params), t.loadInt8],
  ["readSafetensors", t.saveCheckpoint({params}), (file) => [...t.readSafetensors(file).tensors.values()]],
  ["inspectSafetensors", t.saveCheckpoint({params}), t.inspectSafetensors],
  ["readGguf", writeGguf({config, params, tokenizer, name: "small"}), (file) => readGguf(file).params],
  [
    "readHuggingFace",
    writeHuggingFace({config, params, tokenizer}).get("model.safetensors")!,
    (weights) =>
      readHuggingFace(new Map([...writeHuggingFace({config, params}), ["model.safetensors", weights]])).params
  ]
];

describe("a file that Node has read", () => {
  it.each(readers)("is to %s what its bytes are, and stays as it is", (_, file, read) => {
    const buffer = asBuffer(file);
    const before = Buffer.from(buffer).toString("base64");
    const told = hash(read(file));
    expect(hash(read(buffer))).toBe(told);
    expect(buffer.toString("base64")).toBe(before);
    expect(hash(read(buffer))).toBe(told);
    const path = join(tmpdir(), `buffers-${process.pid}.bin`);
    writeFileSync(path, file);
    try {
      expect(hash(read(readFileSync(path)))).toBe(told);
    } finally {
      rmSync(path);
    }
  });

  it("shares no memory with what was read of it", () => {
    const buffer = asBuffer(t.saveCheckpoint({params}));
    const state = t.loadCheckpoint(buffer);
    const told = hash(state);
    buffer.fill(0);
    expect(hash(state)).toBe(told);
  });
});
