import {engineMode, exchangeParts} from "./engineMode.js";
import {compileFast} from "./fastKernels.js";
import {decoded, loadEngine} from "./wasm.js";

// a module of one function, whose one instruction beside constants is f32x4.relaxed_madd
const HEAD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 19, 1, 17, 0];
const FOUR_ZEROS = [65, 0, 253, 15];
const probe = Uint8Array.of(...HEAD, ...FOUR_ZEROS, ...FOUR_ZEROS, ...FOUR_ZEROS, 253, 133, 2, 11);

/** Whether `openFast` can open anything here: whether the engine knows the instructions of relaxed SIMD. */
export const canBeFast = (): boolean => typeof WebAssembly === "object" && WebAssembly.validate(probe);

let calls = 0;

/**
 * Has products of float32 tensors (`matmul`, `linear`, attention, and what they do on their way back) computed with
 * multiplication and addition fused, from here on: a·b + c rounded once in place of twice. That is faster where the
 * processor has as many units that fuse as units that multiply, and no less exact.
 *
 * **Not the same bits everywhere.** Whether it fuses is the browser's and the processor's choice, so that results, and all
 * that is trained with them, differ in their last bits from what is computed without it, and may from one machine to
 * another. So nobody has it who did not ask: say so beside a result (`engineMode` tells), and prove nothing by its bits.
 * On one machine results are repeated, with any number of threads.
 *
 * Resolves to whether it is open: to false, with nothing changed, where the engine has no relaxed SIMD (such as Node 20,
 * and Safari) or the module cannot be loaded. The module, of 13 kB, is loaded when this is first called. Each realm (page
 * or worker) has its own mode, with threads or without.
 */
export async function openFast(): Promise<boolean> {
  const call = calls;
  if (!canBeFast() || engineMode().fast) return engineMode().fast;
  try {
    const {bytes} = await import("./fastBytes.js");
    const [module] = await Promise.all([compileFast(decoded(bytes)), loadEngine()]);
    if (call === calls) exchangeParts({fast: module}); // else somebody has closed it meanwhile
  } catch {
    return engineMode().fast; // the engine cannot after all, or the module is not to be had
  }
  return engineMode().fast;
}

/** Has products computed as they always are, rounded twice and equal everywhere, from here on. */
export function closeFast(): void {
  calls++;
  if (engineMode().fast) exchangeParts({fast: undefined});
}
