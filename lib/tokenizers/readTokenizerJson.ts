import {FormatError, LibraryError} from "../core/errors.js";
import type {AddedToken} from "./addedTokens.js";
import {bpeTokenizer, type BpeTokenizer} from "./bpe.js";
import {characterTokenizerOf, type CharacterModel} from "./characterFile.js";
import {fieldsOf, listOf, parseJson, refuseFile, typeOf, type Fields} from "./jsonFields.js";
import {isCharacters, readCharacters} from "./readCharacters.js";
import {readBpe, readUnigram, readWordPiece} from "./readTokenizerModels.js";
import type {TrainedTokenizer} from "./trainedTokenizer.js";
import {unigramTokenizer, type UnigramTokenizer} from "./unigram.js";
import {wordPieceTokenizer, type WordPieceModel} from "./wordPiece.js";

/** A tokenizer of one of the kinds that files hold. */
export type FileTokenizer =
  BpeTokenizer | UnigramTokenizer | TrainedTokenizer<WordPieceModel> | TrainedTokenizer<CharacterModel>;

/**
 * The tokenizer of a `tokenizer.json`, the file of the Rust package `tokenizers`: byte-level BPE with the pre-tokenization
 * of GPT-2, GPT-4 or GPT-4o, WordPiece with BERT's or at white space, Unigram with ▁ or none, and characters as
 * `writeTokenizerJson` has them. Merges may be written as pairs or, as older files have them, as one string with a space.
 *
 * Ids are those of the Rust package, 0.23.2, on every text, for the classes of characters are its own. Where
 * `@huggingface/tokenizers` 0.2.0 gives others (a newer Unicode, U+0085 and U+FEFF, Unigram with byte fallback), ours are
 * Rust's. `encode` adds no special tokens of its own.
 *
 * What the file says and is not understood is refused, never ignored.
 *
 * @param config - the text of its `tokenizer_config.json`, which names the tokens that begin and end a text
 * @throws FormatError naming the place in the file and what was expected there.
 */
export function readTokenizerJson(text: string, config?: string): FileTokenizer {
  const file = fieldsOf("tokenizer", parseJson(text), [
    "version",
    "truncation",
    "padding",
    "added_tokens",
    "normalizer",
    "pre_tokenizer",
    "post_processor",
    "decoder",
    "model"
  ]);
  if (file.value("version") !== "1.0") refuseFile("tokenizer.version", 'it is "1.0"', file.value("version"));
  for (const name of ["truncation", "padding"] as const) file.only(name, null);
  if (file.value("normalizer") !== null && file.has("normalizer"))
    refuseFile("tokenizer.normalizer", "it is null: no normalizer is understood", file.value("normalizer"));
  const type = typeOf("tokenizer.model", file.value("model"));
  try {
    const ends = config === undefined ? {} : endsOf(config);
    if (type === "BPE" && isCharacters(file))
      return characterTokenizerOf({...readCharacters(file, vocabularyOf), ...ends});
    if (type === "BPE") return bpeTokenizer({...readBpe(file, vocabularyOf), ...addedOf(file), ...ends});
    if (type === "WordPiece")
      return wordPieceTokenizer({...readWordPiece(file, vocabularyOf), ...addedOf(file), ...ends});
    if (type === "Unigram") return unigramTokenizer({...readUnigram(file, vocabularyOf), ...addedOf(file), ...ends});
  } catch (cause) {
    if (!(cause instanceof LibraryError) || cause instanceof FormatError) throw cause;
    // what a tokenizer refuses of its model is wrong in the file
    throw new FormatError("readTokenizerJson", cause.fault.rule, cause.fault.found, cause.fault.hint, {cause});
  }
  return refuseFile("tokenizer.model.type", "it is BPE, WordPiece or Unigram", type);
}

/**
 * The tokens that begin and end a text: written as such, or as records of added tokens.
 *
 * @throws FormatError
 */
function endsOf(config: string): {readonly begin?: string; readonly end?: string} {
  const record = parseJson(config);
  if (record === null || typeof record !== "object" || Array.isArray(record))
    return refuseFile("tokenizer_config", "it is a record", record);
  const token = (name: string): string | undefined => {
    const value: unknown = Object.hasOwn(record, name) ? Reflect.get(record, name) : null;
    const content: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "content") : value;
    if (content === null) return undefined;
    return typeof content === "string"
      ? content
      : refuseFile(`tokenizer_config.${name}`, "it is null or a token", value);
  };
  const [begin, end] = [token("bos_token"), token("eos_token")];
  return {...(begin !== undefined && {begin}), ...(end !== undefined && {end})};
}

/** An added token as a file has it. */
interface FileToken extends AddedToken {
  readonly id: number;
}

/** @throws FormatError */
function fileTokens(file: Fields): readonly FileToken[] {
  const tokens = listOf("tokenizer.added_tokens", file.has("added_tokens") ? file.value("added_tokens") : []).map(
    (value, i) => {
      const one = fieldsOf(`tokenizer.added_tokens[${i}]`, value, [
        "id",
        "content",
        "single_word",
        "lstrip",
        "rstrip",
        "normalized",
        "special"
      ]);
      one.flag("special");
      const id = one.value("id");
      if (!Number.isSafeInteger(id) || (id as number) < 0) refuseFile(`${one.place}.id`, "it is a whole number", id);
      return {
        id: id as number,
        normalized: one.flag("normalized"),
        added: {
          token: one.text("content"),
          singleWord: one.flag("single_word"),
          leftStrip: one.flag("lstrip"),
          rightStrip: one.flag("rstrip")
        }
      };
    }
  );
  if (tokens.some(({normalized}) => normalized !== tokens[0]!.normalized))
    refuseFile(
      "tokenizer.added_tokens",
      "all are normalized, or none is",
      tokens.map(({normalized}) => normalized)
    );
  return tokens.map(({id, added}) => ({id, ...added}));
}

function addedOf(file: Fields): {readonly added?: readonly AddedToken[]} {
  const tokens = fileTokens(file);
  return tokens.length === 0 ? {} : {added: tokens.map(({id: _, ...added}) => added)};
}

/**
 * The tokens of a model’s vocabulary with those that were added, by their ids: 0, 1, 2, … without a hole.
 *
 * @throws FormatError
 */
function vocabularyOf(file: Fields, listed: readonly (readonly [token: string, id: unknown])[]): readonly string[] {
  const ids = new Map(listed);
  const all = [...listed];
  for (const [i, {token, id}] of fileTokens(file).entries()) {
    const known = ids.get(token);
    if (known === undefined) all.push([token, id]);
    else if (known !== id)
      refuseFile(`tokenizer.added_tokens[${i}].id`, `it is ${String(known)}, as in the vocabulary`, id);
  }
  const tokens = new Array<string | undefined>(all.length).fill(undefined);
  for (const [token, id] of all) {
    const place = `tokenizer.model.vocab[${JSON.stringify(token).slice(0, 40)}]`;
    if (!Number.isSafeInteger(id) || (id as number) < 0 || (id as number) >= all.length)
      refuseFile(place, `ids are whole numbers from 0 to ${all.length - 1}, for there are ${all.length} tokens`, id);
    if (tokens[id as number] !== undefined) refuseFile(place, "an id stands for one token", id);
    tokens[id as number] = token;
  }
  return tokens as readonly string[];
}
