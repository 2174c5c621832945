import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {throughput} from "../../cli/report/components/points.js";
import {crc32c, maskedCrc32c} from "../../cli/report/data/crc32c.js";
import {readEvents, writeEvents, type ScalarEvent} from "../../cli/report/data/eventFile.js";
import {fieldsOf} from "../../cli/report/data/protobuf.js";
import {readRuns} from "../../cli/report/data/readRuns.js";
import {framed, recordsOf} from "../../cli/report/data/tfRecord.js";
import {llmfp, SMALL, workplace} from "./command.js";

const {folder, corpus, runs} = workplace();
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/**
 * What the Python package tensorboard 2.21 writes: simple values, tensors of float32 and float64 as lists and as bytes, a text, and
 * a step beyond 32 bits.
 */
const REFERENCE = Buffer.from(
  "SAAAAAAAAAD+kkidCaA7+hmBw9pBGg1icmFpbi5FdmVudDoyUi4KLHRlbnNvcmJvYXJkLnN1bW1hcnkud3JpdGVyLmV2ZW50X2ZpbGVfd3JpdGVy9jFs" +
    "Gx4AAAAAAAAA2dwSMgkAAAAAACBZQCoTChEKCnRyYWluL2xvc3MVAAAgQLB2pvEjAAAAAAAAALCfd0MJAAAAAAAwWUAqGAoWCgh2YWwvbG9zc0IKCAES" +
    "ACoEAABQQJZ5yxNEAAAAAAAAAENZLpoJAAAAAABAYEAQrAIqNgoYCgp0cmFpbi9sb3NzQgoIARIAIgQAAMA/ChoKCGFjY3VyYWN5Qg4IAhIAMgiamZmZ" +
    "mZm5Pz5aE/IhAAAAAAAAAAF77PYJAAAAAABgYEAQrAIqEwoRCgR0ZXh0QgkIB0IFaGVsbG85eZ3OHAAAAAAAAADIwZUdCQAAAAAAAGlAEIC8wZYLKgsK" +
    "CQoCbHIVbxKDOiwpgUk=",
  "base64"
);

describe("a file of TensorBoard’s", () => {
  it("is read as its own package has written it", () => {
    expect(readEvents(REFERENCE)).toEqual([
      {step: 0, wallTime: 100.5, values: {"train/loss": 2.5}},
      {step: 0, wallTime: 100.75, values: {"val/loss": 3.25}},
      {step: 300, wallTime: 130, values: {"train/loss": 1.5, accuracy: 0.1}},
      {step: 3_000_000_000, wallTime: 200, values: {lr: Math.fround(0.001)}}
    ]);
  });

  it("comes back as it was written, but for float32", () => {
    const events: fc.Arbitrary<readonly ScalarEvent[]> = fc.array(
      fc.record({
        step: fc.nat({max: Number.MAX_SAFE_INTEGER}),
        wallTime: fc.double({noNaN: true}),
        values: fc.dictionary(fc.string(), fc.float({noNaN: true}), {minKeys: 1, noNullPrototype: true})
      })
    );
    fc.assert(
      fc.property(events, (list) => {
        expect(readEvents(writeEvents(list))).toEqual(list);
      })
    );
  });

  it("has the sums of its frames", () => {
    expect(crc32c(new TextEncoder().encode("123456789"))).toBe(0xe3069283); // the check value of CRC-32C
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa); // RFC 3720, appendix B.4
    const first = REFERENCE.subarray(0, 8);
    expect(REFERENCE.readUInt32LE(8)).toBe(maskedCrc32c(first));
  });

  it("is read up to where it is cut, or spoiled", () => {
    const records = [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array(300).fill(7)];
    const file = Buffer.concat(records.map(framed));
    expect(recordsOf(file)).toEqual(records.map((record) => Buffer.from(record)));
    const ends = [16 + 3, 16 + 3 + 16, file.length];
    for (let cut = 0; cut < file.length; cut++)
      expect(recordsOf(file.subarray(0, cut))).toHaveLength(ends.filter((end) => end <= cut).length);
    for (const at of [2, 9, 13, 16]) {
      const spoiled = Buffer.from(file);
      spoiled[at]! ^= 1;
      expect(recordsOf(spoiled)).toEqual([]);
    }
    expect(() => fieldsOf(new Uint8Array([0x0a, 5, 1]))).toThrow("a message ends within a field");
    expect(() => fieldsOf(new Uint8Array([0x80]))).toThrow("a message ends within a number");
    expect(() => fieldsOf(new Uint8Array([0x0b]))).toThrow("wire type 3");
  });
});

describe("llmfp export --to tensorboard", () => {
  const logs = join(folder, "logs");
  const out = join(logs, "whale");
  beforeAll(async () => {
    const flags = ["--steps", "20", "--every", "10", "--sample-every", "0", ...SMALL];
    await llmfp("train", corpus, "--runs", runs, "--name", "whale", ...flags);
    for (let twice = 0; twice < 2; twice++)
      expect((await llmfp("export", "whale", "--runs", runs, "--to", "tensorboard", "--out", out)).code).toBe(0);
  });

  it("writes what the run has measured, and when, into one file", () => {
    const [name, ...rest] = readdirSync(out);
    expect(rest).toEqual([]);
    expect(name).toMatch(/^events\.out\.tfevents\.\d+\.llmfp$/);
    const [own] = readRuns(join(runs, "whale"));
    const events = readEvents(readFileSync(join(out, name!)));
    expect(events.map(({step}) => step)).toEqual([0, 10, 20]);
    events.forEach(({values, wallTime}, i) => {
      const {step: _step, seconds, ...measures} = own!.measured[i]!;
      expect(values).toEqual(
        Object.fromEntries(Object.entries(measures).map(([key, value]) => [key, Math.fround(Number(value))]))
      );
      expect(wallTime).toBeCloseTo(Date.parse(String(own!.environment["date"])) / 1000 + seconds!, 3);
    });
  });

  it("and files like these are runs that a report shows, whoever wrote them", async () => {
    mkdirSync(join(logs, "other"));
    writeFileSync(join(logs, "other/events.out.tfevents.100.host"), REFERENCE);
    const [other, whale] = readRuns(logs);
    expect(other).toMatchObject({name: "other", steps: 3_000_000_000, tokensPerStep: null});
    expect(other?.measured.slice(0, 2)).toEqual([
      {step: 0, seconds: 0.25, batchLoss: 2.5, validationLoss: 3.25},
      {step: 300, seconds: 29.5, batchLoss: 1.5, accuracy: 0.1}
    ]);
    expect(throughput(other!)).toEqual([]);
    const [own] = readRuns(join(runs, "whale"));
    expect(whale?.measured.map(({validationLoss}) => validationLoss)).toEqual(
      own?.measured.map(({validationLoss}) => Math.fround(Number(validationLoss)))
    );
  });

  it("refuses what is of models, and what is no run", async () => {
    const refused = async (...args: readonly string[]) =>
      (await llmfp("export", ...args, "--runs", runs, "--to", "tensorboard", "--out", join(folder, "x"))).err;
    expect(await refused("whale", "--dtype", "f16")).toContain("--dtype: it is for other forms than tensorboard");
    expect(await refused("whale", "--best")).toContain("--best: it is for other forms");
    await llmfp("export", "whale", "--runs", runs, "--to", "hf", "--out", join(folder, "hf"));
    expect(await refused(join(folder, "hf"))).toContain("TensorBoard shows what runs have measured");
  });
});
