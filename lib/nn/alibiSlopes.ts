import {whole} from "../core/check.js";
import {pow} from "../core/math/pow.js";

const powers = (n: number): readonly number[] => Array.from({length: n}, (_, h) => pow(2, (-8 * (h + 1)) / n));

/**
 * How fast scores fall with distance in each head (ALiBi, Press et al. 2021, section 3): 2^(−8(h+1)/heads) where the
 * number of heads is a power of two. Otherwise the slopes of the power below, then every second one of the power above,
 * as the authors' code does it.
 *
 * @throws ConfigError unless there are 1 to 65536 heads.
 */
export function alibiSlopes(heads: number): readonly number[] {
  const below = powerBelow(whole("alibiSlopes.heads", heads, {least: 1, most: 65536}));
  return [...powers(below), ...powers(2 * below).filter((_, i) => i % 2 === 0)].slice(0, heads);
}

function powerBelow(n: number): number {
  let power = 1;
  while (2 * power <= n) power *= 2;
  return power;
}
