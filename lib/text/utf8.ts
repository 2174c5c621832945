/**
 * Where the first byte sequence starts that is not UTF-8, or -1 if there is none.
 *
 * It is also the length of the longest start of `bytes` that is UTF-8. Overlong forms, surrogates and code points above
 * U+10FFFF are not. The Unicode Standard 16, table 3-7.
 */
export function findInvalidUtf8(bytes: Uint8Array): number {
  const n = bytes.length;
  for (let i = 0; i < n;) {
    const lead = bytes[i]!;
    const size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size === 0 || i + size > n) return i;
    if (size > 1) {
      const second = bytes[i + 1]!;
      // only four leads narrow their second byte: E0 and F0 (overlong), ED (surrogates), F4 (above U+10FFFF)
      const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (second < low || second > high) return i;
      for (let j = i + 2; j < i + size; j++) if ((bytes[j]! & 0xc0) !== 0x80) return i;
    }
    i += size;
  }
  return -1;
}

/** A text's size in UTF-8 bytes and in code points, and its first lone surrogate (a code unit's index, or -1). */
export interface TextSize {
  readonly bytes: number;
  readonly characters: number;
  readonly loneSurrogate: number;
}

/** Measures a text in one pass. A lone surrogate counts as U+FFFD, which would replace it: one character, three bytes. */
export function measureText(text: string): TextSize {
  let bytes = 0;
  let characters = 0;
  let loneSurrogate = -1;
  for (let i = 0; i < text.length; i++, characters++) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    if ((unit & 0xf800) !== 0xd800) continue;
    if (unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes++;
      i++;
    } else if (loneSurrogate < 0) loneSurrogate = i;
  }
  return {bytes, characters, loneSurrogate};
}
