import {ConfigError, found} from "../core/errors.js";
import {checkId} from "./ids.js";

/** How many types a text has shown when so many of its tokens are read. */
export interface Growth {
  readonly tokens: number;
  readonly types: number;
}

/**
 * How the number of types grows as a text is read, at `points` even steps, the last of them its end.
 *
 * Heaps' law says that types grow as a power of tokens, with an exponent below 1 (`logLogFit` finds it). Heaps,
 * Information Retrieval, 1978, section 7.5.
 *
 * @param size - tokens of the vocabulary.
 * @throws ConfigError if an id is not below `size`, or `points` is not a whole number of at least 1.
 */
export function heaps(ids: ArrayLike<number>, size: number, points = 100): readonly Growth[] {
  if (!Number.isInteger(points) || points < 1)
    throw new ConfigError("heaps.points", "it is a whole number of at least 1", [found("points", points)]);
  const seen = new Uint8Array(size);
  const n = ids.length;
  const steps = Math.min(points, n);
  const growth: Growth[] = [];
  let types = 0;
  for (let step = 1, i = 0; step <= steps; step++) {
    const tokens = Math.floor((n * step) / steps);
    for (; i < tokens; i++) {
      const id = checkId("heaps", ids[i], i, size);
      types += 1 - seen[id]!;
      seen[id] = 1;
    }
    growth.push({tokens, types});
  }
  return growth;
}
