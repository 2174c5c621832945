import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {crc32 as zlibSum} from "node:zlib";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {writeHuggingFace, zip} from "../../lib/interop.js";
import {samples} from "./samples.js";

/** Whether bytes are the same; of large arrays `toEqual` takes seconds. */
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file read by the table at its end: names, contents, checksums, and what stands before each content. */
function unzipped(file: Uint8Array): readonly (readonly [name: string, content: Uint8Array, sum: number])[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  expect(at + view.getUint32(end + 12, true)).toBe(end);
  return Array.from({length: count}, () => {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const [sum, size, stored] = [16, 20, 24].map((to) => view.getUint32(at + to, true)) as [number, number, number];
    expect(stored).toBe(size);
    const length = view.getUint16(at + 28, true);
    const name = file.subarray(at + 46, at + 46 + length);
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    // what stands before the content says the same
    expect(file.subarray(local + 4, local + 30)).toEqual(file.subarray(at + 6, at + 32));
    expect(file.subarray(local + 30, local + 30 + length)).toEqual(name);
    at += 46 + length;
    const from = local + 30 + length;
    return [new TextDecoder().decode(name), file.slice(from, from + size), sum] as const;
  });
}

const files = new Map([
  ["config.json", bytes("{}")],
  ["empty", new Uint8Array()],
  ["sub/ü東😀.bin", Uint8Array.from({length: 70_000}, (_, i) => (i * 31) % 251)]
]);

describe("a zip file", () => {
  it("holds the files, with the checksums that ISO 3309 gives", () => {
    const read = unzipped(zip(files));
    expect(read.map(([name]) => name)).toEqual([...files.keys()]);
    for (const [name, content] of read) expect(same(content, files.get(name)!), name).toBe(true);
    const sums = new Map(read.map(([name, , sum]) => [name, sum]));
    expect(sums.get("empty")).toBe(0);
    // the check value of the catalogue of such checksums
    expect(unzipped(zip(new Map([["a", bytes("123456789")]])))[0]![2]).toBe(0xcbf43926);
    if (typeof zlibSum === "function")
      for (const [name, content, sum] of read) expect(sum, name).toBe(zlibSum(content));
  });

  it("is the same bytes for the same files", () => {
    expect(same(zip(files), zip(new Map(files)))).toBe(true);
    expect(unzipped(zip(new Map()))).toEqual([]);
  });

  it("is opened by Python, where there is one", () => {
    const folder = mkdtempSync(join(tmpdir(), "zip-"));
    try {
      const path = join(folder, "model.zip");
      const all = new Map([...writeHuggingFace(samples["a GPT-2"]!), ...files]);
      writeFileSync(path, zip(all));
      const python = spawnSync("python3", ["-m", "zipfile", "-t", path], {encoding: "utf8"});
      if (python.status !== 0 && python.error !== undefined) return; // there is none
      expect(python.stdout).toContain("Done testing");
      execFileSync("python3", ["-m", "zipfile", "-e", path, join(folder, "out")]);
      for (const [name, content] of all)
        expect(same(readFileSync(join(folder, "out", name)), content), name).toBe(true);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it.each(["", "../a", "a//b", "/a", "a\\b", "C:a", "a/./b", "a/"])("is not made with a file named %j", (name) => {
    expect(() => zip(new Map([[name, bytes("x")]]))).toThrow(ConfigError);
  });
});
