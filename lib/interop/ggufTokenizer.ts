import {ConfigError, FormatError, found} from "../core/errors.js";
import type {GgufArray, GgufFact, GgufValue} from "../io/ggufFormat.js";
import type {Tokenizer} from "../text/tokenizer.js";
import {lookup} from "../text/vocabulary.js";
import {bpeTokenizer} from "../tokenizers/bpe.js";
import {checkAllBytes, listedMerges} from "../tokenizers/bpeFile.js";
import type {BpeModel, Merge} from "../tokenizers/bpeModel.js";
import {bytesOfToken, byteSymbols, tokenOfBytes, utf8} from "../tokenizers/byteAlphabet.js";
import {characterModel, characterTokenizerOf, type CharacterModel} from "../tokenizers/characterFile.js";
import type {TrainedTokenizer} from "../tokenizers/trainedTokenizer.js";

const where = "writeGguf";
const TOKENIZER = "tokenizer.ggml";

/** Says that a file’s tokenizer is one of characters, spelled as bytes that merge: what it is to us, and to nobody else. */
const CHARACTERS = "llm_first_principles.characters";

/** A byte that is in no text: what ends a text whose tokenizer names no end, since llama.cpp would take token 11 for it. */
const NEVER = byteSymbols[0xff]!;

const NORMAL = 1;
const CONTROL = 3;

/** How llama.cpp names a way to cut texts; those with `whole` take a piece that is a token as it is. */
const PRE = {
  gpt2: {merged: "gpt-2", whole: undefined},
  cl100k: {merged: "dbrx", whole: "llama-bpe"}
} as const;

const text = (value: string): GgufFact => ({kind: "string", value});
const whole = (value: number): GgufFact => ({kind: "uint32", value});
const texts = (values: readonly string[]): GgufFact => ({kind: "array", value: {of: "string", values}});

type Facts = readonly (readonly [key: string, fact: GgufFact])[];

/**
 * What a file says of its tokenizer.
 *
 * @throws ConfigError for one that llama.cpp reads otherwise, or not.
 */
export function ggufTokenizerFacts(tokenizer: Tokenizer | undefined): Facts {
  if (tokenizer === undefined) return [[`${TOKENIZER}.model`, text("none")]];
  const model: unknown = Reflect.get(tokenizer, "model");
  if (tokenizer.name === "characters") return characterFacts(characterModel(where, tokenizer));
  if (isBpe(model)) return bpeFacts(model, tokenizer);
  throw new ConfigError(
    where,
    "the tokenizer is one of byte-level BPE or of characters",
    [found("tokenizer", tokenizer.name)],
    "train one with trainBpe, or write the model without its tokenizer"
  );
}

const isBpe = (model: unknown): model is BpeModel =>
  typeof model === "object" && model !== null && Reflect.get(model, "kind") === "bpe";

interface Parts {
  readonly pre: string;
  readonly tokens: readonly string[];
  readonly control: ReadonlySet<string>;
  readonly merges: readonly Merge[];
  readonly begin: number | undefined;
  readonly end: number;
}

const factsOf = ({pre, tokens, control, merges, begin, end}: Parts): Facts => [
  [`${TOKENIZER}.model`, text("gpt2")],
  [`${TOKENIZER}.pre`, text(pre)],
  [`${TOKENIZER}.tokens`, texts(tokens)],
  [
    `${TOKENIZER}.token_type`,
    {kind: "array", value: {of: "int32", values: tokens.map((token) => (control.has(token) ? CONTROL : NORMAL))}}
  ],
  [`${TOKENIZER}.merges`, texts(merges.map(([left, right]) => `${left} ${right}`))],
  ...(begin === undefined ? [] : [[`${TOKENIZER}.bos_token_id`, whole(begin)] as const]),
  [`${TOKENIZER}.eos_token_id`, whole(end)],
  [`${TOKENIZER}.add_bos_token`, {kind: "bool", value: false}]
];

function bpeFacts(model: BpeModel, {vocabulary}: Tokenizer): Facts {
  const ids = lookup(vocabulary);
  checkAllBytes(where, ids);
  const {tokens, split, merges, wholePieces = merges === "ranks", added = [], unknown, begin, end} = model;
  const pre = split === "gpt2" || split === "cl100k" ? PRE[split][wholePieces ? "whole" : "merged"] : undefined;
  if (pre === undefined)
    throw new ConfigError(
      where,
      "texts are cut as llama.cpp can: as GPT-2 with merges, or as cl100k",
      [found("split", split), found("wholePieces", wholePieces)],
      'train the tokenizer with split: "gpt2"'
    );
  const strict = added.find(
    ({singleWord, leftStrip, rightStrip}) => singleWord === true || leftStrip === true || rightStrip === true
  );
  if (strict !== undefined)
    throw new ConfigError(where, "added tokens are found wherever they stand, and take no white space along", [
      found("added", strict)
    ]);
  const names = [...added.map(({token}) => token), unknown, begin, end].filter((token) => token !== undefined);
  return factsOf({
    pre,
    tokens,
    control: new Set(names.filter((token) => !byteSymbols.includes(token))),
    merges: listedMerges(model, ids),
    begin: vocabulary.begin,
    end: vocabulary.end ?? ids.get(NEVER)!
  });
}

