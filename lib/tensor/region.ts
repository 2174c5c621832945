import {whole} from "../core/check.js";
import {LibraryError} from "../core/errors.js";
import {isTensor, sizeOf, type Dtype, type Tensor} from "../core/tensorData.js";
import {eachLeaf, replaceLeaves} from "../core/tree.js";
import {engine} from "../kernels/wasm.js";
import {needsRegion} from "./backend.js";
import {givenFunction} from "./given.js";
import {
  allocate,
  bytesIn,
  enter,
  heapTensor,
  isRegionTensor,
  kindOf,
  leave,
  merge,
  tensorAt,
  TRACKED,
  viewAt,
  type Region,
  type RegionTensor
} from "./storage.js";

/** The tensors of a result that lie in a region and would die with it, in the order of their addresses. */
function dying(result: unknown, region: Region): readonly RegionTensor[] {
  const list = new Set<RegionTensor>();
  eachLeaf((leaf) => {
    if (isTensor(leaf) && isRegionTensor(leaf) && leaf.region === region) list.add(leaf);
  }, result);
  return [...list].sort((a, b) => a.pointer - b.pointer);
}

const holdsTracked = (result: unknown): boolean => {
  let found = false;
  eachLeaf((leaf) => void (found ||= isTensor(leaf) && kindOf(leaf) === TRACKED), result);
  return found;
};

/** Copies of tensors on the JavaScript heap: each has an array of its own, so that sending one sends no other. */
const toHeap = (tensors: readonly RegionTensor[]): ReadonlyMap<unknown, Tensor> =>
  new Map(
    tensors.map((tensor) => {
      const {pointer, shape, dtype} = tensor;
      return [tensor, heapTensor(viewAt(pointer, dtype, sizeOf(shape)).slice(), shape, dtype)];
    })
  );

/**
 * Moves tensors down to where a region began, which has just ended: one after another, in the order of their addresses,
 * so that none is overwritten before it has moved.
 */
function moveDown(tensors: readonly RegionTensor[]): ReadonlyMap<unknown, Tensor> {
  const moved = tensors.map((tensor): readonly [unknown, Tensor] => {
    const bytes = bytesIn(tensor);
    const to = allocate(bytes);
    if (to !== tensor.pointer)
      new Uint8Array(engine().memory.buffer).copyWithin(to, tensor.pointer, tensor.pointer + bytes);
    return [tensor, tensorAt(to, tensor.shape, tensor.dtype)];
  });
  return new Map(moved);
}

/** The result with the tensors that were copied in place of their originals. */
const replaced = <T>(result: T, copies: ReadonlyMap<unknown, Tensor>): T =>
  copies.size === 0 ? result : replaceLeaves((leaf) => copies.get(leaf) ?? leaf, result);

/** Ends a region; what its result needs survives. */
function close<T>(here: Region, result: T): T {
  if (holdsTracked(result) && here.outer !== undefined) {
    merge(here); // a derivative is still to be taken through what was computed here
    return result;
  }
  const survivors = dying(result, here);
  if (here.outer !== undefined) {
    leave(here);
    return replaced(result, moveDown(survivors));
  }
  const copies = toHeap(survivors);
  leave(here);
  return replaced(result, copies);
}

/**
 * What f returns, with every intermediate result of f gone: f works in a stretch of WASM memory that is free again when
 * it ends. The tensors in the tree that f returns survive: they are carried out, to the JavaScript heap or, inside
 * another region, to that one's memory. A tensor that f keeps in any other way is dead, and says so when touched.
 *
 * Regions change where numbers lie and for how long, never what they are.
 *
 * @throws DeadTensorError, later, by a tensor that left in another way; LibraryError if f is asynchronous.
 */
export function region<T>(f: () => T): T {
  givenFunction("region", "f", f);
  const here = enter();
  try {
    return close(here, synchronous("region", f()));
  } catch (error) {
    leave(here);
    throw error;
  }
}

/** f, in a region of its own where work on that kind of number needs one and there is none. */
export const computed = <T>(dtype: Dtype, f: () => T): T => (needsRegion(dtype) ? region(f) : f());

/** f, run in a region each time that it is called. */
export const inRegion =
  <A extends readonly unknown[], R>(f: (...args: A) => R): ((...args: A) => R) =>
  (...args) => {
    givenFunction("inRegion", "f", f);
    return region(() => f(...args));
  };

/**
 * The state after `steps` steps: `step(state, i)` for i = from, from + 1, … Each step works in a region of its own, and
 * the states between stay in WASM memory, where the next step finds them: only the last is carried out.
 *
 * Equal to a loop, bit for bit, and faster, since nobody looks at the states between.
 */
export function iterate<S>(step: (state: S, i: number) => S, state: S, steps: number, from = 0): S {
  givenFunction("iterate", "step", step);
  whole("iterate.steps", steps);
  whole("iterate.from", from);
  let here = enter(); // its memory begins with the state
  try {
    let now = state;
    for (let i = from; i < from + steps; i++) {
      const next = synchronous("iterate", step(now, i));
      if (holdsTracked(next)) {
        now = next; // it is being differentiated: all states are still needed
        continue;
      }
      const survivors = dying(next, here);
      leave(here);
      here = enter();
      now = replaced(next, moveDown(survivors));
    }
    return close(here, now);
  } catch (error) {
    leave(here);
    throw error;
  }
}

/** A result that is there already. @throws LibraryError for a promise of one. */
export function synchronous<T>(where: string, result: T): T {
  if (typeof (result as PromiseLike<unknown> | null | undefined)?.then !== "function") return result;
  throw new LibraryError(
    where,
    "a computation that ends before it returns",
    [{name: "result", value: "a promise"}],
    "make the function one that is not async, and await what it needs before it is called"
  );
}
