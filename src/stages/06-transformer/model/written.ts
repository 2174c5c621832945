/** Sizes in words. */

const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"] as const;

/** Bytes in the largest unit of which there is one. */
export function writeBytes(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value >= 100 || power === 0 ? value.toFixed(0) : value.toPrecision(3)} ${UNITS[power]!}`;
}

/** A count in words: 6.74 billion. */
export function writeCount(count: number): string {
  const [unit, name] =
    count >= 1e12 ? [1e12, " trillion"] : count >= 1e9 ? [1e9, " billion"] : count >= 1e6 ? [1e6, " million"] : [1, ""];
  return unit === 1 ? count.toLocaleString("en") : `${(count / unit).toPrecision(3)}${name}`;
}
