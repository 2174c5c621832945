import {characterTokenizer, encodeDocuments, fold, generate, key, type Tokenizer} from "/lib/index.js";
import {
  continuationsOf,
  countNgrams,
  countOf,
  logProbs,
  maximumLikelihood,
  summary,
  type Ngrams,
  type Predictor
} from "/lib/stages/markov.js";
import {remembering, show} from "./models.js";

/** The last tokens of a text, at most `order` of them; the end id alone is the state in which a text has ended. */
export type State = readonly number[];

/** An n-gram model of one text, seen as the machine that it is. */
export interface Machine {
  readonly order: number;
  readonly tokenizer: Tokenizer;
  readonly model: Ngrams;
  readonly predictor: Predictor;
  readonly begin: number;
  readonly end: number;
  readonly states: number;
  readonly transitions: number;
}

export interface Transition {
  readonly from: State;
  readonly to: State;
  readonly token: number;
  readonly count: number;
  readonly prob: number;
}

/** Counts a text between begin and end, so that the machine knows where to start and when to stop. */
export const machineOf = remembering(12, (text: string, order: number): Machine => {
  const tokenizer = characterTokenizer(text, {begin: "<s>", end: "</s>"});
  const {tokens} = tokenizer.vocabulary;
  const [begin, end] = [tokens.indexOf("<s>"), tokens.indexOf("</s>")];
  const shape = {order, vocabSize: tokens.length, begin};
  const model = countNgrams([{ids: encodeDocuments(tokenizer, [text]), from: 1}], shape);
  const {contexts, ngrams} = summary(model);
  // beside full contexts there are the begin with fewer than `order` tokens, each with one way on, and the end
  const short = Math.min(order - 1, [...text].length + 1);
  return {
    order,
    tokenizer,
    model,
    predictor: maximumLikelihood()(model),
    begin,
    end,
    states: contexts + short + 1,
    transitions: ngrams + short
  };
});

/** The state after one more token. */
export const after = ({order, end}: Machine, state: State, token: number): State =>
  token === end ? [end] : [...state, token].slice(-order);

/** Where a state leads, likeliest first. The end leads to a new beginning. */
export function successors(machine: Machine, state: State): readonly Transition[] {
  const {model, begin, end} = machine;
  if (state[0] === end) return [{from: state, to: [begin], token: begin, count: 1, prob: 1}];
  const all = continuationsOf(model, state);
  const total = all.reduce((sum, {count}) => sum + count, 0);
  return all
    .map(({token, count}) => ({from: state, to: after(machine, state, token), token, count, prob: count / total}))
    .sort((a, b) => b.count - a.count || a.token - b.token);
}

/** What leads to a state, most often first. */
export function predecessors(machine: Machine, state: State): readonly Transition[] {
  const {model, begin, end, tokenizer} = machine;
  const [last] = state.slice(-1);
  if (last === undefined) return [];
  if (last === begin) return [{from: [end], to: state, token: begin, count: 1, prob: 1}];
  const from = (context: State): readonly Transition[] => {
    const count = countOf(model, context, last);
    return count === 0 ? [] : successors(machine, context).filter(({token}) => token === last);
  };
  if (last === end) return from(finalContext(machine));
  const shared = state.slice(0, -1);
  if (state[0] === begin) return from(shared);
  return tokenizer.vocabulary.tokens
    .flatMap((_, token) => from([token, ...shared]))
    .sort((a, b) => b.count - a.count || (a.from[0] ?? 0) - (b.from[0] ?? 0));
}

const ends = new WeakMap<Machine, State>();

/** The one context that the end followed: each machine has counted one text. */
function finalContext(machine: Machine): State {
  const known = ends.get(machine);
  if (known !== undefined) return known;
  const {order, tokenizer, model, end} = machine;
  let found: State = [];
  for (let length = 1; length <= order; length++) {
    const next = tokenizer.vocabulary.tokens.findIndex((_, token) => countOf(model, [token, ...found], end) > 0);
    if (next >= 0) found = [next, ...found];
  }
  ends.set(machine, found);
  return found;
}

/** All states that can be reached from the beginning, if they are at most `limit`. */
export function allStates(machine: Machine, limit: number): readonly State[] | undefined {
  if (machine.states > limit) return undefined;
  const seen = new Map<string, State>([[String(machine.begin), [machine.begin]]]);
  for (const state of seen.values()) for (const {to} of successors(machine, state)) seen.set(String(to), to);
  return [...seen.values()];
}

/** The state that a text names: characters, after ⊢ where they begin a text. Undefined if the machine has none. */
export function stateNamed({tokenizer, begin, order, model, end}: Machine, text: string): State | undefined {
  if (text === "⊣") return [end];
  const {tokens} = tokenizer.vocabulary;
  const ids = [...text].map((c, i) =>
    i === 0 && c === "⊢" ? begin : tokens.indexOf(c === "·" && !tokens.includes("·") ? " " : c)
  );
  const state = ids.slice(-order);
  const whole = state.length === order || state[0] === begin;
  return whole && !state.includes(-1) && continuationsOf(model, state).length > 0 ? state : undefined;
}

const HIDDEN = /^[\p{C}\p{Zl}\p{Zp}\p{Zs}]$/u;

/** A character as a sign that can be seen: invisible ones by number, combining ones on a ring. */
function sign(token: string): string {
  const shown = show(token);
  if (shown !== token) return shown;
  if (HIDDEN.test(token)) return `U+${(token.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return /^\p{M}$/u.test(token) ? `◌${token}` : token;
}

export const signOf = ({tokenizer, begin, end}: Machine, token: number): string =>
  token === begin ? "⊢" : token === end ? "⊣" : sign(tokenizer.vocabulary.tokens[token] ?? "");

/** A state as it is shown. */
export const nameOf = (machine: Machine, state: State): string => state.map((token) => signOf(machine, token)).join("");

/** A state as `stateNamed` reads it. */
export const textOf = ({tokenizer, begin, end}: Machine, state: State): string =>
  state.map((id) => (id === begin ? "⊢" : id === end ? "⊣" : (tokenizer.vocabulary.tokens[id] ?? ""))).join("");

/** What the machine writes from a state on, one transition a step. When a text has ended, another one begins. */
export const walked = remembering(
  6,
  (machine: Machine, start: string, steps: number, seed: number): readonly Transition[] => {
    const {predictor, begin, end} = machine;
    const predict = (context: ArrayLike<number>) => logProbs(predictor, context);
    const path: Transition[] = [];
    let state = stateNamed(machine, start) ?? [begin];
    const go = (token: number, prob: number, count: number) => {
      const to = token === begin ? [begin] : after(machine, state, token);
      path.push({from: state, to, token, count, prob});
      state = to;
    };
    for (let text = 0; path.length < steps; text++) {
      if (state[0] === end) go(begin, 1, 1);
      const config = {predict, prompt: state, length: steps - path.length, key: fold(key(seed), text), end};
      for (const {token, prob} of generate(config)) go(token, prob, countOf(machine.model, state, token));
    }
    return path.slice(0, steps);
  }
);
