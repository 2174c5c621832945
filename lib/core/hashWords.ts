const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1; // where a machine keeps the upper word

/** The typed arrays that have a hash. */
export type Numbers =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array;

/** Lower word first, as on the machines that are common, whatever this machine does. NaNs become one NaN. */
function ofFloat64(list: Float64Array): Uint32Array {
  const raw = new Uint32Array(list.buffer, list.byteOffset, list.length * 2);
  const words = new Uint32Array(raw.length);
  for (let i = 0; i < raw.length; i += 2) {
    const x = list[i >> 1]!;
    words[i] = x === x ? raw[i + 1 - HIGH]! : 0;
    words[i + 1] = x === x ? raw[i + HIGH]! : 0x7ff80000;
  }
  return words;
}

function ofFloat32(list: Float32Array): Uint32Array {
  const words = new Uint32Array(list.buffer, list.byteOffset, list.length).slice();
  for (let i = 0; i < words.length; i++) if (list[i] !== list[i]) words[i] = 0x7fc00000;
  return words;
}

/** Four bytes or two 16-bit numbers to a word, the first lowest. */
function packed(list: ArrayLike<number>, bits: 8 | 16): Uint32Array {
  const each = 32 / bits;
  const mask = (1 << bits) - 1;
  const words = new Int32Array(Math.ceil(list.length / each));
  for (let i = 0; i < list.length; i++) words[(i * bits) >>> 5]! |= (list[i]! & mask) << ((i * bits) & 31);
  return new Uint32Array(words.buffer);
}

function ofBigInts(list: BigInt64Array | BigUint64Array): Uint32Array {
  const words = new Uint32Array(list.length * 2);
  list.forEach((n: bigint, i: number) => {
    words[2 * i] = Number(n & 0xffffffffn);
    words[2 * i + 1] = Number((n >> 32n) & 0xffffffffn);
  });
  return words;
}

/** A typed array as 32-bit words: the same on machines of either byte order, for every NaN. */
export function wordsOf(list: Numbers): Uint32Array {
  if (list instanceof Float64Array) return ofFloat64(list);
  if (list instanceof Float32Array) return ofFloat32(list);
  if (list instanceof Uint32Array) return list;
  if (list instanceof Int32Array) return new Uint32Array(list.buffer, list.byteOffset, list.length);
  if (list instanceof BigInt64Array || list instanceof BigUint64Array) return ofBigInts(list);
  return packed(list, list.BYTES_PER_ELEMENT === 1 ? 8 : 16);
}

/** A string's UTF-16 code units, two to a word. */
export const wordsOfText = (text: string): Uint32Array =>
  packed(
    Uint16Array.from({length: text.length}, (_, i) => text.charCodeAt(i)),
    16
  );
