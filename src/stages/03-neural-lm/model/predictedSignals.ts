/** What theory says of a signal on its way through random layers, forward and back: mean squares, layer by layer. */
import {exp} from "/lib/index.js";
import {bends} from "./bends.js";

export const SIGNAL_BENDS = ["tanh", "relu", "gelu", "none"] as const;
export type SignalBend = (typeof SIGNAL_BENDS)[number];

/**
 * How layers are put together. `plain`: h ← φ(hW). `norm`: h ← φ(norm(hW)). `residual`: h ← h + φ(h)W.
 */
export const LAYERINGS = ["plain", "norm", "residual"] as const;
export type Layering = (typeof LAYERINGS)[number];

export interface SignalShape {
  readonly bend: SignalBend;
  /** The variance of the first weights, times the inputs of a neuron. */
  readonly gain: number;
  readonly depth: number;
  readonly layering: Layering;
}

const identity = {at: (z: number): number => z, slope: (): number => 1};
export const curveOf = (
  bend: SignalBend
): {readonly at: (z: number) => number; readonly slope: (z: number) => number} =>
  bend === "none" ? identity : bends[bend];

const [SPAN, CELLS] = [8, 1600];
const ONE_BY_ROOT_2PI = 0.3989422804014327;

/** E[f(z)] for a normal z around 0 with this variance, by the middles of 1,600 cells. */
function meanOver(f: (z: number) => number, variance: number): number {
  const [deviation, step] = [Math.sqrt(variance), (2 * SPAN) / CELLS];
  let sum = 0;
  for (let i = 0; i < CELLS; i++) {
    const u = -SPAN + (i + 0.5) * step;
    sum += f(deviation * u) * exp(-0.5 * u * u);
  }
  return sum * step * ONE_BY_ROOT_2PI;
}

const squared =
  (f: (z: number) => number) =>
  (z: number): number =>
    f(z) * f(z);

/** E[φ(z)²] of a sum with this variance. */
export const passedOn = (bend: SignalBend, variance: number): number => meanOver(squared(curveOf(bend).at), variance);

/** E[φ′(z)²] of a sum with this variance: what of a gradient's mean square comes back through the bend. */
export const passedBack = (bend: SignalBend, variance: number): number =>
  meanOver(squared(curveOf(bend).slope), variance);

/** The mean square of the signal after 0, 1, …, depth layers, from that of the input. */
export function forwardSquares({bend, gain, depth, layering}: SignalShape, input: number): readonly number[] {
  const all = [input];
  for (let layer = 0; layer < depth; layer++) {
    const q = all[layer]!;
    if (layering === "plain") all.push(passedOn(bend, gain * q));
    else if (layering === "norm") all.push(passedOn(bend, 1));
    else all.push(q + gain * passedOn(bend, q));
  }
  return all;
}

/**
 * The mean square of the gradient by the signal after 0, 1, …, depth layers, from that at the last, where all layers are
 * equally wide.
 */
export function backwardSquares(shape: SignalShape, forward: readonly number[], last: number): readonly number[] {
  const {bend, gain, depth, layering} = shape;
  const all = [last];
  for (let layer = depth - 1; layer >= 0; layer--) {
    const [q, above] = [forward[layer]!, all[0]!];
    if (layering === "plain") all.unshift(above * gain * passedBack(bend, gain * q));
    // a norm divides by the deviation √(gain q) of its sums, so that the gain drops out
    else if (layering === "norm") all.unshift((above * passedBack(bend, 1)) / q);
    else all.unshift(above * (1 + gain * passedBack(bend, q)));
  }
  return all;
}
