import {ConfigError, found} from "../errors.js";
import {log} from "../math/log.js";
import {cos} from "../math/trig.js";
import {block, index, PURPOSE} from "./block.js";
import type {Key} from "./threefry.js";
import {unit} from "./uniform.js";

const TURN = 6.283185307179586; // 2π
const LARGEST = 4503599627370495;

/**
 * The index-th normal number of a key, with mean 0 and variance 1.
 *
 * @throws ConfigError unless the index is a whole number from 0 to 2^52 - 1.
 * @see Box and Muller, A Note on the Generation of Random Normal Deviates, 1958: sqrt(-2 log u) cos(2πv).
 */
export function normal(key: Key, i = 0): number {
  if (index("normal", "index", i) > LARGEST)
    throw new ConfigError("normal", `\`index\` is at most ${LARGEST}`, [found("index", i)], "fold the key instead");
  const radius = 1 - unit(block(key, PURPOSE.normal, 2 * i)); // in (0, 1], so that its logarithm is finite
  const angle = unit(block(key, PURPOSE.normal, 2 * i + 1));
  return Math.sqrt(-2 * log(radius)) * cos(TURN * angle);
}
