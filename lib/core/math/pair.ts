/** What rounding took from the sum `s` of a and b: a + b = s + sumError(a, b, s). Knuth, TAOCP 2, 4.2.2, theorem B. */
export const sumError = (a: number, b: number, s: number): number => {
  const t = s - a;
  return a - (s - t) + (b - t);
};

/** The upper 26 bits of a number below 2^996. Veltkamp's splitting. */
const upper = (a: number): number => {
  const c = a * 134217729; // 2^27 + 1
  return c - (c - a);
};

/** What rounding took from the product `p` of a and b: ab = p + productError(a, b, p). Dekker 1971, in 17 operations. */
export const productError = (a: number, b: number, p: number): number => {
  const ah = upper(a);
  const bh = upper(b);
  const al = a - ah;
  const bl = b - bh;
  return ah * bh - p + ah * bl + al * bh + al * bl;
};
