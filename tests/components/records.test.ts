import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {keep, type Area} from "../../src/components/progress/keep.js";
import {
  isSolved,
  merged,
  readBackup,
  readRecord,
  withAttempt,
  writeBackup
} from "../../src/components/progress/records.js";
import type {Attempt, ExerciseRecord, Grade} from "../../src/components/progress/records.js";

const attempt: fc.Arbitrary<Attempt> = fc
  .tuple(fc.integer({min: 0, max: 8e15}), fc.boolean(), fc.constantFrom<Grade | undefined>(undefined, 1, 2, 3, 4))
  .map(([at, right, grade]) => (grade === undefined ? {at, right} : {at, right, grade}));
const record: fc.Arbitrary<ExerciseRecord> = fc.record({
  name: fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/),
  prompt: fc.string({maxLength: 200}),
  attempts: fc.array(attempt, {maxLength: 20}).map((all) => all.sort((a, b) => a.at - b.at))
});

describe("progress as a file", () => {
  it("comes back as it was saved", () => {
    fc.assert(
      fc.property(fc.array(record, {maxLength: 5}), (all) => {
        expect(readBackup(writeBackup(all))).toEqual(all);
      })
    );
  });

  it.each([
    ["no JSON", "hello", /not JSON/],
    ["other JSON", "[1]", /not progress/],
    ["another kind", '{"kind": "x"}', /not progress/],
    ["a newer version", '{"kind": "llm-first-principles progress", "version": 2, "records": []}', /version 2/],
    ["no list", '{"kind": "llm-first-principles progress", "version": 1}', /no list/],
    [
      "a damaged record",
      '{"kind": "llm-first-principles progress", "version": 1, "records": [{"name": "a", "prompt": "", "attempts": [{"at": "now"}]}]}',
      /Record 1/
    ],
    [
      "a name that is a key of objects",
      '{"kind": "llm-first-principles progress", "version": 1, "records": [{"name": "__proto__", "prompt": "", "attempts": []}]}',
      /Record 1/
    ]
  ])("is refused when it is %s", (_, text, why) => expect(() => readBackup(text)).toThrow(why));

  it("is refused, or read, whatever a file holds, but never half read", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => readBackup(text)).toThrow(/progress/);
        expect(readRecord(text)).toBeUndefined();
      })
    );
  });

  it("merges two browsers' attempts without counting any twice", () => {
    fc.assert(
      fc.property(record, fc.array(attempt, {maxLength: 10}), (a, more) => {
        const b = {...a, attempts: [...a.attempts, ...more]};
        const both = merged(a, b);
        expect(merged(both, b)).toEqual(both);
        expect(isSolved(both)).toBe(isSolved(a) || isSolved(b));
        expect(both.attempts.map(({at}) => at)).toEqual(both.attempts.map(({at}) => at).sort((x, y) => x - y));
      })
    );
  });

  it("takes a grade that the reader gave for no proof that it was solved", () => {
    const graded: ExerciseRecord = {name: "a", prompt: "", attempts: [{at: 1, right: true, grade: 4}]};
    expect([isSolved(graded), isSolved(withAttempt(graded, {at: 2, right: true}))]).toEqual([false, true]);
  });

  it("forgets the oldest of very many attempts", () => {
    const empty: ExerciseRecord = {name: "a", prompt: "", attempts: []};
    const many = Array.from({length: 100}, (_, at) => ({at, right: false})).reduce(withAttempt, empty);
    expect(many.attempts.map(({at}) => at)).toEqual(Array.from({length: 60}, (_, i) => i + 40));
  });
});

/** A browser's storage that refuses after some writes, as a full or private one does. */
function area(writes: number): Area & {readonly map: Map<string, string>} {
  const map = new Map<string, string>();
  let left = writes;
  return {
    map,
    get length() {
      return map.size;
    },
    key: (i) => [...map.keys()][i] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (left-- <= 0) throw new DOMException("full", "QuotaExceededError");
      map.set(key, value);
    },
    removeItem: (key) => void map.delete(key)
  };
}

describe("what the browser keeps", () => {
  it("has our prefix, so that another site on the origin does not see it as its own", () => {
    const store = area(9);
    store.map.set("exercise:x", "foreign");
    const kept = keep(store);
    kept.set("exercise:a", "1");
    expect([...store.map.keys()]).toEqual(["exercise:x", "llm-first-principles:exercise:a"]);
    expect(kept.names("exercise:")).toEqual(["exercise:a"]);
    expect(kept.lasts()).toBe(true);
  });

  it("survives in memory what a full disk refuses, and says that it will not last", () => {
    const kept = keep(area(1));
    kept.set("a", "1");
    kept.set("a", "2");
    kept.set("b", "3");
    expect([kept.get("a"), kept.get("b"), kept.lasts()]).toEqual(["2", "3", false]);
    kept.remove("a");
    expect([kept.get("a"), kept.names("")]).toEqual([undefined, ["b"]]);
  });

  it("works without any storage", () => {
    const kept = keep(undefined);
    kept.set("a", "1");
    expect([kept.get("a"), kept.lasts(), kept.names("a")]).toEqual(["1", false, ["a"]]);
  });
});
