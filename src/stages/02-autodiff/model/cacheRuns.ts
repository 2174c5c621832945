/** A product of small matrices before a small cache: which numbers are touched, in which order, and which are there. */
export const loopOrders = ["ijk", "ikj", "jki", "blocks"] as const;
export type LoopOrder = (typeof loopOrders)[number];

export const N = 8;
const BLOCK = 4;

/** One turn of the inner loop: C[i, j] += A[i, k] · B[k, j]. */
interface Turn {
  readonly i: number;
  readonly j: number;
  readonly k: number;
}

/** The turns of a loop order, first to last. */
export function turnsOf(order: LoopOrder): readonly Turn[] {
  const list: Turn[] = [];
  if (order === "blocks") {
    for (let i0 = 0; i0 < N; i0 += BLOCK)
      for (let j0 = 0; j0 < N; j0 += BLOCK)
        for (let k0 = 0; k0 < N; k0 += BLOCK)
          for (let i = i0; i < i0 + BLOCK; i++)
            for (let k = k0; k < k0 + BLOCK; k++) for (let j = j0; j < j0 + BLOCK; j++) list.push({i, j, k});
    return list;
  }
  for (let x = 0; x < N; x++)
    for (let y = 0; y < N; y++)
      for (let z = 0; z < N; z++) {
        const [i, j, k] = {ijk: [x, y, z], ikj: [x, z, y], jki: [z, x, y]}[order] as [number, number, number];
        list.push({i, j, k});
      }
  return list;
}

export type Matrix = "A" | "B" | "C";
export const matrices: readonly Matrix[] = ["A", "B", "C"];

/** The numbers of the three matrices that a turn touches, by their places from 0 to 63. */
export const touchesOf = ({i, j, k}: Turn): Readonly<Record<Matrix, number>> => ({
  A: i * N + k,
  B: k * N + j,
  C: i * N + j
});

/** What a run of turns met: misses up to each turn, and the lines that are in the cache at its end. */
export interface CacheRun {
  /** Misses of all turns before this one. */
  readonly misses: readonly number[];
  readonly missesOf: Readonly<Record<Matrix, number>>;
  /** Lines in the cache, longest unused first, as matrix and number of the line. */
  readonly lines: readonly string[];
  /** Which touches of the last turn were misses. */
  readonly last: readonly Matrix[];
}

/** The first `steps` turns before a cache of so many lines of `length` numbers, that forgets what was unused longest. */
export function runCache(order: LoopOrder, steps: number, lines: number, length: number): CacheRun {
  const cache = new Set<string>(); // in the order of use
  const misses = [0];
  const missesOf: Record<Matrix, number> = {A: 0, B: 0, C: 0};
  let last: Matrix[] = [];
  for (const turn of turnsOf(order).slice(0, steps)) {
    const touched = touchesOf(turn);
    last = [];
    for (const matrix of matrices) {
      const line = `${matrix}${Math.floor(touched[matrix] / length)}`;
      if (!cache.delete(line)) {
        missesOf[matrix]++;
        last.push(matrix);
        const [oldest] = cache;
        if (cache.size >= lines && oldest !== undefined) cache.delete(oldest);
      }
      cache.add(line);
    }
    misses.push(missesOf.A + missesOf.B + missesOf.C);
  }
  return {misses, missesOf, lines: [...cache], last};
}
