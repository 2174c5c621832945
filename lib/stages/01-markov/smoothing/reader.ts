import {log} from "../../../core/math/log.js";
import {search} from "../lookUp.js";
import type {Ids} from "../../../text/ids.js";
import type {Level, Ngrams} from "../ngrams.js";
import type {Predictor, SmoothedLevel} from "./predictor.js";

/** What a level of contexts is to somebody who reads on: probabilities and ways that depend on nothing but the row. */
export interface ReaderLevel {
  readonly rows: Uint32Array;
  readonly next: Ids;
  /** P(next[r] | its context), all shorter contexts mixed in; parallel to `next`. */
  readonly prob: Float64Array;
  /** Natural logarithms of `prob`. */
  readonly logProb: Float64Array;
  readonly backoff: Float64Array;
  /** What a context of this length that was never seen multiplies with. */
  readonly unseen: number;
  /** The context without its oldest token, in the level below. */
  readonly parent: Uint32Array;
  /** Where a context goes with a token: the longest known context then, as length (or UNKNOWN) and index. */
  readonly toLength: Uint8Array;
  readonly toIndex: Uint32Array;
  readonly table: RowTable | undefined;
}

/** Rows by context and token: `row[c * width + token]` is one more than the row, 0 for none. */
export interface RowTable {
  readonly width: number;
  readonly row: Int32Array;
}

/**
 * A predictor made ready to be read along a text: each known context is a state of a machine, each row an arrow to the
 * next state, so what one step has looked up serves the next. Costs one pass over the model, about a second for ten
 * million rows; then a step is one search in a row.
 */
export interface Reader {
  readonly predictor: Predictor;
  readonly levels: readonly ReaderLevel[];
  /**
   * Whether every known context is reached by arrows. If not (a text was counted from its middle on, or the method leaves
   * out what begins a text), then after a token that the longest context does not know, the next one has to be looked up.
   */
  readonly whole: boolean;
}

const LARGEST_TABLE = 1 << 21;

/** The length of a context that no arrow leads to; it has to be looked up. */
export const UNKNOWN = 255;

/** Compiles a predictor. */
export function reader(predictor: Predictor): Reader {
  const {model, levels: smoothed} = predictor;
  const levels: ReaderLevel[] = [];
  const lowerRow: Int32Array[] = []; // of each row, the one of the same token under the parent
  for (let k = 0; k <= model.order; k++) {
    const parent = k === 0 ? new Uint32Array(1) : parentsOf(model.levels[k - 1]!.children);
    lowerRow.push(lowerRows(smoothed[k]!, parent, levels[k - 1]));
    levels.push(levelOf(predictor, parent, lowerRow[k]!, levels));
  }
  const whole = link(levels, model);
  for (let k = 1; k <= model.order; k++) complete(levels[k]!, lowerRow[k]!, levels[k - 1]!);
  return {predictor, levels, whole};
}

/** Which context of the shorter length each context ends in. */
function parentsOf(children: Uint32Array): Uint32Array {
  const parents = new Uint32Array(children.at(-1)!);
  for (let p = 0; p + 1 < children.length; p++) parents.fill(p, children[p]!, children[p + 1]!);
  return parents;
}

/** The row of the same token under the parent of each row's context; -1 for none. */
function lowerRows({totals}: SmoothedLevel, parent: Uint32Array, below: ReaderLevel | undefined): Int32Array {
  const {rows, next} = totals;
  const result = new Int32Array(next.length).fill(-1);
  if (below === undefined) return result;
  for (let c = 0; c + 1 < rows.length; c++)
    for (let r = rows[c]!; r < rows[c + 1]!; r++) result[r] = rowOf(below, parent[c]!, next[r]!);
  return result;
}

/**
 * Draws an arrow from each row to the context that its token makes longer: context d of level k + 1 is some context e of
 * level k and its newest token, and e is found by the same way one level up. False if an arrow is missing.
 */
