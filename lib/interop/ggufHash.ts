import {FormatError, found} from "../core/errors.js";
import {hash} from "../core/hash.js";
import {plainBytes} from "../core/plainBytes.js";
import type {GgufFact} from "../io/ggufFormat.js";

const KEY = "llm_first_principles.hash";
const DIGITS = 32;
const BLANK = "0".repeat(DIGITS);

/** The fact that has a file’s hash, before the hash is known. It stands first, so that its place is known. */
export const HASH: readonly [string, GgufFact] = [KEY, {kind: "string", value: BLANK}];

// behind magic, version, two counts; the key with its length, the kind, the length of the text
const AT = 24 + 8 + KEY.length + 4 + 8;

const digest = (file: Uint8Array): string => {
  const blank = plainBytes(file).slice();
  blank.set(new TextEncoder().encode(BLANK), AT);
  return hash(blank);
};

/** A file with its hash in it. */
export function signed(file: Uint8Array): Uint8Array {
  file.set(new TextEncoder().encode(digest(file)), AT);
  return file;
}

/**
 * Refuses a file of ours that has changed since. One without a hash is somebody else’s.
 *
 * @throws FormatError
 */
export function checkHash(file: Uint8Array, facts: ReadonlyMap<string, GgufFact>): void {
  const fact = facts.get(KEY);
  if (fact === undefined) return;
  const is = digest(file);
  if (fact.value !== is)
    throw new FormatError(
      "readGguf",
      "the file is as it was written",
      [found("its hash", fact.value), found("the hash of what it is", is)],
      "load another copy; if it was changed on purpose, read it with {changed: true}"
    );
}
