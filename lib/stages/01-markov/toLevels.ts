import type {Ids} from "../../text/ids.js";
import {idArray, type Level, type NgramShape} from "./ngrams.js";

/**
 * Distinct sorted windows to the levels of a model: where neighbors first differ, contexts of that depth and deeper
 * begin. A window that reaches the start of its sequence stops there, so its count stands under a shorter context.
 */
export function toLevels(
  text: Ids,
  windows: Uint32Array,
  count: Uint32Array,
  {order, vocabSize}: NgramShape
): readonly Level[] {
  const {agree, depth, contexts, rows} = compare(text, windows, order);
  const levels = Array.from({length: order + 1}, (_, k) => ({
    oldest: idArray(vocabSize, contexts[k]!),
    children: new Uint32Array(contexts[k]! + 1),
    rows: new Uint32Array(contexts[k]! + 1),
    next: idArray(vocabSize, rows[k]!),
    count: new Uint32Array(rows[k]!)
  }));
  const contextsSoFar = new Uint32Array(order + 2);
  const rowsSoFar = new Uint32Array(order + 1);
  contextsSoFar[0] = 1;
  for (let i = 0; i < windows.length; i++) {
    const p = windows[i]!;
    const known = depth[i]!;
    for (let k = agree[i]! + 1; k <= known; k++) {
      const level = levels[k]!;
      const n = contextsSoFar[k]!++;
      level.oldest[n] = text[p - k]! - 1;
      level.children[n] = contextsSoFar[k + 1]!;
      level.rows[n] = rowsSoFar[k]!;
    }
    const row = rowsSoFar[known]!++;
    levels[known]!.next[row] = text[p]! - 1;
    levels[known]!.count[row] = count[i]!;
  }
  levels.forEach((level, k) => {
    level.children[contexts[k]!] = contextsSoFar[k + 1]!;
    level.rows[contexts[k]!] = rowsSoFar[k]!;
  });
  return levels;
}

/** For each window: the tokens of context it shares with the one before, and those it has; and the sizes of all levels. */
function compare(text: Ids, windows: Uint32Array, order: number) {
  const agree = new Uint8Array(windows.length);
  const depth = new Uint8Array(windows.length);
  const contexts = new Uint32Array(order + 1);
  const rows = new Uint32Array(order + 1);
  contexts[0] = 1;
  for (let i = 0; i < windows.length; i++) {
    const p = windows[i]!;
    const q = i > 0 ? windows[i - 1]! : p;
    let same = 0;
    while (i > 0 && same < order && text[p - same - 1] === text[q - same - 1] && text[p - same - 1] !== 0) same++;
    let known = same;
    while (known < order && text[p - known - 1] !== 0) known++;
    agree[i] = same;
    depth[i] = known;
    rows[known]!++;
    for (let k = same + 1; k <= known; k++) contexts[k]!++;
  }
  return {agree, depth, contexts, rows};
}
