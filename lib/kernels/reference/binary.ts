import {pow} from "../../core/math/pow.js";
import {binaryOps, comparisons, type BinaryOp, type Comparison} from "../kernels.js";
import type {Numbers, Writable} from "./numbers.js";
import {positions} from "./positions.js";

function combined(op: BinaryOp, a: number, b: number): number {
  switch (op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "maximum":
      return Math.max(a, b);
    case "minimum":
      return Math.min(a, b);
    case "pow":
      return pow(a, b);
  }
}

function holds(op: Comparison, a: number, b: number): boolean {
  switch (op) {
    case "equal":
      return a === b;
    case "notEqual":
      return a !== b;
    case "less":
      return a < b;
    case "lessEqual":
      return a <= b;
    case "greater":
      return a > b;
    case "greaterEqual":
      return a >= b;
  }
}

/** y = a op b, number by number; `op` is a position in `binaryOps`. */
export function binary(op: number, n: number, a: Numbers, b: Numbers, y: Writable): void {
  const name = binaryOps[op]!;
  for (let i = 0; i < n; i++) y[i] = combined(name, a[i]!, b[i]!);
}

/** y = a op b with broadcasting: an operand repeats along the axes where its stride is 0. */
export function binaryBroadcast(
  op: number,
  rank: number,
  dims: Numbers,
  strides: Numbers,
  a: Numbers,
  b: Numbers,
  y: Writable
): void {
  const name = binaryOps[op]!;
  const atA = positions(rank, dims, strides, 0, 0);
  const atB = positions(rank, dims, strides, rank, 0);
  for (let i = 0; i < atA.length; i++) y[i] = combined(name, a[atA[i]!]!, b[atB[i]!]!);
}

/** y = 1 where a op b holds, else 0; `op` is a position in `comparisons`. */
export function compare(op: number, n: number, a: Numbers, b: Numbers, y: Writable): void {
  const name = comparisons[op]!;
  for (let i = 0; i < n; i++) y[i] = holds(name, a[i]!, b[i]!) ? 1 : 0;
}

/** y = a where the mask is 1, else b. */
export function where(n: number, mask: Numbers, a: Numbers, b: Numbers, y: Writable): void {
  for (let i = 0; i < n; i++) y[i] = mask[i] !== 0 ? a[i]! : b[i]!;
}
