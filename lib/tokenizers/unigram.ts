import {real, whole} from "../core/check.js";
import {checkFields, oneOf} from "../core/checkFields.js";
import {ConfigError, found} from "../core/errors.js";
import {exp} from "../core/math/exp.js";
import type {Key} from "../core/random/threefry.js";
import {uniform} from "../core/random/uniform.js";
import type {Ids} from "../text/ids.js";
import {refuseUnknown, replacementCharacter} from "../text/tokenizer.js";
import {lookup} from "../text/vocabulary.js";
import {segmenter} from "./addedTokens.js";
import {utf8} from "./byteAlphabet.js";
import {byteTokenIds, byteOfToken} from "./byteTokens.js";
import {foundToken, packedIds, type FoundTokens} from "./foundTokens.js";
import {bestPaths, drawPath, edgeProbabilities, forwardSums, latticeOf} from "./lattice.js";
import {spelledBytes, textOfIds} from "./spelledBytes.js";
import type {TrainedTokenizer} from "./trainedTokenizer.js";
import {trainedVocabulary} from "./trainedVocabulary.js";
import {spaceMark, unigramTree, type UnigramModel} from "./unigramModel.js";
import {viterbi, type Path} from "./viterbi.js";
import {wellFormed} from "./wellFormed.js";

/** One segmentation of a text. An id of -1 is a character that no token covers. */
export interface Segmentation {
  readonly ids: readonly number[];
  /** Where each token ends, in code units. */
  readonly ends: readonly number[];
  /** The sum of the tokens' scores: the log of their probabilities' product. */
  readonly score: number;
  /** How probable it is, given the text. */
  readonly probability: number;
}

/** All segmentations of a text at once. */
export interface SegmentationSums {
  /** The log of the sum of their probabilities. */
  readonly logLikelihood: number;
  /** Each token at each place where it stands, from `start` up to `end` in code units, and how probable it is there. */
  readonly marginals: readonly {
    readonly start: number;
    readonly end: number;
    readonly id: number;
    readonly probability: number;
  }[];
  readonly expectedTokens: number;
}

export interface UnigramTokenizer extends TrainedTokenizer<UnigramModel> {
  /**
   * Ids of a segmentation that is drawn with its probability to the power of `sharpness` (default 1; towards 0 all become
   * equally likely): subword regularization (Kudo 2018). The same key draws the same ids.
   *
   * @throws ConfigError for a sharpness below 0; TextError as `encode` does.
   */
  readonly sample: (text: string, options: {readonly key: Key; readonly sharpness?: number}) => Ids;
  /** The `count` best segmentations of a text taken as one piece, which added tokens do not cut. */
  readonly segmentations: (text: string, count: number) => readonly Segmentation[];
  /** What all segmentations of a text taken as one piece have in common. */
  readonly sums: (text: string) => SegmentationSums;
}

const fields = ["kind", "tokens", "spaces", "unknown", "byteFallback", "added", "begin", "end"];

/**
 * Unigram (Kudo 2018): a text is cut so that the product of its tokens' probabilities is largest, found by Viterbi's
 * algorithm. A character that no token covers costs the lowest score minus 10; such characters are spelled by bytes, are the
 * unknown token, neighbors as one, or are refused.
 *
 * With `spaces: "mark"`, a text's first space is lost, and ▁ is read back as a space.
 *
 * @throws ConfigError for a model whose parts do not fit each other.
 */
