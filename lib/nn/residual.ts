import {add} from "../autodiff/ops/binary.js";
import type {Module} from "./module.js";

/** x + f(x): what a module changes, beside what comes in, so that gradients have a way past it (He et al. 2016, eq. 1). */
export const residual = <P>({init, apply}: Module<P>): Module<P> => ({
  init,
  apply: (params, x) => add(x, apply(params, x))
});
