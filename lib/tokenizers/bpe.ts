import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import {makeIds, type Ids} from "../text/ids.js";
import {replacementCharacter} from "../text/tokenizer.js";
import {lookup, type Vocabulary} from "../text/vocabulary.js";
import {segmenter, type Segment} from "./addedTokens.js";
import {
  append,
  appendDropped,
  appendPart,
  emptyEncoding,
  emptyMemo,
  utf8Size,
  type BpeParts,
  type Encoding
} from "./bpeEncoder.js";
import {mergeTable, type BpeModel} from "./bpeModel.js";
import {byteSymbols, bytesOfToken, utf8} from "./byteAlphabet.js";
import {spelledBytes, textOfIds, type SpelledBytes} from "./spelledBytes.js";
import {pieceEnd} from "./splits.js";
import {tokenTable} from "./tokenTable.js";
import type {TrainedTokenizer} from "./trainedTokenizer.js";
import {trainedVocabulary} from "./trainedVocabulary.js";

export interface BpeTokenizer extends TrainedTokenizer<BpeModel> {
  /**
   * Ids of the same text in which each merge, whenever it is due, is left out with a probability: BPE-dropout (Provilkov
   * et al. 2020). At 0 they are those of the merges, at 1 single bytes. The same key draws the same ids.
   *
   * @throws ConfigError for a dropout that is no probability; TextError as `encode` does.
   */
  readonly sample: (text: string, options: {readonly key: Key; readonly dropout: number}) => Ids;
}

const fields = ["kind", "tokens", "merges", "split", "added", "wholePieces", "unknown", "begin", "end"];

/**
 * Byte-level BPE (Radford et al. 2019; Sennrich et al. 2016): a text is cut into pieces, a piece is its UTF-8 bytes, and
 * neighbors merge in the order of the merges.
 *
 * Where all 256 bytes are tokens, `decode(encode(text))` is `text` for every string, but that a lone surrogate becomes
 * U+FFFD, that `begin` and `end` spell nothing, and that an added token may have taken white space along. `decode` gives
 * one U+FFFD for each character that is cut. Encoding n characters takes O(n log n), also where they are one piece.
 *
 * Ids of short pieces are remembered from call to call, 65,536 at most: that changes nothing but the time.
 *
 * For `ends`, a token that ends within a character ends where that character starts.
 *
 * Without a token for some byte, and without an unknown one, `encode` refuses a text with that byte.
 *
 * @throws ConfigError for a model whose parts do not fit each other.
 */
export function bpeTokenizer(model: BpeModel): BpeTokenizer {
  checkFields("bpeTokenizer", model, fields);
  const known = trainedVocabulary("bpeTokenizer", model);
  const ids = lookup(known);
  const {split, added = [], merges, wholePieces = merges === "ranks"} = model;
  const segments = segmenter("bpeTokenizer", added, ids);
  const parts: BpeParts = {
    pieceEnd: pieceEnd("bpeTokenizer.split", split),
    merges: mergeTable(model, ids),
    byteIds: Int32Array.from(byteSymbols, (symbol) => ids.get(symbol) ?? known.unknown ?? -1),
    whole: wholePieces ? tokenTable(known.tokens) : undefined,
    memo: emptyMemo()
  };
  const spelled = spelling(
    known,
    added.map(({token}) => token)
  );
  const sizes = tokenSizes(known);
  const encodeWith = (text: string, part: (encoding: Encoding, segment: Segment) => void): Ids => {
    const encoding = emptyEncoding(text.length);
    for (const segment of segments(text)) {
      if (segment.id >= 0) append(encoding, segment.id);
      else part(encoding, segment);
    }
    const found = makeIds(encoding.length, known.tokens.length);
    found.set(encoding.ids.subarray(0, encoding.length));
    return found;
  };
  return {
    name: "byte-level BPE",
    vocabulary: known,
    model,
    spelled,
    encode: (text) => encodeWith(text, (encoding, {start, end}) => appendPart(parts, encoding, text, start, end)),
    ends: (text) => {
      const encoding = emptyEncoding(text.length);
      const ends: number[] = [];
      for (const {start, end, id} of segments(text)) {
        const first = encoding.length;
        if (id < 0) appendPart(parts, encoding, text, start, end);
        if (id < 0) appendEnds(ends, text, start, encoding.ids.subarray(first, encoding.length), sizes);
        else ends.push(end);
      }
      return Uint32Array.from(ends);
    },
    decode: (ids) => textOfIds("bpe.decode", spelled, ids),
    sample: (text, {key, dropout}) => {
      real("bpe.sample.dropout", dropout, {least: 0, most: 1});
      let draws = 0;
      const dropped = (): boolean => uniform(key, draws++) < dropout;
      return encodeWith(text, (encoding, {start, end}) => appendDropped(parts, encoding, text, start, end, dropped));
    }
  };
}

/** What ids spell: bytes in GPT-2's alphabet, and the text itself of added tokens and of what is not in that alphabet. */
function spelling({tokens, unknown, begin, end}: Vocabulary, added: readonly string[]): SpelledBytes {
  const asText = new Set(added);
  const spell = (token: string, id: number): Uint8Array =>
    id === begin || id === end
      ? utf8("")
      : id === unknown
        ? utf8(replacementCharacter)
        : ((asText.has(token) ? undefined : bytesOfToken(token)) ?? utf8(token));
  return spelledBytes(tokens.map(spell), false);
}

/** How many bytes of a text each token stands for; the unknown one stands for one. */
const tokenSizes = ({tokens, unknown}: Vocabulary): Int32Array =>
  Int32Array.from(tokens, (token, id) => (id === unknown ? 1 : (bytesOfToken(token)?.length ?? 0)));

/** Adds where the tokens of a part end, in code units: of a character, the end counts for the token that has its last byte. */
function appendEnds(ends: number[], text: string, start: number, ids: Int32Array, sizes: Int32Array): void {
  let [at, rest] = [start, 0]; // bytes of tokens beyond `at`
  for (const id of ids) {
    rest += sizes[id]!;
    for (let size; at < text.length && rest >= (size = utf8Size(text.codePointAt(at)!)); at += size === 4 ? 2 : 1)
      rest -= size;
    ends.push(at);
  }
}
