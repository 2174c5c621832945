// UTF-16 puts U+E000–U+FFFF after the surrogates that spell U+10000 and above; moved below them, units sort as code points
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000);

/** Orders two strings by their code points: negative, 0 or positive. The same in every locale and engine. */
export function compareCodePoints(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const highUnit = /[\ud800-\uffff]/;

/** The strings in the order of their code points. */
export const sortedByCodePoint = (strings: readonly string[]): readonly string[] =>
  // below the surrogates units are code points, and the engine's own order is the same and faster
  strings.some((string) => highUnit.test(string)) ? [...strings].sort(compareCodePoints) : [...strings].sort();
