import {setFlagsFromString} from "node:v8";
import {canBeFast} from "../lib/kernels/fast.js";

/** Whether the engine has relaxed SIMD by itself, as Node has from 21 on. */
export const knowsRelaxedSimd = canBeFast();

/** Has Node 20, which knows the instructions and wants to be told so, compile them from here on, or refuse them again. */
export function allowRelaxedSimd(allowed: boolean): void {
  if (!knowsRelaxedSimd) setFlagsFromString(`--${allowed ? "" : "no-"}experimental-wasm-relaxed-simd`);
}
