const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A power of ten as text, such as 10⁻⁴. */
const powerOfTen = (n: number): string =>
  `10${n < 0 ? "⁻" : ""}${[...String(Math.abs(n))].map((c) => DIGITS[Number(c)]).join("")}`;

/** Names every so many decades of a logarithmic axis, and nothing between them. */
export const decades =
  (every: number) =>
  (value: number): string => {
    const n = Math.log10(value);
    const whole = Math.round(n);
    return Math.abs(n - whole) < 1e-9 && whole % every === 0 ? powerOfTen(whole) : "";
  };
