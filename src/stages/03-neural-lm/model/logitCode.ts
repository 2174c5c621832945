/** Rows of logits as text, a character for each: fine near the largest one, coarse far below it. */

/** Characters that JSON writes as themselves. */
const SIGNS = Array.from({length: 92}, (_, i) => String.fromCharCode(35 + i)).filter((sign) => sign !== "\\");
const PLACES = new Map(SIGNS.map((sign, i) => [sign, i]));
/** A logit that is d below the largest one has about the sign number 19 √d. */
const SCALE = 19;

export const writeLogits = (row: ArrayLike<number>): string => {
  const list = Array.from(row);
  const top = Math.max(...list);
  return list.map((x) => SIGNS[Math.min(SIGNS.length - 1, Math.round(SCALE * Math.sqrt(top - x)))]!).join("");
};

/** The logits again, the largest one at 0. */
export const readLogits = (text: string): readonly number[] =>
  Array.from(text, (sign) => {
    const root = PLACES.get(sign)! / SCALE;
    return 0 - root * root;
  });
