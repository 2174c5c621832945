import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {TextError, type Fault} from "../../lib/core/errors.js";
import {checkText, readText, requireLength} from "../../lib/text/readText.js";
import {brokenText, someText} from "./arbitraries.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

function faultOf(act: () => unknown): Fault {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(TextError);
    return (error as TextError).fault;
  }
  throw new Error("nothing was refused");
}

const findings = ({found}: Fault): Readonly<Record<string, string>> =>
  Object.fromEntries(found.map(({name, value}) => [name, value]));

/** UTF-16, little-endian unless told. */
const utf16 = (text: string, big = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((c) =>
      big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]
    )
  );

describe("readText", () => {
  it("gives back what was written, whatever the code points", () => {
    fc.assert(
      fc.property(someText, (text) => void expect(readText(utf8(`- ${text}`))).toBe(`- ${text}`)),
      {numRuns: 500}
    );
  });

  it("passes every code point through as it is", () => {
    for (let start = 0; start < 0x110000; start += 0x1000) {
      if (start >= 0xd000 && start < 0xe000) continue;
      const all = Array.from({length: 0x1000}, (_, i) => String.fromCodePoint(start + i)).join("");
      expect(readText(utf8(all)) === all, `from ${start.toString(16)}`).toBe(true);
      expect(checkText(all)).toBe(all);
    }
  });

  it("keeps NUL, line separators, bidirectional marks, and composed and decomposed letters apart", () => {
    for (const text of ["a\0b", "a\u2028b\u2029", "\u202eabc\u2066", "é", "e\u0301", "</script>${x}", "\u200d\ufe0f"])
      expect(readText(utf8(text))).toBe(text);
    expect(readText(utf8("\u00e9"))).not.toBe(readText(utf8("e\u0301")));
  });

  it("takes off one byte order mark, and only one", () => {
    expect(readText(utf8("\ufeffabc"))).toBe("abc");
    expect(readText(utf8("\ufeff\ufeffabc"))).toBe("\ufeffabc");
    expect(readText(utf8("a\ufeff"))).toBe("a\ufeff");
  });

  it("refuses an empty text, and one that is only a byte order mark", () => {
    for (const bytes of [new Uint8Array(0), utf8("\ufeff")])
      expect(faultOf(() => readText(bytes, {name: "a.txt"}))).toMatchObject({
        where: "readText",
        rule: "a text has at least one character",
        found: [{name: "text", value: "a.txt"}, {name: "size"}]
      });
  });

  it("refuses a text above the limit and names both sizes", () => {
    const fault = faultOf(() => readText(new Uint8Array(20_000_001)));
    expect(fault.rule).toBe("a text is not larger than the limit");
    expect(findings(fault)).toEqual({size: "20 MB (20,000,001 bytes)", limit: "20 MB (20,000,000 bytes)"});
    expect(readText(utf8("abcd"), {limit: 4})).toBe("abcd");
    expect(findings(faultOf(() => readText(utf8("abcde"), {limit: 4})))).toEqual({size: "5 bytes", limit: "4 bytes"});
  });

  it.each([
    ["UTF-16 with its mark", Uint8Array.of(0xff, 0xfe, ...utf16("hi"))],
    ["UTF-16 of the other order with its mark", Uint8Array.of(0xfe, 0xff, ...utf16("hi", true))],
    ["UTF-16 without a mark", utf16("Call me Ishmael.")],
    ["UTF-16 of the other order without a mark", utf16("Call me Ishmael.", true)]
  ])("tells %s by name and says how to save it", (_, bytes) => {
    const fault = faultOf(() => readText(bytes));
    expect(fault).toMatchObject({rule: "a text is UTF-8", found: [{name: "encoding", value: "UTF-16"}]});
    expect(fault.hint).toContain("save it as UTF-8");
  });

  it("tells UTF-32 by its mark", () => {
    for (const bytes of [
      [0xff, 0xfe, 0, 0, 97, 0, 0, 0],
      [0, 0, 0xfe, 0xff, 0, 0, 0, 97]
    ])
      expect(findings(faultOf(() => readText(Uint8Array.from(bytes))))).toEqual({encoding: "UTF-32"});
  });

  it.each([
    ["\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"],
    ["\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"],
    ["GIF89a\x01\0\x01\0", "a GIF image"],
    ["RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"],
    ["%PDF-1.7\n%", "a PDF document"],
    ["PK\x03\x04\x14\0\0\0", "a zip archive"],
    ["PK\x03\x04\x14\0\0\0[Content_Types].xml...word/document.xml", "a Word document (docx)"],
    ["PK\x03\x04\x14\0\0\0mimetypeapplication/epub+zip", "an EPUB book"],
    ["\x1f\x8b\x08\0", "a gzip archive"],
    ["\0asm\x01\0\0\0", "a WebAssembly module"],
    ["\x7fELF\x02\x01\x01", "an ELF program"],
    ["MZ\x90\0\x03", "a Windows program"],
    ["SQLite format 3\0", "a SQLite database"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (doc, xls or ppt)"],
    ["{\\rtf1\\ansi", "a rich text (RTF) document"]
  ])("names the format of %j", (start, format) => {
    const fault = faultOf(() => readText(latin1(start), {replace: true}));
    expect(fault).toMatchObject({rule: "a text is plain text", found: [{name: "format", value: format}]});
    expect(fault.hint).toBeDefined();
  });

  it("does not take a text for a program because of its first letters", () => {
    for (const text of ["MZ is a country code", "GIF89a is a format", "BM", "ID3 tags", "wOFF", "PAR1", "Rar!"])
      expect(readText(utf8(text))).toBe(text);
  });

  it.each([
    [[0x61, 0xff], 1, "0xFF"],
    [[0x61, 0x62, 0x80], 2, "0x80"],
    [[0xc0, 0xaf], 0, "0xC0"],
    [[0xc3, 0xa9, 0xe9, 0x20], 2, "0xE9"],
    [[0x61, 0xe2, 0x82], 1, "0xE2"],
    [[0xed, 0xa0, 0x80], 0, "0xED"],
    [[0xf4, 0x90, 0x80, 0x80], 0, "0xF4"],
    [[0xef, 0xbb, 0xbf, 0x61, 0xf8], 4, "0xF8"]
  ])("says which byte of %j is not UTF-8, and offers to replace it", (bytes, at, byte) => {
    const fault = faultOf(() => readText(Uint8Array.from(bytes)));
    expect(fault.rule).toBe("a text is UTF-8");
    expect(findings(fault)).toEqual({at: `byte ${at}, counted from 0: ${byte}`});
    expect(fault.hint).toContain("replace: true");
    expect(readText(Uint8Array.from(bytes), {replace: true})).toContain("\uFFFD");
  });
});

describe("checkText", () => {
  it("returns a well-formed text as it is", () => {
    fc.assert(fc.property(someText, (text) => void expect(checkText(text)).toBe(text)));
  });

  it("says where half a surrogate pair is, and replaces it when asked", () => {
    fc.assert(
      fc.property(brokenText, ({text, index, half}) => {
        const fault = faultOf(() => checkText(text));
        expect(fault.rule).toBe("surrogates come in pairs");
        expect(findings(fault).at).toMatch(`character ${index}, counted from 0`);
        expect(findings(fault).found).toBe(`U+${half.charCodeAt(0).toString(16).toUpperCase()}`);
        expect(checkText(text, {replace: true})).toBe(text.replace(`|${half}`, "|\uFFFD"));
      })
    );
  });

  it("gives the line and column too", () => {
    expect(findings(faultOf(() => checkText("\ud800"))).at).toBe("character 0, counted from 0 (line 1, column 1)");
    expect(findings(faultOf(() => checkText("😀\nab\ud800"))).at).toBe(
      "character 4, counted from 0 (line 2, column 3)"
    );
  });

  it("refuses the empty text, and measures the limit in bytes", () => {
    expect(faultOf(() => checkText("")).rule).toBe("a text has at least one character");
    expect(checkText("é", {limit: 2})).toBe("é");
    expect(findings(faultOf(() => checkText("é", {limit: 1})))).toEqual({size: "2 bytes", limit: "1 byte"});
  });
});

describe("requireLength", () => {
  it("refuses fewer tokens than are needed and says for what", () => {
    expect(requireLength([1, 2, 3], 3, "a window")).toBeUndefined();
    const fault = faultOf(() => requireLength([1, 2], 3, "a window of 3"));
    expect(fault).toMatchObject({rule: "a window of 3 needs at least 3 tokens", found: [{name: "tokens", value: "2"}]});
  });
});
