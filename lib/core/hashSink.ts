/** Takes 32-bit words and condenses them to 128 bits. */
export interface Sink {
  readonly word: (w: number) => void;
  readonly words: (list: Uint32Array) => void;
  /** The 128 bits as 32 hexadecimal digits; the sink takes no words after it. */
  readonly digest: () => string;
}

/**
 * Adds pairs of words to a state of two 64-bit lanes. Each lane is encrypted by threefry2x32 with the pair as its key,
 * and added to the result (Davies and Meyer's construction), so that no step can be undone.
 */
function condense(state: Int32Array, list: Uint32Array, length: number): void {
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  for (let i = 0; i < length; i += 2) {
    let a = list[i]! | 0;
    let b = list[i + 1]! | 0;
    let c = 0x1bd11bda ^ a ^ b;
    let x = (s0 + a) | 0;
    let y = (s1 + b) | 0;
    let u = (s2 + a) | 0;
    let v = (s3 + b) | 0;
    for (let group = 1; group <= 5; group++) {
      const odd = group & 1;
      const r0 = odd ? 13 : 17;
      const r1 = odd ? 15 : 29;
      const r2 = odd ? 26 : 16;
      const r3 = odd ? 6 : 24;
      x = (x + y) | 0;
      u = (u + v) | 0;
      y = ((y << r0) | (y >>> (32 - r0))) ^ x;
      v = ((v << r0) | (v >>> (32 - r0))) ^ u;
      x = (x + y) | 0;
      u = (u + v) | 0;
      y = ((y << r1) | (y >>> (32 - r1))) ^ x;
      v = ((v << r1) | (v >>> (32 - r1))) ^ u;
      x = (x + y) | 0;
      u = (u + v) | 0;
      y = ((y << r2) | (y >>> (32 - r2))) ^ x;
      v = ((v << r2) | (v >>> (32 - r2))) ^ u;
      x = (x + y) | 0;
      u = (u + v) | 0;
      y = ((y << r3) | (y >>> (32 - r3))) ^ x;
      v = ((v << r3) | (v >>> (32 - r3))) ^ u;
      x = (x + b) | 0;
      u = (u + b) | 0;
      y = (y + c + group) | 0;
      v = (v + c + group) | 0;
      const first = a;
      a = b;
      b = c;
      c = first;
    }
    s0 ^= x;
    s1 ^= y;
    s2 ^= u;
    s3 ^= v;
  }
  state.set([s0, s1, s2, s3]);
}

/** A sink that has taken nothing yet. Its lanes begin with the first 128 bits behind the point of π. */
export function sink(): Sink {
  const state = Int32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344);
  const buffer = new Uint32Array(1024);
  let held = 0;
  let total = 0;
  const flush = (): void => {
    condense(state, buffer, held);
    held = 0;
  };
  const word = (w: number): void => {
    if (held === buffer.length) flush();
    buffer[held++] = w;
    total++;
  };
  const words = (list: Uint32Array): void => {
    for (let from = 0; from < list.length;) {
      if (held === buffer.length) flush();
      const part = list.subarray(from, from + buffer.length - held);
      buffer.set(part, held);
      held += part.length;
      from += part.length;
    }
    total += list.length;
  };
  const digest = (): string => {
    const length = total;
    if (held % 2 === 1) word(0);
    word(length >>> 0);
    word(Math.floor(length / 4294967296));
    flush();
    // each lane, in turn, is the message of the other, so that all digits depend on all words
    condense(state, Uint32Array.of(state[2]!, state[3]!, state[0]!, state[1]!), 4);
    condense(state, Uint32Array.of(state[2]!, state[3]!, state[0]!, state[1]!), 4);
    return Array.from(state, (s) => (s >>> 0).toString(16).padStart(8, "0")).join("");
  };
  return {word, words, digest};
}
