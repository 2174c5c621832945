import type {CharacterModel} from "./characterFile.js";
import {fieldsOf, listOf, refuseFile, typeOf, type Fields} from "./jsonFields.js";
import {BPE_FIELDS, recordOf, type Vocabulary} from "./readTokenizerModels.js";
import {characterSplit} from "./splitPatterns.js";

/** Whether a file of BPE is one of characters: it has no bytes, and so no ByteLevel that decodes them. */
export const isCharacters = (file: Fields): boolean => typeOf("tokenizer.decoder", file.value("decoder")) === "Fuse";

/** @throws FormatError for what is not as `writeTokenizerJson` has it. */
export function readCharacters(file: Fields, vocabulary: Vocabulary): CharacterModel {
  const place = "tokenizer.pre_tokenizer";
  const split = fieldsOf(place, file.value("pre_tokenizer"), ["type", "pattern", "behavior", "invert"]);
  for (const name of ["type", "behavior", "invert"] as const)
    if (split.value(name) !== characterSplit[name])
      refuseFile(`${place}.${name}`, `it is ${String(characterSplit[name])}`, split.value(name));
  if (fieldsOf(`${place}.pattern`, split.value("pattern"), ["Regex"]).text("Regex") !== "")
    refuseFile(`${place}.pattern.Regex`, "it is empty, so that every character is a piece", split.value("pattern"));
  fieldsOf("tokenizer.decoder", file.value("decoder"), ["type"]);
  file.only("post_processor", null);
  const added = file.has("added_tokens") ? listOf("tokenizer.added_tokens", file.value("added_tokens")) : [];
  if (added.length > 0) refuseFile("tokenizer.added_tokens", "with characters there are none", added);
  const model = fieldsOf("tokenizer.model", file.value("model"), BPE_FIELDS);
  model.only("dropout", null);
  for (const name of ["continuing_subword_prefix", "end_of_word_suffix"]) model.only(name, null, "");
  for (const name of ["fuse_unk", "byte_fallback", "ignore_merges"]) model.only(name, false);
  const merges = listOf("tokenizer.model.merges", model.value("merges"));
  if (merges.length > 0) refuseFile("tokenizer.model.merges", "with characters there are none", merges);
  const listed = recordOf(model);
  const unknown = model.value("unk_token") === null || !model.has("unk_token") ? undefined : model.text("unk_token");
  return {
    kind: "characters",
    tokens: vocabulary(file, listed),
    // to Rust, an unknown token that is none of the vocabulary's is an error of its own
    ...(unknown === undefined ? {} : {unknown})
  };
}