function link(levels: readonly ReaderLevel[], {levels: trie, order}: Ngrams): boolean {
  let whole = true;
  let newest: ArrayLike<number> = [0]; // of the contexts of the level above
  let without: Int32Array = new Int32Array(1); // them without their newest token; -1 where no counted token came before
  for (let k = 1; k <= order; k++) {
    const {oldest} = trie[k]!;
    const {parent} = levels[k]!;
    const [newestHere, withoutHere] = [new Uint32Array(oldest.length), new Int32Array(oldest.length)];
    for (let d = 0; d < oldest.length; d++) {
      const w = (newestHere[d] = k === 1 ? oldest[d]! : newest[parent[d]!]!);
      const e = (withoutHere[d] = k === 1 ? 0 : childOf(trie, k - 2, without[parent[d]!]!, oldest[d]!));
      const row = e < 0 ? -1 : rowOf(levels[k - 1]!, e, w);
      if (row < 0) whole = false;
      else {
        levels[k - 1]!.toLength[row] = k;
        levels[k - 1]!.toIndex[row] = d;
      }
    }
    [newest, without] = [newestHere, withoutHere];
  }
  return whole;
}

/** The context that has one token more of the past, or -1. */
function childOf(trie: readonly Level[], k: number, context: number, oldest: number): number {
  if (context < 0) return -1;
  const {children} = trie[k]!;
  return search(trie[k + 1]!.oldest, oldest, children[context]!, children[context + 1]!);
}

/** Rows whose longer context is unknown, or would be too long, go where the shorter context goes. */
function complete({toLength, toIndex}: ReaderLevel, lowerRow: Int32Array, below: ReaderLevel): void {
  for (let r = 0; r < toLength.length; r++) {
    if (toLength[r] !== 0) continue;
    const shorter = lowerRow[r]!;
    toLength[r] = shorter < 0 ? UNKNOWN : below.toLength[shorter]!;
    toIndex[r] = shorter < 0 ? 0 : below.toIndex[shorter]!;
  }
}

function levelOf(
  {base, alone, levels: smoothed, model}: Predictor,
  parent: Uint32Array,
  lowerRow: Int32Array,
  below: readonly ReaderLevel[]
): ReaderLevel {
  const k = below.length;
  const {mode, totals, weight, backoff, unseen} = smoothed[k]!;
  const {rows, next} = totals;
  const prob = new Float64Array(next.length);
  const shorter = (c: number, r: number): number =>
    k === 0 || alone
      ? base
      : lowerRow[r]! < 0
        ? mixed(below, base, k - 1, parent[c]!, next[r]!)
        : below[k - 1]!.prob[lowerRow[r]!]!;
  for (let c = 0; c + 1 < rows.length; c++)
    for (let r = rows[c]!; r < rows[c + 1]!; r++)
      prob[r] = mode === "interpolate" ? backoff[c]! * shorter(c, r) + weight[r]! : weight[r]!;
  return {
    rows,
    next,
    prob,
    logProb: prob.map(log),
    backoff,
    unseen,
    parent,
    toLength: new Uint8Array(next.length),
    toIndex: new Uint32Array(next.length),
    table: tableOf(rows, next, model.vocabSize)
  };
}

/** P(token | context c of level k), where the context itself may not have the token. */
function mixed(levels: readonly ReaderLevel[], base: number, k: number, c: number, token: number): number {
  const row = rowOf(levels[k]!, c, token);
  if (row >= 0) return levels[k]!.prob[row]!;
  const {backoff, parent} = levels[k]!;
  return backoff[c]! * (k === 0 ? base : mixed(levels, base, k - 1, parent[c]!, token));
}

/** Row plus one by context and token, for what is small enough to be worth it. */
function tableOf(rows: Uint32Array, next: Ids, width: number): RowTable | undefined {
  const contexts = rows.length - 1;
  if (contexts * width > LARGEST_TABLE) return undefined;
  const row = new Int32Array(contexts * width);
  for (let c = 0; c < contexts; c++) for (let r = rows[c]!; r < rows[c + 1]!; r++) row[c * width + next[r]!] = r + 1;
  return {width, row};
}

/** The row of a token under a context, or -1. */
export function rowOf({rows, next, table}: ReaderLevel, c: number, token: number): number {
  return table === undefined ? search(next, token, rows[c]!, rows[c + 1]!) : table.row[c * table.width + token]! - 1;
}
