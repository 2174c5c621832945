import {mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {parquetWriteBuffer} from "hyparquet-writer";
import {afterAll, describe, expect, it} from "vitest";
import {readCorpus, readTexts} from "../../cli/files/corpus.js";
import {jsonlTexts, parquetTexts} from "../../cli/files/records.js";
import {ended, llmfp, SMALL, started, stateOf, workplace} from "./command.js";

const {folder, runs} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const STORIES = ["the whale and the sea", "a gull", "two lines\nof “one” text: 鯨", ""];
const parquet = (column: string, codec?: "GZIP" | "UNCOMPRESSED"): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        {name: "id", data: STORIES.map((_, i) => i), type: "INT32"},
        {name: column, data: [...STORIES], type: "STRING"}
      ],
      ...(codec !== undefined && {codec, compressors: {GZIP: (bytes) => new Uint8Array(gzipSync(bytes))}})
    })
  );

describe("records", () => {
  it("of lines of JSON have their texts in a field, or in a field of a field", () => {
    const lines = STORIES.map((text) => JSON.stringify({text, meta: {title: text.slice(0, 3)}})).join("\n\n");
    expect(jsonlTexts(`${lines}\r\n`, "text", "x")).toEqual(STORIES);
    expect(jsonlTexts(lines, "meta.title", "x")).toEqual(["the", "a g", "two", ""]);
  });

  it.each(["snappy", "GZIP", "UNCOMPRESSED"] as const)(
    "of Parquet, compressed by %s, have theirs in a column",
    async (codec) => {
      const bytes = parquet("story", codec === "snappy" ? undefined : codec);
      expect(await parquetTexts(bytes, "story", "x")).toEqual(STORIES);
      expect(await parquetTexts(Buffer.from(bytes), "story", "x")).toEqual(STORIES);
    }
  );

  it.each([
    ['{"text": "a"}\n{"text": 5}', "x: line 2: a record has a text in its field text"],
    ['{"story": "a"}', "fields  story"],
    ['"a"', 'record  "a"'],
    ["{", "x: line 1: each line is a record of JSON"]
  ])("that are none are named: %j", (lines, message) => {
    expect(() => jsonlTexts(lines, "text", "x")).toThrow(message);
  });

  it("of Parquet that are none are named", async () => {
    await expect(parquetTexts(parquet("story"), "text", "x")).rejects.toThrow("columns  id, story");
    await expect(parquetTexts(parquet("story"), "id", "x")).rejects.toThrow(
      "x: row 1: a record has a text in its field id"
    );
    await expect(parquetTexts(parquet("story").subarray(0, 90), "story", "x")).rejects.toThrow("a whole Parquet file");
  });
});

describe("a corpus", () => {
  it("is the texts of a folder’s files and records, in the order of names, each on a line of its own", async () => {
    const data = join(folder, "data");
    mkdirSync(join(data, "part"), {recursive: true});
    write("data/a.txt", "first");
    write("data/b.jsonl", '{"text": "second"}\n{"text": "third\\n"}');
    write("data/part/c.parquet", parquet("text"));
    write("data/d.csv", "not a text of the corpus");
    const {text, plain, files} = await readCorpus([data]);
    expect(text).toBe(`first\nsecond\nthird\n${STORIES.join("\n")}`);
    expect(plain).toBe(false);
    expect(files.map(({path}) => path.slice(data.length + 1))).toEqual(["a.txt", "b.jsonl", "part/c.parquet"]);
    expect(readTexts([data])).toMatchObject({text: "first", plain: true});
    expect(await readCorpus([join(data, "a.txt")])).toEqual(readTexts([join(data, "a.txt")]));
  });

  it("is refused before it is read where memory has no room for it, with what has", async () => {
    const file = write("large.txt", "");
    truncateSync(file, 400_000_001); // a file of zeros that takes no room on the disk
    await expect(readCorpus([file])).rejects.toThrow(/at most 400.00 MB[\s\S]*llmfp train --stream/);
  });

  const lines = Array.from({length: 60}, (_, i) => JSON.stringify({story: `the whale saw ${i} gulls and a sailor`}));

  it("of records trains a run that keeps its text, goes on without the records, and is what their text trains", async () => {
    const file = write("stories.jsonl", lines.join("\n"));
    const train = (name: string, ...more: readonly string[]) =>
      llmfp("train", "--runs", runs, "--name", name, "--steps", "20", ...SMALL, ...more);
    expect((await train("missing", file)).err).toContain("fields  story");
    expect((await train("records", file, "--field", "story")).code).toBe(0);
    const plain = write(
      "stories.txt",
      lines.map((line) => (JSON.parse(line) as {readonly story: string}).story).join("\n")
    );
    expect(readFileSync(join(runs, "records/corpus.txt"), "utf8")).toBe(readFileSync(plain, "utf8"));
    await train("plain", plain);
    expect(stateOf(runs, "records", 20)).toBe(stateOf(runs, "plain", 20));
    expect((await llmfp("train", file, "--resume", "records", "--runs", runs, "--steps", "22")).code).toBe(0);
    rmSync(file);
    expect((await llmfp("sample", "records", "--runs", runs, "--length", "5")).code).toBe(0);
    expect((await llmfp("train", "--resume", "records", "--runs", runs, "--steps", "24")).code).toBe(0);
    expect((await llmfp("train", plain, "--resume", "records", "--runs", runs, "--steps", "24")).code).toBe(0);
  });

  it("comes by stdin as lines of JSON where a field is named", async () => {
    const child = started(["train", "-", "--field", "story", "--name", "piped", "--steps", "1", ...SMALL], folder);
    child.stdin.end(lines.join("\n"));
    expect((await ended(child)).code).toBe(0);
    expect(readFileSync(join(runs, "piped/corpus.txt"), "utf8")).toMatch(
      /^the whale saw 0 gulls and a sailor\nthe whale/
    );
  }, 30_000);

  it("of records is judged, and teaches a tokenizer", async () => {
    const file = write("judged.jsonl", lines.join("\n"));
    const {out} = await llmfp("eval", join(runs, "records"), file, "--field", "story", "--json");
    expect(JSON.parse(out)).toMatchObject({bytes: Buffer.byteLength(readFileSync(join(runs, "records/corpus.txt")))});
    const made = await llmfp(
      "tokenize",
      "train",
      file,
      "--field",
      "story",
      "--size",
      "280",
      "--out",
      join(folder, "t.json")
    );
    expect(made.code).toBe(0);
    expect((await llmfp("tokenize", "train", file, "--out", join(folder, "t.json"))).err).toContain(
      "name another by --field"
    );
  });
});
