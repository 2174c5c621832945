import type {Module} from "./module.js";

/** A module and then a function that has no parameters, such as tanh: its parameters are the module's. */
export const followedBy = <P, A, B, C>({init, apply}: Module<P, A, B>, f: (output: B) => C): Module<P, A, C> => ({
  init,
  apply: (params, input) => f(apply(params, input))
});
