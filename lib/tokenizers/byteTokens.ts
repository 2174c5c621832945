/** The token that stands for a byte where no other token covers a character, as SentencePiece spells it: `<0x0A>`. */
const byteToken = (byte: number): string => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;

/** The tokens of bytes 0 … 255. */
export const byteTokens: readonly string[] = Array.from({length: 256}, (_, byte) => byteToken(byte));

const bytes = new Map(byteTokens.map((token, byte) => [token, byte]));

/** The byte that a token stands for; -1 for all other tokens. */
export const byteOfToken = (token: string): number => bytes.get(token) ?? -1;

/** The ids of the tokens of all 256 bytes; undefined if one is missing. */
export function byteTokenIds(ids: ReadonlyMap<string, number>): Int32Array | undefined {
  const found = Int32Array.from(byteTokens, (token) => ids.get(token) ?? -1);
  return found.includes(-1) ? undefined : found;
}
