import {DeadTensorError} from "../core/errors.js";
import {
  shapeText,
  sizeOf,
  TENSOR,
  type Dtype,
  type Numbers,
  type Tensor,
  type TensorArray
} from "../core/tensorData.js";
import {engine} from "../kernels/wasm.js";
import {show} from "./show.js";
import {encoded, type TensorJson} from "./tensorToJson.js";

/**
 * A stretch of WASM memory that a computation works in. Everything that it allocates lies above `base`, one thing after
 * another, and is gone when it ends.
 */
export interface Region {
  alive: boolean;
  /** Where its memory begins, or −1 while it has allocated nothing. */
  base: number;
  readonly outer: Region | undefined;
  /** Where arrays of the JavaScript heap were copied to. */
  readonly copies: Map<Numbers, number>;
  /** What was copied out of it. */
  readonly seen: Map<RegionTensor, Numbers>;
}

/** A tensor whose numbers lie in a region. */
export interface RegionTensor extends Tensor {
  readonly pointer: number;
  readonly region: Region;
}

// which of the three a tensor is; on prototypes, so that a tensor's own fields are only what it is
const HEAP = 0;
const REGION = 1;
export const TRACKED = 2;
interface Kinded {
  readonly kind?: number;
}
export const kindOf = (tensor: Tensor): number => (tensor as Kinded).kind ?? HEAP;

function toText(this: Tensor): string {
  return show(this);
}
function toJSON(this: Tensor): TensorJson {
  return encoded(this);
}
/** What every tensor of this library can do: be printed, and be written as JSON. */
export const tensorMethods = {[TENSOR]: true, toString: toText, toJSON};
const heapPrototype = {kind: HEAP, ...tensorMethods};
const regionPrototype = {
  kind: REGION,
  ...tensorMethods,
  get data(): Numbers {
    return copyOut(this as unknown as RegionTensor);
  }
};

const arrays = {float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Uint8Array};
const widths: Readonly<Record<Dtype, number>> = {float32: 4, float64: 8, int32: 4, bool: 1};

/** An array of zeros for a tensor's numbers. */
export const arrayOf = (dtype: Dtype, size: number): TensorArray => new arrays[dtype](size);

/** A tensor on the JavaScript heap. It owns `data` from here on: whoever made the array forgets it. */
export const heapTensor = (data: Numbers, shape: readonly number[], dtype: Dtype): Tensor =>
  ({__proto__: heapPrototype, shape, dtype, data}) as unknown as Tensor; // the literal's prototype is no field

const regionTensor = (pointer: number, region: Region, shape: readonly number[], dtype: Dtype): RegionTensor =>
  ({__proto__: regionPrototype, shape, dtype, pointer, region}) as unknown as RegionTensor;

// like the call stack, it is empty whenever nothing runs: no computation can see what an earlier one left
let current: Region | undefined;

export const currentRegion = (): Region | undefined => current;

/** Enters a region inside the current one. */
export const enter = (): Region =>
  (current = {alive: true, base: -1, outer: current, copies: new Map(), seen: new Map()});

/** Leaves a region: its memory is free again, and what lies there is dead. */
export function leave(region: Region): void {
  if (!region.alive || merged.has(region)) return; // it has been left already
  region.alive = false;
  region.copies.clear();
  region.seen.clear();
  if (region.base >= 0) engine().release(region.base);
  current = region.outer;
}

/** Ends a region whose memory must live on: it becomes part of the one around it. */
export function merge(region: Region): void {
  const {outer} = region;
  if (outer === undefined) throw new Error("only a region inside another can become part of it");
  for (const [array, pointer] of region.copies) outer.copies.set(array, pointer);
  merged.set(region, outer);
  current = outer;
}

const merged = new WeakMap<Region, Region>();

function alive(region: Region): boolean {
  const into = region.alive ? merged.get(region) : undefined;
  return into === undefined ? region.alive : alive(into);
}

/** Bytes in the current region, 16-byte aligned and padded. @throws LibraryError when there is no room. */
export function allocate(bytes: number): number {
  for (let region = current; region !== undefined && region.base < 0; region = region.outer)
    region.base = engine().mark();
  return engine().alloc(bytes);
}

/** Room for a tensor's numbers in the current region. */
export const allocateFor = (dtype: Dtype, size: number): number => allocate(size * widths[dtype]);

/** A tensor of numbers that lie in the current region. */
export const tensorAt = (pointer: number, shape: readonly number[], dtype: Dtype): Tensor =>
  regionTensor(pointer, current!, shape, dtype);

/** A view of numbers in WASM memory: to be used at once, since growing the memory detaches it. */
export const viewAt = (pointer: number, dtype: Dtype, size: number): TensorArray =>
  new arrays[dtype](engine().memory.buffer, pointer, size);

