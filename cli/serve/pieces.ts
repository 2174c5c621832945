import {logSoftmax, type Tokenizer} from "llm-first-principles";
import type {BatchText, Ending} from "llm-first-principles/transformer";

/** A token that might have been written, with how likely the model itself thought it, before any rule. */
export interface Candidate {
  /** What it spells after the tokens before it. */
  readonly token: string;
  /** In nats. */
  readonly logProb: number;
}

/** A written token, and the likeliest in its place. */
export interface ShownToken extends Candidate {
  /** Where it begins in the text, in UTF-16 code units. */
  readonly offset: number;
  readonly likeliest: readonly Candidate[];
}

/** What a token adds to a text for its reader. */
export interface Piece {
  /** Text that is sure now. */
  readonly text: string;
  /** The tokens of sure text, where they are asked for. */
  readonly tokens: readonly ShownToken[];
  readonly ended: Ending | undefined;
}

/** A text while it is handed on. */
export interface Handed {
  /** How much of it was handed on. */
  readonly length: number;
  /** How much its ids spell, of what may yet turn out to be a stop string too. */
  readonly spelled: number;
  /** Tokens of text that is not sure yet. */
  readonly held: readonly (ShownToken & {readonly end: number})[];
  readonly piece: Piece;
}

export const nothingHanded: Handed = {length: 0, spelled: 0, held: [], piece: {text: "", tokens: [], ended: undefined}};

/** The ids of the largest numbers, largest first. */
function largest(numbers: Float64Array, count: number): readonly number[] {
  const ids: number[] = [];
  for (let id = 0; id < numbers.length; id++) {
    if (ids.length === count && !(numbers[id]! > numbers[ids[count - 1]!]!)) continue;
    const at = ids.findIndex((other) => numbers[id]! > numbers[other]!);
    ids.splice(at < 0 ? ids.length : at, 0, id);
    if (ids.length > count) ids.pop();
  }
  return ids;
}

/** Ids before a token that may change what it spells. */
const BEFORE = 8;

function shownToken(tokenizer: Tokenizer, {state, logits}: BatchText, count: number, offset: number): ShownToken {
  const before = state.ids.slice(-BEFORE - 1, -1);
  const spelledBefore = tokenizer.decode(before).length;
  const logProbs = logSoftmax(logits!);
  const candidate = (id: number): Candidate => ({
    token: tokenizer.decode([...before, id]).slice(spelledBefore),
    logProb: logProbs[id]!
  });
  const known = logProbs.subarray(0, tokenizer.vocabulary.tokens.length);
  return {
    ...candidate(state.ids.at(-1)!),
    offset,
    likeliest: count === 0 ? [] : largest(known, count).map(candidate)
  };
}

/**
 * Hands on what a token has made sure of a text. With `likeliest`, each token comes with the text that it spells, never before
 * it, and with so many others; tokens of a stop string, and the one that ends a text, are none of it.
 */
export function handedOn(tokenizer: Tokenizer, before: Handed, text: BatchText, likeliest: number | undefined): Handed {
  const {last, spelled, ended} = text.state;
  const sure = last!.text.length;
  const piece = last!.text.slice(before.length);
  if (likeliest === undefined) return {length: sure, spelled, held: [], piece: {text: piece, tokens: [], ended}};
  const own = ended === "end" ? [] : [{...shownToken(tokenizer, text, likeliest, before.spelled), end: spelled}];
  const all = [...before.held, ...own];
  const isSure = ({offset, end}: (typeof all)[number]): boolean =>
    ended === "stop" ? offset < sure : ended !== undefined || end <= sure;
  const cut = all.findIndex((token) => !isSure(token));
  const count = cut < 0 ? all.length : cut;
  return {
    length: sure,
    spelled,
    held: all.slice(count),
    piece: {text: piece, tokens: all.slice(0, count).map(({end: _, ...token}) => token), ended}
  };
}
