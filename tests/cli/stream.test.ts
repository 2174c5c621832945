import {mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {largeText} from "../../cli/files/largeText.js";
import {journal, llmfp, SMALL, stateOf, workplace} from "./command.js";

const {folder, corpus, runs} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const whole = (paths: readonly string[], most: number): string => {
  const {pieces, end} = largeText(paths, most);
  return [...pieces(), end].join("");
};

describe("a text that is not held in memory", () => {
  const texts = join(folder, "texts");
  mkdirSync(texts);
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(texts, name), content);
    return join(texts, name);
  };

  it("is the same text, in pieces and an end that begins a line", () => {
    const text = readFileSync(corpus, "utf8");
    for (const most of [1, 50, 3000, 1e9]) {
      expect(whole([corpus], Math.max(most, 200))).toBe(text);
      const {end, bytes} = largeText([corpus], Math.max(most, 200));
      expect(bytes).toBe(statSync(corpus).size);
      expect(text.endsWith(end)).toBe(true);
      expect(end === text || text.at(-end.length - 1) === "\n").toBe(true);
    }
  });

  it("is of many files, each beginning on a line of its own, whatever their bytes", () => {
    const long = `${"鯨 whale ".repeat(700_000)}\n`; // characters lie across what is read at once
    const paths = [write("a.txt", "first"), write("b.txt", long), write("c.md", "third\nfourth\n")];
    expect(whole([texts], 8)).toBe(`first\n${long}third\nfourth\n`);
    expect(largeText([texts], 8).end).toBe("fourth\n");
    expect(largeText(paths, 8).files.map(({bytes}) => bytes)).toEqual([5, Buffer.byteLength(long), 13]);
  });

  it("loses a byte order mark where a file begins with it, and none within", () => {
    const marked = write("d.txt", `\ufefffirst\n${"\ufeff鯨\n".repeat(700_000)}last\n`);
    expect(whole([marked], 7)).toBe(`first\n${"\ufeff鯨\n".repeat(700_000)}last\n`);
    rmSync(marked);
  });

  it("is refused where it has no lines, is no text, or comes by stdin", () => {
    expect(() => largeText([write("line.txt", "x".repeat(500))], 100)).toThrow("a text that is streamed has lines");
    const bad = write("bad.txt", Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.from("good\n".repeat(100))]));
    expect(() => whole([bad], 100)).toThrow("a text is UTF-8");
    expect(() => largeText(["-"], 100)).toThrow("put what comes by stdin into a file");
  });
});

describe("llmfp train --stream", () => {
  const train = (name: string, ...more: readonly string[]) =>
    llmfp("train", corpus, "--runs", runs, "--name", name, "--steps", "40", "--save-every", "20", ...SMALL, ...more);

  it("has the bits of a run in memory where its end is the whole text", async () => {
    await train("memory");
    expect((await train("stream", "--stream")).code).toBe(0);
    expect(stateOf(runs, "stream", 40)).toBe(stateOf(runs, "memory", 40));
    const lines = (name: string) => journal(join(runs, name, "metrics.jsonl"));
    expect(lines("stream")).toEqual(lines("memory"));
  });

  it("learns tokens from its end, draws from all of it, and writes, judges and goes on without its files", async () => {
    const flags = ["--stream", "--stream-end", "3000", "--tokens", "subwords", "--vocab-size", "270"];
    expect((await train("end", ...flags)).err).toMatch(/Writing the tokens[\s\S]*\d,\d{3} tokens/);
    expect(statSync(join(runs, "end/corpus.txt")).size).toBeLessThan(3000);
    const config = JSON.parse(readFileSync(join(runs, "end/config.json"), "utf8")) as {readonly corpus: object};
    expect(config.corpus).toMatchObject({kept: true, streamed: {bytes: statSync(corpus).size, end: 3000}});
    const ids = new Uint16Array(new Uint8Array(readFileSync(join(runs, "end/ids.bin"))).buffer);
    const encoded = await llmfp("tokenize", "encode", join(runs, "end"), corpus, "--json");
    const all = JSON.parse(encoded.out) as readonly number[];
    const held = Buffer.byteLength(readFileSync(join(runs, "end/corpus.txt"))) / 10;
    expect(all.length - ids.length).toBeLessThan(1.2 * held);
    expect(ids.length).toBeLessThan(all.length);
    expect(Array.from(ids.subarray(0, 1000))).toEqual(all.slice(0, 1000));
    expect((await train("other", ...flags)).code).toBe(0);
    expect(stateOf(runs, "other", 40)).toBe(stateOf(runs, "end", 40));
    rmSync(join(runs, "end/ids.bin"));
    const resume = (name: string) => llmfp("train", "--resume", name, "--runs", runs, "--steps", "60");
    expect((await resume("end")).err).toContain("Writing the tokens");
    const text = readFileSync(corpus);
    truncateSync(corpus, 5000);
    expect((await resume("other")).code).toBe(0); // its tokens are there
    expect(stateOf(runs, "other", 60)).toBe(stateOf(runs, "end", 60));
    rmSync(join(runs, "other/ids.bin"));
    expect((await llmfp("train", "--resume", "other", "--runs", runs, "--steps", "80")).err).toContain(
      "the one that it began with"
    );
    writeFileSync(corpus, text);
    expect((await llmfp("sample", "end", "--runs", runs, "--length", "5")).code).toBe(0);
    expect((await llmfp("eval", "end", "--runs", runs)).code).toBe(0);
  });

  it.each([
    [["--model", "bengio"], "a text is streamed to a transformer"],
    [["--documents"], "streamed as one, and not by documents"],
    [["--field", "text"], "plain text is streamed"]
  ])("refuses %j", async (flags, message) => {
    const {code, err} = await llmfp("train", corpus, "--runs", runs, "--name", "refused", "--stream", ...flags);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
