import {FLOAT16} from "./floats.js";
import type {GradientSize} from "./lowPrecisionSettings.js";

/**
 * What float16 makes of numbers times 2 to a power: the shares that become 0, that are subnormal and that are infinite. Of
 * their sizes only the powers of two are known; those of 2⁻²⁵, which is half of the smallest number, round up to it.
 */
export function gradientFates(sizes: readonly GradientSize[], power: number) {
  const {bits, least, most} = FLOAT16;
  const total = sizes.reduce((sum, {count}) => sum + count, 0);
  const share = (holds: (exponent: number) => boolean): number =>
    sizes.filter(({exponent}) => holds(exponent + power)).reduce((sum, {count}) => sum + count, 0) / total;
  return {
    lost: share((e) => e < least - bits),
    coarse: share((e) => e >= least - bits && e < least),
    infinite: share((e) => e > most)
  };
}
