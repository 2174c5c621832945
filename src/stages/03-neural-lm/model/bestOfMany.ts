/** The best of many measurements of one thing: too good, and by how much. */
import {fold, key, log, normal} from "/lib/index.js";

const DRAWS = 400;
/** The most that are tried. */
export const MOST = 200;

/**
 * The mean of the least of k normal numbers with deviation 1, for k from 1 to `MOST`: over 400 draws, of each also what it is
 * when all signs are turned round.
 */
export function leastOfMany(): readonly number[] {
  const sums = new Float64Array(MOST);
  for (let draw = 0; draw < DRAWS; draw++) {
    const own = fold(key(0), draw);
    let [least, greatest] = [Infinity, -Infinity];
    for (let k = 0; k < MOST; k++) {
      const x = normal(own, k);
      [least, greatest] = [Math.min(least, x), Math.max(greatest, x)];
      sums[k]! += (least - greatest) / 2;
    }
  }
  return Array.from(sums, (sum) => sum / DRAWS);
}

/** What the mean of the least of k cannot be below, whether they depend on each other or not: −√(2 ln k) deviations. */
export const leastBound = (k: number): number => 0 - Math.sqrt(2 * log(k));
