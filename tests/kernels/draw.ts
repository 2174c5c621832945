/** A source of random cases that depends on nothing but its seed: float32 numbers, and sizes that kernels stumble on. */
export interface Draw {
  /** A whole number from 0 to n − 1. */
  readonly below: (n: number) => number;
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** 0, 1, powers of two and their neighbors, primes; seldom near `most`. */
  readonly size: (most: number) => number;
  /** n numbers of mean 0 and variance 1 (sums of uniforms), rounded to float32. */
  readonly normals: (n: number, scale?: number, shift?: number) => Float64Array;
  /** n numbers of all magnitudes, with zeros of either sign, infinities, NaN and the ends of float32 among them. */
  readonly wide: (n: number) => Float64Array;
  /** n whole numbers from 0 to `end` − 1. */
  readonly ids: (n: number, end: number) => Int32Array;
  readonly bools: (n: number) => Uint8Array;
  readonly shuffled: (n: number) => readonly number[];
}

const ODD_SIZES = [0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 19, 23, 24, 31, 32, 33] as const;
const LARGE_SIZES = [
  37, 40, 47, 61, 63, 64, 65, 67, 96, 100, 127, 128, 129, 130, 255, 256, 257, 300, 511, 513, 600, 1021, 1500
] as const;
const EDGES = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  3,
  -3,
  8,
  Infinity,
  -Infinity,
  NaN,
  1e-45,
  -1e-45,
  1.1754943508222875e-38,
  3.4028234663852886e38,
  -3.4028234663852886e38,
  16777216,
  -16777217,
  88,
  -88,
  89,
  -104
] as const;

/** Rounds to float32 in place. */
export function rounded<T extends Float64Array>(x: T): T {
  for (let i = 0; i < x.length; i++) x[i] = Math.fround(x[i]!);
  return x;
}

/** mulberry32, by Tommy Ettinger: 32 bits of state, quick, and random enough to test with. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function drawer(seed: number): Draw {
  const next = generator(Math.imul(seed + 1, 0x9e3779b1));
  const below = (n: number): number => Math.floor(next() * n);
  const chance = (p: number): boolean => next() < p;
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const normal = (): number => (next() + next() + next() + next() - 2) * Math.sqrt(3);
  const spread = (): number => {
    if (chance(0.2)) return pick(EDGES);
    if (chance(0.6)) return normal() * pick([0.01, 1, 3, 30]);
    return (chance(0.5) ? 1 : -1) * 10 ** (next() * 70 - 35);
  };
  const filled = (n: number, f: () => number): Float64Array => {
    const x = new Float64Array(n);
    for (let i = 0; i < n; i++) x[i] = Math.fround(f());
    return x;
  };
  return {
    below,
    chance,
    pick,
    size: (most) => Math.min(pick(chance(0.12) ? LARGE_SIZES : ODD_SIZES), most),
    normals: (n, scale = 1, shift = 0) => filled(n, () => normal() * scale + shift),
    wide: (n) => filled(n, spread),
    ids: (n, end) => {
      const ids = new Int32Array(n);
      for (let i = 0; i < n; i++) ids[i] = below(end);
      return ids;
    },
    bools: (n) => {
      const bools = new Uint8Array(n);
      for (let i = 0; i < n; i++) bools[i] = below(2);
      return bools;
    },
    shuffled: (n) => {
      const order = Array.from({length: n}, (_, i) => i);
      for (let i = n - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    }
  };
}

/** Seldom, one number of x becomes NaN or infinite: what it spoils in float64 it has to spoil in float32. */
export function spoilt(d: Draw, x: Float64Array, by: readonly number[] = [NaN, Infinity, -Infinity]): Float64Array {
  if (x.length > 0 && d.chance(0.06)) x[d.below(x.length)] = d.pick(by);
  return x;
}
