import fc from "fast-check";
import {expect, it} from "vitest";
import {findInvalidUtf8, measureText} from "../../lib/text/utf8.js";
import {text} from "./arbitraries.js";

const strict = new TextDecoder("utf-8", {fatal: true});
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** The naive twin: the length of the longest start that the platform's decoder takes, or -1 if it takes all. */
function longestValid(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1;
  let n = bytes.length - 1;
  while (!isUtf8(bytes.subarray(0, n))) n--;
  return n;
}

// mostly pieces of sequences, so that a good start meets a bad end
const byte = fc.oneof(
  fc.constantFrom(0x41, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xc1, 0xf5, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf),
  fc.integer({min: 0, max: 255})
);

it("finds the first byte that the platform's strict decoder would not take", () => {
  const bytes = fc.array(byte, {maxLength: 12}).map((list) => Uint8Array.from(list));
  fc.assert(
    fc.property(bytes, (bytes) => void expect(findInvalidUtf8(bytes)).toBe(longestValid(bytes))),
    {numRuns: 5000}
  );
});

it("agrees with the platform on every pair and on every lead with every second byte", () => {
  for (let lead = 0; lead < 256; lead++)
    for (let second = 0; second < 256; second++)
      for (const tail of [[], [0x80], [0x80, 0x80]]) {
        const bytes = Uint8Array.of(lead, second, ...tail);
        if (findInvalidUtf8(bytes) >= 0 !== !isUtf8(bytes)) expect.fail(`${bytes.join(" ")}`);
      }
});

it("measures a text as the platform's encoder does", () => {
  fc.assert(
    fc.property(text, (text) => {
      const bytes = new TextEncoder().encode(text).length;
      expect(measureText(text)).toEqual({bytes, characters: [...text].length, loneSurrogate: -1});
    })
  );
  expect(measureText("a\ud800b")).toEqual({bytes: 5, characters: 3, loneSurrogate: 1});
  expect(measureText("\udc00\ud800")).toEqual({bytes: 6, characters: 2, loneSurrogate: 0});
});
