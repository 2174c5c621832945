import type {Module} from "./module.js";

/** A function as a module: its parameters are none, an empty list. */
export const parameterless = <A, B>(f: (input: A) => B): Module<readonly [], A, B> => ({
  init: () => [],
  apply: (_, input) => f(input)
});
