/** A source of random numbers, as a value: two unsigned 32-bit words. It is passed, split and folded, never advanced. */
export type Key = readonly [high: number, low: number];

/**
 * Threefry-2x32 with 20 rounds: 64 key bits and 64 counter bits in, 64 random bits out.
 *
 * A round is an addition, a rotation and an exclusive or; after each four, the key is added again. It is a bijection of
 * the counter, so one key never gives two counters the same block.
 *
 * @returns two unsigned 32-bit words.
 * @see Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011. https://doi.org/10.1145/2063384.2063405
 */
export function threefry2x32(key: Key, counter0: number, counter1: number): readonly [number, number] {
  let a = key[0] | 0;
  let b = key[1] | 0;
  let c = 0x1bd11bda ^ a ^ b;
  let x = (counter0 + a) | 0;
  let y = (counter1 + b) | 0;
  for (let group = 1; group <= 5; group++) {
    const odd = group & 1;
    const r0 = odd ? 13 : 17;
    const r1 = odd ? 15 : 29;
    const r2 = odd ? 26 : 16;
    const r3 = odd ? 6 : 24;
    x = (x + y) | 0;
    y = ((y << r0) | (y >>> (32 - r0))) ^ x;
    x = (x + y) | 0;
    y = ((y << r1) | (y >>> (32 - r1))) ^ x;
    x = (x + y) | 0;
    y = ((y << r2) | (y >>> (32 - r2))) ^ x;
    x = (x + y) | 0;
    y = ((y << r3) | (y >>> (32 - r3))) ^ x;
    x = (x + b) | 0;
    y = (y + c + group) | 0;
    const first = a;
    a = b;
    b = c;
    c = first;
  }
  return [x >>> 0, y >>> 0];
}
