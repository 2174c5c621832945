const PLAIN = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * A number written in plain decimals, as an address has it; undefined for all else.
 *
 * `Number` would also read `""`, `0x10` and `Infinity`, and `parseFloat` would read `8abc`.
 */
export function readDecimal(text: string): number | undefined {
  if (!PLAIN.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A number as a reader types it: also with a decimal comma, thousands, a true minus sign, a fraction such as 1/3,
 * or a percent sign, which divides by 100; undefined for all else.
 */
export function readNumber(text: string): number | undefined {
  const tidy = text.trim().replace(/[−–]/gu, "-").replace(/\s/gu, "");
  if (tidy.endsWith("%")) {
    const share = readNumber(tidy.slice(0, -1));
    return share === undefined ? undefined : share / 100;
  }
  const parts = tidy.split("/");
  if (parts.length === 2) {
    const [above, below] = parts.map((part) => readNumber(part));
    return above === undefined || below === undefined || below === 0 ? undefined : above / below;
  }
  if (/^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(tidy)) return readDecimal(tidy.replaceAll(",", ""));
  return readDecimal(/^[^.,]*,[^.,]*$/.test(tidy) ? tidy.replace(",", ".") : tidy);
}

/** A number as a sentence shows it: `digits` significant digits, thousands grouped. */
export function writeNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : value > 0 ? "infinity" : "−infinity";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toExponential(digits - 1).replace("-", "−");
  return value
    .toLocaleString("en", {
      maximumSignificantDigits: Math.max(digits, size >= 1 ? Math.ceil(size).toString().length : 0)
    })
    .replace("-", "−");
}
