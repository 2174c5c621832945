/** Which tokens see which. */

export const MASKS = ["causal", "window", "prefix", "both ways"] as const;
export type MaskName = (typeof MASKS)[number];

interface MaskSettings {
  readonly window: number;
  readonly prefix: number;
}

/** Whether the token at place i sees the one at place j. */
export function sees(mask: MaskName, i: number, j: number, {window, prefix}: MaskSettings): boolean {
  switch (mask) {
    case "causal":
      return j <= i;
    case "window":
      return j <= i && i - j < window;
    case "prefix":
      return j <= i || j < prefix;
    case "both ways":
      return true;
  }
}

/** How many looks a mask allows in a text of n tokens. */
export function looks(mask: MaskName, n: number, settings: MaskSettings): number {
  let count = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (sees(mask, i, j, settings)) count++;
  return count;
}

/** The places that can have told place i something, after so many layers of a mask: the first of them. */
export function reach(mask: MaskName, i: number, layers: number, settings: MaskSettings): number {
  let from = i;
  for (let layer = 0; layer < layers; layer++) {
    let first = from;
    for (let j = 0; j <= from; j++) if (sees(mask, from, j, settings)) first = Math.min(first, j);
    from = first;
  }
  return from;
}

/** Rows that all layers work on to write n tokens after a prompt: with a cache, and when all is read anew each time. */
export const rowsOfWork = (prompt: number, n: number): {readonly cached: number; readonly anew: number} => ({
  cached: prompt + n - 1,
  anew: Array.from({length: n}, (_, i) => prompt + i).reduce((sum, rows) => sum + rows, 0)
});
