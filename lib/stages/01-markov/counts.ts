import {whole} from "../../core/check.js";
import {search, walk} from "./lookUp.js";
import type {Ngrams} from "./ngrams.js";
import {totals} from "./totals.js";

/** One thing that followed a context. */
export interface Continuation {
  readonly token: number;
  readonly count: number;
}

/** What followed a context of at most `order` tokens, by token id; nothing for a context that was never followed. */
export function continuationsOf(model: Ngrams, context: ArrayLike<number>): readonly Continuation[] {
  const node = find(model, context);
  if (node === undefined) return [];
  const {rows, next, count} = totals(model)[node.depth]!;
  const result: Continuation[] = [];
  for (let r = rows[node.index]!; r < rows[node.index + 1]!; r++) result.push({token: next[r]!, count: count[r]!});
  return result;
}

/** How often `token` followed `context`: c(hw). Longer contexts than the order are cut to it. */
export function countOf(model: Ngrams, context: ArrayLike<number>, token: number): number {
  const node = find(model, context);
  if (node === undefined) return 0;
  const {rows, next, count} = totals(model)[node.depth]!;
  const row = search(next, token, rows[node.index]!, rows[node.index + 1]!);
  return row < 0 ? 0 : count[row]!;
}

/**
 * Every k-gram of this length that was seen, as [ids…, count], in lexicographic order of the ids.
 *
 * @throws ConfigError unless the length is from 1 to the model's order + 1.
 */
export function ngramsOfLength(model: Ngrams, length: number): readonly (readonly number[])[] {
  const depth = whole("ngramsOfLength.length", length, {least: 1, most: model.order + 1}) - 1;
  const {rows, next, count} = totals(model)[depth]!;
  const result: number[][] = [];
  for (const {index, tokens} of contextsOfLength(model, depth))
    for (let r = rows[index]!; r < rows[index + 1]!; r++) result.push([...tokens, next[r]!, count[r]!]);
  return result.sort(compare);
}

/**
 * Every context of this length, with its tokens from the oldest to the newest and its index in the model's level.
 *
 * @throws ConfigError unless the length is from 0 to the model's order.
 */
export function* contextsOfLength(
  {levels, order}: Ngrams,
  length: number
): Generator<{readonly index: number; readonly tokens: readonly number[]}> {
  function* below(
    depth: number,
    index: number,
    tokens: readonly number[]
  ): Generator<{index: number; tokens: readonly number[]}> {
    if (depth === length) return yield {index, tokens};
    const {children} = levels[depth]!;
    for (let child = children[index]!; child < children[index + 1]!; child++)
      yield* below(depth + 1, child, [levels[depth + 1]!.oldest[child]!, ...tokens]);
  }
  whole("contextsOfLength.length", length, {least: 0, most: order});
  yield* below(0, 0, []);
}

function find(model: Ngrams, context: ArrayLike<number>): {readonly depth: number; readonly index: number} | undefined {
  const path = new Uint32Array(model.order + 1);
  const depth = Math.min(model.order, context.length);
  return walk(model, context, context.length, path) === depth + 1 && model.tokens > 0
    ? {depth, index: path[depth]!}
    : undefined;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
