/**
 * The 256 characters that byte-level tokenizers spell bytes with: printable bytes of Latin-1 as themselves, the others as
 * U+0100 and on, in their order; so a space is Ġ. Radford et al. 2019, section 2.2, and the code published with it.
 */
export const byteSymbols: readonly string[] = symbols();

function symbols(): readonly string[] {
  const printable = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
  let other = 0x100;
  return Array.from({length: 256}, (_, byte) => String.fromCharCode(printable(byte) ? byte : other++));
}

/** The symbols of all bytes by code point, the order in which vocabularies list them. */
export const sortedByteSymbols: readonly string[] = [...byteSymbols].sort();

const byteOf = new Map(byteSymbols.map((symbol, byte) => [symbol, byte]));

/** The bytes that a token of a byte-level tokenizer spells; undefined if one of its characters spells no byte. */
export function bytesOfToken(token: string): Uint8Array | undefined {
  const bytes = new Uint8Array(token.length);
  for (let i = 0; i < token.length; i++) {
    const byte = byteOf.get(token[i]!);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

/** The token that spells these bytes. */
export const tokenOfBytes = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byteSymbols[byte]!).join("");

/**
 * Writes a text's part as UTF-8 into `target` from 0 on, a lone surrogate as U+FFFD, and returns how many bytes it is.
 * There is room for three bytes for each code unit.
 */
export function writeUtf8(text: string, start: number, end: number, target: Uint8Array): number {
  let n = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) target[n++] = unit;
    else if (unit < 0x800) {
      target[n++] = 0xc0 | (unit >> 6);
      target[n++] = 0x80 | (unit & 63);
    } else {
      const low = (unit & 0xfc00) === 0xd800 && i + 1 < end ? text.charCodeAt(i + 1) : 0;
      if ((low & 0xfc00) === 0xdc00) {
        const codePoint = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
        i++;
        target[n++] = 0xf0 | (codePoint >> 18);
        target[n++] = 0x80 | ((codePoint >> 12) & 63);
        target[n++] = 0x80 | ((codePoint >> 6) & 63);
        target[n++] = 0x80 | (codePoint & 63);
      } else {
        const kept = (unit & 0xf800) === 0xd800 ? 0xfffd : unit;
        target[n++] = 0xe0 | (kept >> 12);
        target[n++] = 0x80 | ((kept >> 6) & 63);
        target[n++] = 0x80 | (kept & 63);
      }
    }
  }
  return n;
}

/** A text as UTF-8, with U+FFFD for lone surrogates. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  return bytes.slice(0, writeUtf8(text, 0, text.length, bytes));
}
