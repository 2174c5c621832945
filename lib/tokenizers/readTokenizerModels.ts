import type {BpeModel, Merge} from "./bpeModel.js";
import {fieldsOf, listOf, refuseFile, typeOf, type Fields} from "./jsonFields.js";
import {splitPatterns} from "./splitPatterns.js";
import type {Split} from "./splits.js";
import {spaceMark, type ScoredToken, type UnigramModel} from "./unigramModel.js";
import type {WordPieceModel} from "./wordPiece.js";

/** The tokens by their ids, with those that were added to the vocabulary. */
export type Vocabulary = (
  file: Fields,
  listed: readonly (readonly [token: string, id: unknown])[]
) => readonly string[];

const PRE = "tokenizer.pre_tokenizer";
const DECODER = "tokenizer.decoder";

/** The entries of a vocabulary that is a record. @throws FormatError */
export function recordOf(model: Fields): readonly (readonly [string, unknown])[] {
  const vocab = model.value("vocab");
  if (vocab === null || typeof vocab !== "object" || Array.isArray(vocab))
    refuseFile(`${model.place}.vocab`, "it is a record of tokens with their ids", vocab);
  return Object.entries(vocab as object);
}

/** A ByteLevel record, which can also stand as decoder and as post-processor, where it changes no id. */
function byteLevel(place: string, value: unknown): Fields {
  const fields = fieldsOf(place, value, ["type", "add_prefix_space", "trim_offsets", "use_regex"]);
  fields.only("type", "ByteLevel");
  for (const name of ["add_prefix_space", "trim_offsets"]) fields.flag(name);
  fields.flag("use_regex", true);
  return fields;
}

/** How a byte-level tokenizer cuts: by ByteLevel's own pattern, or by one that stands before it. */
function splitOf(value: unknown): Split {
  const type = typeOf(PRE, value);
  if (type === "ByteLevel") {
    const level = byteLevel(PRE, value);
    level.only("add_prefix_space", false);
    return level.flag("use_regex", true) ? "gpt2" : "none";
  }
  if (type !== "Sequence") refuseFile(PRE, "for BPE it is ByteLevel, or a Sequence of Split and ByteLevel", value);
  const [first, second, ...more] = listOf(
    `${PRE}.pretokenizers`,
    fieldsOf(PRE, value, ["type", "pretokenizers"]).value("pretokenizers")
  );
  if (second === undefined || more.length > 0)
    refuseFile(`${PRE}.pretokenizers`, "they are two: Split and ByteLevel", 2 + more.length);
  const split = fieldsOf(`${PRE}.pretokenizers[0]`, first, ["type", "pattern", "behavior", "invert"]);
  if (split.text("type") !== "Split" || split.text("behavior") !== "Isolated" || split.flag("invert"))
    refuseFile(split.place, "it is a Split with behavior Isolated that is not inverted", first);
  const pattern = fieldsOf(`${split.place}.pattern`, split.value("pattern"), ["Regex"]).text("Regex");
  const level = byteLevel(`${PRE}.pretokenizers[1]`, second);
  level.only("add_prefix_space", false);
  if (level.text("type") !== "ByteLevel" || level.flag("use_regex", true))
    refuseFile(level.place, "it is ByteLevel with use_regex false", second);
  for (const name of ["gpt2", "cl100k", "o200k"] as const) if (splitPatterns[name] === pattern) return name;
  return refuseFile(`${split.place}.pattern.Regex`, "it is the pattern of GPT-2, of cl100k or of o200k", pattern);
}

const mergeOf = (value: unknown, i: number): Merge => {
  const parts: readonly unknown[] = typeof value === "string" ? value.split(" ") : Array.isArray(value) ? value : [];
  const [left, right] = parts;
  if (parts.length !== 2 || typeof left !== "string" || typeof right !== "string" || left === "" || right === "")
    refuseFile(`tokenizer.model.merges[${i}]`, "a merge is two tokens, as a pair or with one space between", value);
  return [left, right];
};

/** The fields of a model of byte pairs in a file. */
export const BPE_FIELDS = [
  "type",
  "dropout",
  "unk_token",
  "continuing_subword_prefix",
  "end_of_word_suffix",
  "fuse_unk",
  "byte_fallback",
  "ignore_merges",
  "vocab",
  "merges"
];

/** @throws FormatError */
export function readBpe(file: Fields, vocabulary: Vocabulary): BpeModel {
  const model = fieldsOf("tokenizer.model", file.value("model"), BPE_FIELDS);
  model.only("dropout", null, 0);
  for (const name of ["continuing_subword_prefix", "end_of_word_suffix"]) model.only(name, null, "");
  for (const name of ["fuse_unk", "byte_fallback"]) model.only(name, false);
  const split = splitOf(file.value("pre_tokenizer"));
  if (typeOf(DECODER, file.value("decoder")) !== "ByteLevel")
    refuseFile(DECODER, "for BPE it is ByteLevel", file.value("decoder"));
  byteLevel(DECODER, file.value("decoder"));
  if (typeOf("tokenizer.post_processor", file.value("post_processor")) !== undefined)
    byteLevel("tokenizer.post_processor", file.value("post_processor")).text("type");
  const listed = recordOf(model);
  const unknown = model.value("unk_token") === null || !model.has("unk_token") ? undefined : model.text("unk_token");
  return {
    kind: "bpe",
    tokens: vocabulary(file, listed),
    merges: listOf("tokenizer.model.merges", model.value("merges")).map(mergeOf),
    split,
    wholePieces: model.flag("ignore_merges", false),
    ...(unknown !== undefined && listed.some(([token]) => token === unknown) ? {unknown} : {})
  };
}

