import {FormatError, found} from "../core/errors.js";
import {isTensor, type Tensor} from "../core/tensorData.js";
import {mapTree} from "../core/tree.js";
import {tensor} from "../tensor/make.js";
import {loadCheckpoint, saveCheckpoint} from "./checkpoint.js";

/** A matrix, each of whose columns is whole numbers from −127 to 127 times a scale of its own. */
interface Int8Matrix {
  readonly shape: string;
  readonly levels: Int8Array;
  readonly scales: Float32Array;
}

/** What each column's largest number becomes. */
const MOST = 127;

function rounded({shape, data}: Tensor): Int8Matrix {
  const columns = shape.at(-1)!;
  const largest = new Float64Array(columns);
  for (let i = 0; i < data.length; i++) largest[i % columns] = Math.max(largest[i % columns]!, Math.abs(data[i]!));
  const scales = Float32Array.from(largest, (x) => x / MOST);
  const level = (x: number, scale: number): number => (scale === 0 ? 0 : nearestEven(x / scale));
  return {
    shape: shape.join(","),
    levels: Int8Array.from(data, (x, i) => level(x, scales[i % columns]!)),
    scales
  };
}

/** The nearest whole number, of two equally near ones the even. */
function nearestEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  return Math.max(-MOST, Math.min(MOST, below + (up ? 1 : 0)));
}

function restored({shape, levels, scales}: Int8Matrix): Tensor {
  const columns = scales.length;
  return tensor(
    Float32Array.from(levels, (level, i) => level * scales[i % columns]!),
    {shape: shape.split(",").map(Number)}
  );
}

/**
 * Weights in a quarter of their size: of every tensor with two axes or more, the numbers of each column become one of 255
 * levels, up to the column's largest (absolute maximum, symmetric; Jacob et al. 2018). What has one axis stays as it is.
 *
 * The file is a checkpoint, and so a safetensors file.
 *
 * @param params - a tree of float32 tensors
 */
export const saveInt8 = (params: object): Uint8Array =>
  saveCheckpoint(
    mapTree((leaf: unknown) => (isTensor(leaf) && leaf.shape.length > 1 ? rounded(leaf) : leaf), params) as object
  );

const isInt8 = (value: unknown): value is Int8Matrix =>
  typeof value === "object" && value !== null && "levels" in value && value.levels instanceof Int8Array;

/**
 * The weights that were saved, each as its level times its column's scale, float32. Which type their tree has, only you know.
 *
 * @throws FormatError for a file that is no checkpoint, or has changed since it was saved.
 */
export function loadInt8(file: Uint8Array): unknown {
  const walk = (value: unknown): unknown => {
    if (isInt8(value)) return restored(value);
    if (isTensor(value)) return value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each)]));
    throw new FormatError("loadInt8", "the file has tensors alone", [found("value", value)]);
  };
  return walk(loadCheckpoint(file));
}
