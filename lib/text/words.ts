import {compareCodePoints, sortedByCodePoint} from "./compareCodePoints.js";
import {makeIds} from "./ids.js";
import {checkText} from "./readText.js";
import {spell, spelling} from "./spell.js";
import {
  checkLimits,
  refuseUnknown,
  replacementCharacter,
  spellings,
  type Tokenizer,
  type TokenizerOptions
} from "./tokenizer.js";
import {lookup, vocabulary} from "./vocabulary.js";
import {wordEnd} from "./wordBoundaries.js";

/** What a word tokenizer can be told. */
export interface WordTokenizerOptions extends TokenizerOptions {
  /** The most tokens that are kept, not counting special ones: the commonest, of equally common the first by code point. */
  readonly maxSize?: number;
  /** Whether texts are put in lower case first. `decode(encode(text))` is then `text.toLowerCase()`. */
  readonly lowercase?: boolean;
}

/**
 * A tokenizer whose tokens are the words and other characters of `text`, by code point order; `wordEnd` has the rule.
 *
 * @throws TextError if the text is empty or holds half a surrogate pair; ConfigError for a bad option.
 *
 * @example
 * const {encode, decode} = wordTokenizer("the whale, the sea");
 * decode(encode("the sea, the whale")); // "the sea, the whale"
 */
export function wordTokenizer(text: string, options: WordTokenizerOptions = {}): Tokenizer {
  const {minCount = 1, maxSize, lowercase = false, unknownSymbol = replacementCharacter, ...special} = options;
  checkLimits("wordTokenizer", {minCount, maxSize}, special.unknown);
  const cased = (text: string): string => (lowercase ? text.toLowerCase() : text);
  const counts = countWords(cased(checkText(text, {limit: Infinity})));
  const common = [...counts].filter(([, count]) => count >= minCount);
  const kept =
    maxSize === undefined || common.length <= maxSize
      ? common
      : common.sort(([a, m], [b, n]) => n - m || compareCodePoints(a, b)).slice(0, maxSize);
  const known = vocabulary(sortedByCodePoint(kept.map(([token]) => token)), special);
  const {tokens, unknown} = known;
  const ids = lookup(known);
  const spelled = spelling(spellings(known, unknownSymbol));
  return {
    name: "words",
    vocabulary: known,
    encode: (raw) => {
      const text = cased(raw);
      const encoded = makeIds(countTokens(text), tokens.length);
      for (let start = 0, i = 0; start < text.length; i++) {
        const end = wordEnd(text, start);
        const token = text.slice(start, end);
        encoded[i] = ids.get(token) ?? unknown ?? refuseUnknown("words.encode", text, start, token);
        start = end;
      }
      return encoded;
    },
    ends: (raw) => {
      const text = cased(raw);
      const ends = new Uint32Array(countTokens(text));
      for (let end = 0, i = 0; i < ends.length; i++) ends[i] = end = wordEnd(text, end);
      return text.length === raw.length ? ends : unchanged(raw, ends);
    },
    decode: (ids) => spell("words.decode", spelled, ids)
  };
}

/** Places in a text for those in its lower case, which may be longer: İ becomes an i and a dot. */
function unchanged(raw: string, ends: Uint32Array): Uint32Array {
  let [at, lower] = [0, 0];
  return ends.map((end) => {
    while (lower < end) {
      const character = String.fromCodePoint(raw.codePointAt(at)!);
      at += character.length;
      lower += character.toLowerCase().length;
    }
    return at;
  });
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start < text.length;) {
    const end = wordEnd(text, start);
    const token = text.slice(start, end);
    counts.set(token, (counts.get(token) ?? 0) + 1);
    start = end;
  }
  return counts;
}

function countTokens(text: string): number {
  let count = 0;
  for (let start = 0; start < text.length; start = wordEnd(text, start)) count++;
  return count;
}