export const isRegionTensor = (tensor: Tensor): tensor is RegionTensor => kindOf(tensor) === REGION;

/** Where a region tensor's numbers lie. @throws DeadTensorError if its region has ended. */
function addressOf({pointer, region, shape, dtype}: RegionTensor): number {
  if (!region.alive || !alive(region))
    throw new DeadTensorError(
      "tensor",
      "the region that it was computed in has ended",
      [{name: "tensor", value: `${dtype} ${shapeText(shape)}`}],
      "return it from the function that runs in the region: results are carried out"
    );
  return pointer;
}

/** The numbers of a tensor in a region, copied when they are first looked at: a loop over `x.data[i]` costs one copy. */
function copyOut(tensor: RegionTensor): Numbers {
  const pointer = addressOf(tensor);
  const {seen} = tensor.region;
  const known = seen.get(tensor);
  if (known !== undefined) return known;
  const numbers = viewAt(pointer, tensor.dtype, sizeOf(tensor.shape)).slice();
  seen.set(tensor, numbers);
  return numbers;
}

/** The address of an array's numbers: of a copy in the current region or of one that stays, made once. */
export function copyIn(array: TensorArray, dtype: Dtype): number {
  for (let region = current; region !== undefined; region = region.outer) {
    const pointer = region.copies.get(array);
    if (pointer !== undefined) return pointer;
  }
  const staying = resident?.memory === engine().memory ? resident.copies.get(array) : undefined;
  if (staying !== undefined) return staying;
  const pointer = allocateFor(dtype, array.length);
  viewAt(pointer, dtype, array.length).set(array);
  current!.copies.set(array, pointer);
  return pointer;
}

/** The address of a tensor's numbers, in the current region or one around it. */
export const pointerTo = (tensor: Tensor): number =>
  isRegionTensor(tensor) ? addressOf(tensor) : copyIn(tensor.data as unknown as TensorArray, tensor.dtype);

/** Numbers at the bottom of WASM memory, below all regions: copies that a region finds, and does not free. */
interface Resident {
  readonly memory: object;
  readonly base: number;
  readonly owners: readonly WeakRef<object>[];
  readonly copies: WeakMap<Numbers, number>;
}

/** Owners whose numbers stay, such as a model and the one that drafts for it. */
const OWNERS = 2;
const MOST_RESIDENT = 268_435_456; // bytes of one, a sixteenth of what there can be

// a memory of copies and no more: whoever finds none makes one
let resident: Resident | undefined;

/**
 * Keeps float32 tensors, such as the parameters of a model that writes, in WASM memory from one computation to the next. They
 * give way to those of the second owner after theirs. Inside a region it does nothing, for there the memory's bottom is not
 * free; nor for more than 256 MiB.
 */
export function keepIn<T extends object>(owner: T, tensorsOf: (owner: T) => readonly Tensor[]): void {
  if (current !== undefined) return;
  const {memory, mark, release, alloc} = engine();
  const now = resident?.memory === memory ? resident : undefined;
  if (now?.owners.some((one) => one.deref() === owner)) return;
  const tensors = tensorsOf(owner).filter((tensor) => tensor.dtype === "float32" && kindOf(tensor) === HEAP);
  const bytes = tensors.reduce((sum, tensor) => sum + bytesIn(tensor), 0);
  if (bytes === 0 || bytes > MOST_RESIDENT) return;
  const room = now !== undefined && now.owners.length < OWNERS;
  if (now !== undefined && !room) release(now.base);
  const {base, owners, copies} = room ? now : {base: mark(), owners: [], copies: new WeakMap<Numbers, number>()};
  resident = undefined;
  try {
    for (const tensor of tensors) {
      const numbers = tensor.data as unknown as TensorArray;
      if (copies.has(numbers)) continue;
      const pointer = alloc(bytesIn(tensor));
      viewAt(pointer, tensor.dtype, numbers.length).set(numbers);
      copies.set(numbers, pointer);
    }
    resident = {memory, base, owners: [...owners, new WeakRef<object>(owner)], copies};
  } catch {
    release(base); // no room: regions copy what they need
  }
}

/** Copies float32 tensors into the current region, if there is one, for all that will use them there. */
export function bringIn(tensors: readonly Tensor[]): void {
  if (current === undefined) return;
  for (const tensor of tensors) if (tensor.dtype === "float32" && kindOf(tensor) === HEAP) pointerTo(tensor);
}

/** Bytes of a tensor's numbers. */
export const bytesIn = ({shape, dtype}: Tensor): number => sizeOf(shape) * widths[dtype];

/** The same numbers, where they are, with other extents. */
export const reshaped = (tensor: Tensor, shape: readonly number[]): Tensor =>
  isRegionTensor(tensor)
    ? regionTensor(addressOf(tensor), tensor.region, shape, tensor.dtype)
    : heapTensor(tensor.data, shape, tensor.dtype);
