import {ConfigError, found} from "../core/errors.js";
import {characterTokenizer} from "../text/characters.js";
import type {Tokenizer} from "../text/tokenizer.js";
import {utf8} from "./byteAlphabet.js";
import {spelledBytes} from "./spelledBytes.js";
import type {TrainedTokenizer} from "./trainedTokenizer.js";

/** A tokenizer of characters as plain data: a token’s id is its place, in the order of `characterTokenizer`. */
export interface CharacterModel {
  readonly kind: "characters";
  readonly tokens: readonly string[];
  readonly unknown?: string;
  readonly begin?: string;
  readonly end?: string;
}

const special = ["unknown", "begin", "end"] as const;

/**
 * The model of a tokenizer of characters.
 *
 * @throws ConfigError for a special token that is one character: readers of files would take that character for it.
 */
export function characterModel(where: string, {vocabulary}: Tokenizer): CharacterModel {
  const {tokens} = vocabulary;
  const names = special.flatMap((name) => {
    const id = vocabulary[name];
    return id === undefined ? [] : [[name, tokens[id]!] as const];
  });
  for (const [name, token] of names)
    if ([...token].length === 1)
      throw new ConfigError(
        where,
        "a special token has more than one character, so that no text is taken for it",
        [found(name, token)],
        'name it "<unk>", "<s>" or "</s>", for instance'
      );
  return {kind: "characters", tokens, ...Object.fromEntries(names)};
}

/**
 * The tokenizer of a model of characters.
 *
 * @throws ConfigError where the tokens are not characters in the order of their numbers with unknown, begin and end behind.
 */
export function characterTokenizerOf(model: CharacterModel): TrainedTokenizer<CharacterModel> {
  const {kind: _, tokens, ...names} = model;
  const characters = tokens.slice(0, tokens.length - Object.keys(names).length);
  const tokenizer = characterTokenizer(characters.join(""), names);
  const made = tokenizer.vocabulary.tokens;
  const wrong = tokens.findIndex((token, id) => token !== made[id]);
  if (wrong >= 0 || made.length !== tokens.length)
    throw new ConfigError(
      "characterTokenizer",
      "tokens are characters in the order of their numbers, and then the unknown, begin and end",
      [found("id", wrong), found("token", tokens[wrong]), found("expected", made[wrong])],
      "name the special tokens in tokenizer_config.json: unk_token, bos_token, eos_token"
    );
  const {unknown, begin, end} = tokenizer.vocabulary;
  const spelled = made.map((token, id) => utf8(id === begin || id === end ? "" : id === unknown ? "\uFFFD" : token));
  return {...tokenizer, model, spelled: spelledBytes(spelled, false)};
}
