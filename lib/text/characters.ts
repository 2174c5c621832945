import {codePointCount, codePointTable, valueAt} from "./codePointTable.js";
import {makeIds, type Ids} from "./ids.js";
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
import {vocabulary} from "./vocabulary.js";

/**
 * A tokenizer whose tokens are the characters (code points) of `text`, in the order of their numbers.
 *
 * Nothing is normalized: é as one code point and é as two are different texts, and stay so.
 *
 * @throws TextError if the text is empty or holds half a surrogate pair; ConfigError for a bad option.
 *
 * @example
 * const {encode, decode, vocabulary} = characterTokenizer("abba");
 * vocabulary.tokens; // ["a", "b"]
 * [...encode("abba")]; // [0, 1, 1, 0]
 * decode([1, 0]); // "ba"
 */
export function characterTokenizer(text: string, options: TokenizerOptions = {}): Tokenizer {
  const {minCount = 1, unknownSymbol = replacementCharacter, ...special} = options;
  checkLimits("characterTokenizer", {minCount}, special.unknown);
  const codePoints = codePointsOf(checkText(text, {limit: Infinity}), minCount);
  const characters = vocabulary(
    codePoints.map((codePoint) => String.fromCodePoint(codePoint)),
    special
  );
  const {tokens, unknown} = characters;
  const table = codePointTable(codePoints);
  const spelled = spelling(spellings(characters, unknownSymbol));
  return {
    name: "characters",
    vocabulary: characters,
    encode: (text) => {
      const ids = makeIds(text.length, tokens.length);
      let count = 0;
      for (let i = 0; i < text.length; i++) {
        const start = i;
        const codePoint = text.codePointAt(i)!;
        if (codePoint > 0xffff) i++;
        const id = valueAt(table, codePoint);
        ids[count++] = id >= 0 ? id : (unknown ?? refuseCharacter(text, start, codePoint));
      }
      return trimmed(ids, count);
    },
    ends: (text) => {
      const ends = new Uint32Array(text.length);
      let count = 0;
      for (let i = 0; i < text.length; count++) ends[count] = i += text.codePointAt(i)! > 0xffff ? 2 : 1;
      return ends.slice(0, count);
    },
    decode: (ids) => spell("characters.decode", spelled, ids)
  };
}

const refuseCharacter = (text: string, unit: number, codePoint: number): never =>
  refuseUnknown("characters.encode", text, unit, String.fromCodePoint(codePoint));

/** The code points that a text has at least `minCount` times, in the order of their numbers. */
function codePointsOf(text: string, minCount: number): readonly number[] {
  // pages of 256 are made as they are needed: most texts need few
  const pages: (Uint32Array | undefined)[] = new Array<undefined>(codePointCount >>> 8).fill(undefined);
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    if (codePoint > 0xffff) i++;
    const page = (pages[codePoint >>> 8] ??= new Uint32Array(256));
    page[codePoint & 255]!++;
  }
  const codePoints: number[] = [];
  for (const [high, page] of pages.entries())
    page?.forEach((count, low) => {
      if (count >= minCount) codePoints.push((high << 8) | low);
    });
  return codePoints;
}

// a copy, so that the room that pairs of surrogates did not need is given back
const trimmed = (ids: Ids, count: number): Ids => (count === ids.length ? ids : ids.slice(0, count));
