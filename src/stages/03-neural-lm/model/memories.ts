/** How long slopes last behind a gate, and at the memory of a tanh unit. */
import {exp, log} from "/lib/index.js";

/** What a gate with this bias keeps: σ. */
export const gateOf = (bias: number): number => 1 / (1 + exp(-bias));

/** The slope of a step of h ← tanh(w h) at the memory h = tanh a, where w = a / tanh a: 2a / sinh 2a. */
export const tanhSlope = (a: number): number => (4 * a) / (exp(2 * a) - exp(-2 * a));

/** Steps after which half is left, if each leaves this share. */
export const halfLife = (share: number): number => log(0.5) / log(share);
