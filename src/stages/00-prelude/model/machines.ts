import {exp} from "/lib/index.js";

export type MachineName = "double" | "add 3" | "square" | "logistic";

/** Functions as machines that can stand one behind the other. */
export const machines: Readonly<Record<MachineName, {readonly of: (x: number) => number; readonly code: string}>> = {
  double: {of: (x) => 2 * x, code: "2 * x"},
  "add 3": {of: (x) => x + 3, code: "x + 3"},
  square: {of: (x) => x * x, code: "x * x"},
  logistic: {of: (x) => 1 / (1 + exp(-x)), code: "1 / (1 + Math.exp(-x))"}
};
