import {whole} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import {refuseUnknown, replacementCharacter} from "../text/tokenizer.js";
import {lookup} from "../text/vocabulary.js";
import {segmenter, type AddedToken} from "./addedTokens.js";
import {utf8} from "./byteAlphabet.js";
import {foundToken, packedIds, type FoundTokens} from "./foundTokens.js";
import {spelledBytes, textOfIds} from "./spelledBytes.js";
import type {TrainedTokenizer} from "./trainedTokenizer.js";
import {trainedVocabulary} from "./trainedVocabulary.js";
import {wellFormed} from "./wellFormed.js";
import {eachWord, type WordSplit} from "./wordSplits.js";

/** WordPiece as plain data: a token's id is its place; one that goes on within a word begins with the prefix. */
export interface WordPieceModel {
  readonly kind: "wordpiece";
  readonly tokens: readonly string[];
  /** What a token begins with that goes on within a word. Default `##`. */
  readonly prefix?: string;
  /** How texts are cut into words. Default bert. */
  readonly split?: WordSplit;
  /** A word of more characters (code points) is unknown. Default 100. */
  readonly maxWordLength?: number;
  /** The token for a word that tokens do not make up. */
  readonly unknown?: string;
  readonly added?: readonly AddedToken[];
  readonly begin?: string;
  readonly end?: string;
}

const fields = ["kind", "tokens", "prefix", "split", "maxWordLength", "unknown", "added", "begin", "end"];

/**
 * WordPiece (Wu et al. 2016; as BERT encodes, Devlin et al. 2019): a word is cut into the longest token that it begins
 * with, then the longest that goes on, to its end; a word that this leads nowhere is the unknown token, or refused if there
 * is none. `decode` puts one space between words: white space is not kept, but for that.
 *
 * @throws ConfigError for a model whose parts do not fit each other.
 */
export function wordPieceTokenizer(model: WordPieceModel): TrainedTokenizer<WordPieceModel> {
  checkFields("wordPieceTokenizer", model, fields);
  const {prefix = "##", split = "bert", maxWordLength = 100, added = []} = model;
  oneOf("wordPieceTokenizer.split", split, ["whitespace", "bert"]);
  whole("wordPieceTokenizer.maxWordLength", maxWordLength, {least: 1});
  if (typeof prefix !== "string" || prefix === "")
    throw new ConfigError("wordPieceTokenizer.prefix", "it is a string that is not empty", [found("prefix", prefix)]);
  const known = trainedVocabulary("wordPieceTokenizer", model);
  const ids = lookup(known);
  const segments = segmenter("wordPieceTokenizer", added, ids);
  const longest = known.tokens.reduce((most, {length}) => Math.max(most, length), 0);
  const asText = new Set(added.map(({token}) => token));
  const spell = (token: string, id: number): Uint8Array =>
    utf8(
      id === known.begin || id === known.end
        ? ""
        : id === known.unknown
          ? ` ${replacementCharacter}`
          : token.startsWith(prefix) && !asText.has(token)
            ? token.slice(prefix.length)
            : ` ${token}`
    );
  const spelled = spelledBytes(known.tokens.map(spell), true);

  const encodeWord = (text: string, start: number, end: number, out: FoundTokens): void => {
    const first = out.ids.length;
    let at = codePoints(text, start, end) > maxWordLength ? -1 : start;
    while (at >= 0 && at < end) {
      const before = at === start ? "" : prefix;
      let next = Math.min(end, at + longest);
      let id: number | undefined;
      while (next > at && (id = ids.get(before + text.slice(at, next))) === undefined) next--;
      if (id === undefined) at = -1;
      else foundToken(out, id, (at = next));
    }
    if (at >= 0) return;
    out.ids.length = out.ends.length = first;
    foundToken(out, known.unknown ?? refuseUnknown("wordPiece.encode", text, start, text.slice(start, end)), end);
  };
  const encode = (raw: string): FoundTokens => {
    const text = wellFormed(raw);
    const out: FoundTokens = {ids: [], ends: []};
    for (const {start, end, id} of segments(text))
      if (id >= 0) foundToken(out, id, end);
      else eachWord(text, start, end, split, (from, to) => encodeWord(text, from, to, out));
    return out;
  };
  return {
    name: "WordPiece",
    vocabulary: known,
    model,
    spelled,
    encode: (text) => packedIds(encode(text), known.tokens.length),
    ends: (text) => Uint32Array.from(encode(text).ends),
    decode: (ids) => textOfIds("wordPiece.decode", spelled, ids)
  };
}

function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
}
