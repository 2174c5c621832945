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
 */
export function characterTokenizer(text: string, options: TokenizerOptions = {}): Tokenizer {
  const {minCount = 1, unknownSymbol = replacementCharacter, ...special} = options;
  checkLimits("characterTokenizer", {minCount}, special.unknown);
  const counts = countCodePoints(checkText(text, {limit: Infinity}));
  const codePoints: number[] = [];
  counts.forEach((count, codePoint) => {
    if (count >= minCount) codePoints.push(codePoint);
  });
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
    decode: (ids) => spell("characters.decode", spelled, ids)
  };
}

const refuseCharacter = (text: string, unit: number, codePoint: number): never =>
  refuseUnknown("characters.encode", text, unit, String.fromCodePoint(codePoint));

/** How often each code point appears, by its number. */
function countCodePoints(text: string): Uint32Array {
  const counts = new Uint32Array(codePointCount);
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    if (codePoint > 0xffff) i++;
    counts[codePoint]!++;
  }
  return counts;
}

// a copy, so that the room that pairs of surrogates did not need is given back
const trimmed = (ids: Ids, count: number): Ids => (count === ids.length ? ids : ids.slice(0, count));
