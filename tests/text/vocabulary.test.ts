import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ConfigError} from "../../lib/core/errors.js";
import {compareCodePoints, sortedByCodePoint} from "../../lib/text/compareCodePoints.js";
import {idOf, tokenOf, vocabulary} from "../../lib/text/vocabulary.js";
import {text} from "./arbitraries.js";

const hostile = ["__proto__", "constructor", "toString", "hasOwnProperty", "0", "-1", "</script>", "\0", "\u202e"];

describe("a vocabulary", () => {
  it("gives each token its place as id, whatever its name", () => {
    const tokens = vocabulary(hostile);
    expect(hostile.map((token) => idOf(tokens, token))).toEqual(hostile.map((_, i) => i));
    expect(hostile.map((_, i) => tokenOf(tokens, i))).toEqual(hostile);
    expect(idOf(vocabulary(["a"]), "__proto__")).toBeUndefined();
    expect(idOf(vocabulary(["a"]), "constructor")).toBeUndefined();
  });

  it("puts special tokens after the others and remembers their ids", () => {
    const made = vocabulary(["a", "b"], {unknown: "<unk>", begin: "<s>", end: "</s>"});
    expect(made).toEqual({tokens: ["a", "b", "<unk>", "<s>", "</s>"], unknown: 2, begin: 3, end: 4});
    expect(vocabulary(["a"], {end: "</s>"})).toEqual({tokens: ["a", "</s>"], end: 1});
  });

  it("works as well when it comes back from JSON", () => {
    const back = JSON.parse(JSON.stringify(vocabulary(hostile, {unknown: "<unk>"})));
    expect(idOf(back, "constructor")).toBe(1);
    expect(idOf(back, "<unk>")).toBe(back.unknown);
  });

  it("does not change with the list that it was made of", () => {
    const list = ["a", "b"];
    const made = vocabulary(list);
    list[0] = "c";
    expect(made.tokens).toEqual(["a", "b"]);
  });

  it("refuses a token that appears twice, or is empty, and an id that is not there", () => {
    expect(() => vocabulary(["a", "b", "a"])).toThrow(/a token appears once[^]*"a"[^]*\[0,2\]/);
    expect(() => vocabulary(["a", "<s>"], {begin: "<s>"})).toThrow(ConfigError);
    expect(() => vocabulary(["__proto__", "__proto__"])).toThrow(ConfigError);
    expect(() => vocabulary([""])).toThrow("at least one character");
    for (const id of [-1, 2, 0.5, NaN]) expect(() => tokenOf(vocabulary(["a", "b"]), id)).toThrow(ConfigError);
  });
});

describe("the order of code points", () => {
  it("is the order of the lists of code points", () => {
    const points = (text: string) => Array.from(text, (c) => c.codePointAt(0)!);
    const naive = (a: string, b: string): number => {
      const [x, y] = [points(a), points(b)];
      const i = x.findIndex((value, k) => value !== y[k]);
      return i < 0 ? x.length - y.length : y[i] === undefined ? 1 : x[i]! - y[i]!;
    };
    fc.assert(
      fc.property(
        text,
        text,
        text,
        (start, a, b) =>
          void expect(Math.sign(compareCodePoints(start + a, start + b))).toBe(
            Math.sign(naive(start + a, start + b)) + 0
          )
      ),
      {numRuns: 1000}
    );
  });

  it("puts emoji after U+FFFD, where the order of code units does not", () => {
    expect(sortedByCodePoint(["😀", "\ufffd", "é", "Z", "a"])).toEqual(["Z", "a", "é", "\ufffd", "😀"]);
    expect(["😀", "\ufffd"].sort()).toEqual(["😀", "\ufffd"]);
    expect(sortedByCodePoint(["b", "a", "B", "é"])).toEqual(["B", "a", "b", "é"]);
  });
});
