import {FLOAT16} from "./floats.js";

/** How many numbers of a gradient are of which size: from 2^exponent up to twice as much. */
export interface GradientSize {
  readonly exponent: number;
  readonly count: number;
}

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
/** A factor for the loss that finds its size by itself. */
export interface LossScale {
  readonly scale: number;
  /** Steps since the scale has changed. */
  readonly good: number;
}

/** After a step: half where a gradient was not finite, and that step is skipped; twice after so many good steps. */
export const nextScale = ({scale, good}: LossScale, finite: boolean, patience: number): LossScale =>
  !finite ? {scale: scale / 2, good: 0} : good + 1 === patience ? {scale: scale * 2, good: 0} : {scale, good: good + 1};
