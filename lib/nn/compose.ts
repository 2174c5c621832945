import {split} from "../core/random/key.js";
import type {Module} from "./module.js";

/** One module after another; its parameters are the pair of theirs, from keys of their own. */
export const compose = <P, Q, A, B, C>(f: Module<P, A, B>, g: Module<Q, B, C>): Module<readonly [P, Q], A, C> => ({
  init: (key) => {
    const [first, second] = split(key) as [typeof key, typeof key]; // two, where no count is named
    return [f.init(first), g.init(second)];
  },
  apply: ([p, q], input) => g.apply(q, f.apply(p, input))
});