/**
 * Characters as bytes that merge: each byte of one with those before it. Ids are the same, and an unknown one is dropped. Where
 * no end is named, the unknown token is it, which no text spells and no text that was learned has.
 */
function characterFacts(model: CharacterModel): Facts {
  const {tokens, unknown, begin, end = unknown} = model;
  const control = new Set([unknown, begin, end].filter((token) => token !== undefined));
  if (end === undefined)
    throw new ConfigError(
      where,
      "a tokenizer of characters names its end or an unknown token: llama.cpp would take token 11 for it, which is a letter",
      [found("end", end), found("unknown", unknown)],
      'make it with characterTokenizer(text, {end: "</s>"})'
    );
  const spelled = tokens.map((token) => (control.has(token) ? token : tokenOfBytes(utf8(token))));
  const pairs = spelled.flatMap((token, id) =>
    control.has(tokens[id]!)
      ? []
      : Array.from({length: token.length - 1}, (_, i) => `${token.slice(0, i + 1)} ${token[i + 1]!}`)
  );
  const merges = Array.from(new Set(pairs), (pair) => pair.split(" ") as unknown as Merge); // two, by the line above
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const idOf = (token: string | undefined): number | undefined => (token === undefined ? undefined : ids.get(token));
  return [
    [CHARACTERS, {kind: "bool", value: true}],
    ...(unknown === undefined ? [] : [[`${TOKENIZER}.unknown_token_id`, whole(idOf(unknown)!)] as const]),
    ...factsOf({pre: PRE.gpt2.merged, tokens: spelled, control, merges, begin: idOf(begin), end: idOf(end)!})
  ];
}

const refuse = (rule: string, name: string, value: unknown): never => {
  throw new FormatError("readGguf", rule, [found(name, value)]);
};

/** The values of an array of one kind; undefined where the fact is absent. */
function listOf<T extends GgufValue>(
  facts: ReadonlyMap<string, GgufFact>,
  key: string,
  of: GgufArray["of"]
): readonly T[] | undefined {
  const fact = facts.get(key);
  if (fact === undefined) return undefined;
  const array = fact.value as GgufArray;
  if (fact.kind !== "array" || array.of !== of) return refuse(`${key} is a list of ${of}`, key, fact.kind);
  return array.values as readonly T[];
}

/**
 * The tokenizer of a file; undefined for one of another kind than byte-level BPE, and where there is none. Its control tokens
 * are looked for in texts.
 *
 * @throws FormatError
 */
export function ggufTokenizer(
  facts: ReadonlyMap<string, GgufFact>
): TrainedTokenizer<BpeModel> | TrainedTokenizer<CharacterModel> | undefined {
  if (facts.get(`${TOKENIZER}.model`)?.value !== "gpt2") return undefined;
  const tokens = listOf<string>(facts, `${TOKENIZER}.tokens`, "string") ?? [];
  const types = listOf<number>(facts, `${TOKENIZER}.token_type`, "int32") ?? tokens.map(() => NORMAL);
  const merges = listOf<string>(facts, `${TOKENIZER}.merges`, "string") ?? [];
  if (types.length !== tokens.length) refuse("each token has a type", "types", types.length);
  const named = (name: "bos" | "eos" | "unknown"): string | undefined => {
    const id = facts.get(`${TOKENIZER}.${name}_token_id`)?.value;
    return id === undefined
      ? undefined
      : (tokens[Number(id)] ?? refuse("a special token is one of the tokens", name, id));
  };
  const [begin, last, unknown] = [named("bos"), named("eos"), named("unknown")];
  const end = last === NEVER || (last === unknown && facts.has(CHARACTERS)) ? undefined : last;
  const names = {
    ...(unknown !== undefined && {unknown}),
    ...(begin !== undefined && {begin}),
    ...(end !== undefined && {end})
  };
  if (facts.has(CHARACTERS)) {
    const characters = tokens.map((token, id) => (types[id] === NORMAL ? charactersOf(token) : token));
    return characterTokenizerOf({kind: "characters", tokens: characters, ...names});
  }
  const pre = facts.get(`${TOKENIZER}.pre`)?.value;
  const [split] = Object.entries(PRE).find(([, {merged, whole}]) => pre === merged || pre === whole) ?? [];
  if (split === undefined) return refuse("texts are cut as GPT-2, dbrx or llama-bpe", `${TOKENIZER}.pre`, pre);
  const added = tokens.filter((_, id) => types[id] !== NORMAL).map((token) => ({token}));
  return bpeTokenizer({
    kind: "bpe",
    tokens,
    merges: merges.map((merge) => {
      const [left = "", right = "", ...more] = merge.split(" ");
      return left === "" || right === "" || more.length > 0
        ? refuse("a merge is two tokens with one space between", "merge", merge)
        : [left, right];
    }),
    split: split as keyof typeof PRE,
    ...(pre === PRE.cl100k.whole && {wholePieces: true}),
    ...(added.length > 0 && {added}),
    ...names
  });
}

function charactersOf(token: string): string {
  const bytes = bytesOfToken(token);
  return bytes === undefined
    ? refuse("a token spells bytes", "token", token)
    : new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes);
}