export function unigramTokenizer(model: UnigramModel): UnigramTokenizer {
  checkFields("unigramTokenizer", model, fields);
  const {spaces = "keep", added = [], byteFallback = false} = model;
  oneOf("unigramTokenizer.spaces", spaces, ["keep", "mark"]);
  const tree = unigramTree("unigramTokenizer", model.tokens);
  const known = trainedVocabulary("unigramTokenizer", {...model, tokens: model.tokens.map(([token]) => token)});
  const ids = lookup(known);
  const size = known.tokens.length;
  const segments = segmenter("unigramTokenizer", added, ids);
  const byteIds = byteFallback ? byteTokenIds(ids) : undefined;
  if (byteFallback && byteIds === undefined)
    throw new ConfigError("unigramTokenizer.byteFallback", "all of <0x00> … <0xFF> are tokens", [
      found("tokens", size)
    ]);
  const asText = new Set(added.map(({token}) => token));
  const marks = spaces === "mark";
  const spell = (token: string, id: number): Uint8Array => {
    if (id === known.begin || id === known.end) return utf8("");
    if (id === known.unknown) return utf8(replacementCharacter);
    const byte = byteFallback && !asText.has(token) ? byteOfToken(token) : -1;
    if (byte >= 0) return Uint8Array.of(byte);
    return utf8(marks && !asText.has(token) ? token.replaceAll(spaceMark, " ") : token);
  };
  const spelled = spelledBytes(known.tokens.map(spell), marks);

  /** Adds a path's tokens; its ends count from `offset`. */
  const addPath = (out: FoundTokens, {ids, ends}: Path, text: string, start: number, offset: number): void => {
    for (let i = 0, from = start; i < ids.length; from = ends[i++]!) {
      if (ids[i]! >= 0) {
        foundToken(out, ids[i]!, ends[i]! + offset);
        continue;
      }
      while (i + 1 < ids.length && ids[i + 1]! < 0) i++;
      const unknown = text.slice(from, ends[i]);
      if (byteIds !== undefined) addBytes(out, byteIds, unknown, from + offset);
      else foundToken(out, known.unknown ?? refuseUnknown("unigram.encode", text, from, unknown), ends[i]! + offset);
    }
  };
  const encodeWith = (raw: string, way: (text: string, start: number, end: number) => Path): FoundTokens => {
    const all = wellFormed(raw);
    const out: FoundTokens = {ids: [], ends: []};
    for (const {start, end, id} of segments(all)) {
      if (id >= 0) {
        foundToken(out, id, end);
        continue;
      }
      const text = marks ? marked(all.slice(start, end)) : all.slice(start, end);
      const offset = end - text.length; // where the text without the mark before it begins
      for (let at = 0, next; at < text.length; at = next) {
        next = marks ? text.indexOf(spaceMark, at + 1) : -1;
        if (next < 0) next = text.length;
        addPath(out, way(text, at, next), text, at, offset);
      }
    }
    return out;
  };
  const best = (text: string, start: number, end: number): Path => viterbi(tree, text, start, end);
  const latticeOfText = (raw: string) => {
    const text = marks ? marked(wellFormed(raw)) : wellFormed(raw);
    return latticeOf(tree, text, 0, text.length);
  };
  return {
    name: "Unigram",
    vocabulary: known,
    model,
    spelled,
    encode: (text) => packedIds(encodeWith(text, best), size),
    ends: (text) => Uint32Array.from(encodeWith(text, best).ends),
    decode: (ids) => textOfIds("unigram.decode", spelled, ids),
    sample: (text, {key, sharpness = 1}) => {
      real("unigram.sample.sharpness", sharpness, {least: 0});
      let draws = 0;
      const draw = (): number => uniform(key, draws++);
      const way = (text: string, start: number, end: number): Path => {
        const {ids, ends, score} = drawPath(latticeOf(tree, text, start, end), sharpness, draw);
        return {ids, ends: ends.map((place) => place + start), score};
      };
      return packedIds(encodeWith(text, way), size);
    },
    segmentations: (text, count) => {
      whole("unigram.segmentations.count", count, {least: 1});
      const lattice = latticeOfText(text);
      const total = forwardSums(lattice)[lattice.length]!;
      return bestPaths(lattice, count).map((path) => ({...path, probability: exp(path.score - total)}));
    },
    sums: (text) => {
      const lattice = latticeOfText(text);
      const probabilities = edgeProbabilities(lattice);
      return {
        logLikelihood: forwardSums(lattice)[lattice.length]!,
        marginals: lattice.ids.map((id, e) => ({
          start: lattice.froms[e]!,
          end: lattice.tos[e]!,
          id,
          probability: probabilities[e]!
        })),
        expectedTokens: probabilities.reduce((sum, probability) => sum + probability, 0)
      };
    }
  };
}

/** A text with ▁ for each space, and before its start. */
function marked(text: string): string {
  const spaced = text.replaceAll(" ", spaceMark);
  return spaced === "" || spaced.startsWith(spaceMark) ? spaced : spaceMark + spaced;
}

/** Adds the bytes of unknown characters; one that ends within a character ends where that character starts. */
function addBytes(out: FoundTokens, byteIds: Int32Array, text: string, start: number): void {
  let at = start;
  for (const character of text) {
    const bytes = utf8(character);
    bytes.forEach((byte, i) => foundToken(out, byteIds[byte]!, i < bytes.length - 1 ? at : at + character.length));
    at += character.length;
  }
}