/** @throws FormatError */
export function readWordPiece(file: Fields, vocabulary: Vocabulary): WordPieceModel {
  const model = fieldsOf("tokenizer.model", file.value("model"), [
    "type",
    "unk_token",
    "continuing_subword_prefix",
    "max_input_chars_per_word",
    "vocab"
  ]);
  const type = typeOf(PRE, file.value("pre_tokenizer"));
  if (type !== "BertPreTokenizer" && type !== "WhitespaceSplit")
    refuseFile(PRE, "for WordPiece it is BertPreTokenizer or WhitespaceSplit", file.value("pre_tokenizer"));
  fieldsOf(PRE, file.value("pre_tokenizer"), ["type"]);
  const prefix = model.text("continuing_subword_prefix");
  if (typeOf(DECODER, file.value("decoder")) !== "WordPiece")
    refuseFile(DECODER, "for WordPiece it is WordPiece", file.value("decoder"));
  const decoder = fieldsOf(DECODER, file.value("decoder"), ["type", "prefix", "cleanup"]);
  if (decoder.text("prefix") !== prefix) refuseFile(`${DECODER}.prefix`, "it is the model’s", decoder.value("prefix"));
  if (decoder.flag("cleanup")) refuseFile(`${DECODER}.cleanup`, "it is false: spaces stay as they are", true);
  if (file.has("post_processor")) file.only("post_processor", null);
  const listed = recordOf(model);
  const unknown = model.text("unk_token");
  return {
    kind: "wordpiece",
    tokens: vocabulary(file, listed),
    prefix,
    split: type === "BertPreTokenizer" ? "bert" : "whitespace",
    maxWordLength: model.value("max_input_chars_per_word") as number,
    ...(listed.some(([token]) => token === unknown) ? {unknown} : {})
  };
}

/** A Metaspace record that marks spaces as our `mark` does. */
function metaspace(place: string, value: unknown): void {
  const fields = fieldsOf(place, value, ["type", "replacement", "prepend_scheme", "split", "add_prefix_space"]);
  if (fields.text("type") !== "Metaspace" || fields.text("replacement") !== spaceMark)
    refuseFile(place, `it is Metaspace with the replacement ${spaceMark}`, value);
  fields.only("prepend_scheme", "always");
  fields.only("add_prefix_space", true);
  if (!fields.flag("split", true)) refuseFile(`${place}.split`, "it is true", false);
}

/** @throws FormatError */
export function readUnigram(file: Fields, vocabulary: Vocabulary): UnigramModel {
  const model = fieldsOf("tokenizer.model", file.value("model"), ["type", "unk_id", "vocab", "byte_fallback"]);
  const marks = typeOf(PRE, file.value("pre_tokenizer")) !== undefined;
  if (marks) metaspace(PRE, file.value("pre_tokenizer"));
  if (file.has("post_processor")) file.only("post_processor", null);
  const byteFallback = model.flag("byte_fallback", false);
  checkDecoder(file.value("decoder"), marks, byteFallback);
  const listed = listOf("tokenizer.model.vocab", model.value("vocab")).map((value, i): ScoredToken => {
    const [token, score, ...more] = listOf(`tokenizer.model.vocab[${i}]`, value);
    if (typeof token !== "string" || typeof score !== "number" || more.length > 0)
      refuseFile(`tokenizer.model.vocab[${i}]`, "it is a token and its score", value);
    return [token, score];
  });
  const unknown = model.value("unk_id") ?? null;
  if (unknown !== null && !(Number.isSafeInteger(unknown) && listed[unknown as number] !== undefined))
    refuseFile("tokenizer.model.unk_id", "it is null or the place of a token", unknown);
  const tokens = vocabulary(
    file,
    listed.map(([token], id) => [token, id])
  );
  if (tokens.length > listed.length)
    refuseFile("tokenizer.added_tokens", "for Unigram they are among the vocabulary", tokens[listed.length]);
  return {
    kind: "unigram",
    tokens: listed,
    spaces: marks ? "mark" : "keep",
    byteFallback,
    ...(unknown === null ? {} : {unknown: listed[unknown as number]![0]})
  };
}

/** Metaspace or Fuse, behind ByteFallback where bytes are tokens. */
function checkDecoder(value: unknown, marks: boolean, byteFallback: boolean): void {
  let [place, last] = [DECODER, value];
  if (byteFallback) {
    if (typeOf(DECODER, value) !== "Sequence")
      refuseFile(DECODER, "with byte fallback it is a Sequence of ByteFallback and another", value);
    const list = listOf(`${DECODER}.decoders`, fieldsOf(DECODER, value, ["type", "decoders"]).value("decoders"));
    if (list.length !== 2) refuseFile(`${DECODER}.decoders`, "they are two: ByteFallback and another", list.length);
    if (typeOf(`${DECODER}.decoders[0]`, list[0]) !== "ByteFallback")
      refuseFile(`${DECODER}.decoders[0]`, "it is ByteFallback", list[0]);
    fieldsOf(`${DECODER}.decoders[0]`, list[0], ["type"]);
    [place, last] = [`${DECODER}.decoders[1]`, list[1]];
  }
  if (marks) return metaspace(place, last);
  if (typeOf(place, last) !== "Fuse") refuseFile(place, "without a pre-tokenizer it is Fuse", last);
  fieldsOf(place, last, ["type"]);
}
