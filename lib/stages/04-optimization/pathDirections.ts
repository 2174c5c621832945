import {tensorsAlike} from "../../autodiff/tensorsAlike.js";
import {withTensors} from "../../autodiff/variables.js";
import {ConfigError, found} from "../../core/errors.js";
import type {Tensor} from "../../core/tensorData.js";
import {tensorLeaves} from "../../optim/tensorLeaves.js";
import {listOf} from "../../tensor/given.js";
import {tensor} from "../../tensor/make.js";
import {symmetricEigen} from "./symmetricEigen.js";

/** The plane that a path keeps closest to. */
export interface PathDirections<P> {
  /** Trees like the path's, of length 1 and at right angles; the one along which the path varies more comes first. */
  readonly directions: readonly [P, P];
  /** The share of the path's variance that each direction has. */
  readonly explained: readonly [number, number];
  /** The path in the plane, seen from its last point, which is at 0, 0. */
  readonly coordinates: readonly (readonly [number, number])[];
}

/** All numbers of some tensors, one after the other. */
function flat(tensors: readonly Tensor[]): Float64Array {
  const all = new Float64Array(tensors.reduce((size, {data}) => size + data.length, 0));
  let next = 0;
  for (const {data} of tensors) {
    for (let i = 0; i < data.length; i++) all[next + i] = data[i]!;
    next += data.length;
  }
  return all;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

function unit(a: Float64Array): Float64Array {
  const length = Math.sqrt(dot(a, a));
  return a.map((x) => x / length);
}

/** What of a is at right angles to a unit vector. */
function without(a: Float64Array, direction: Float64Array): Float64Array {
  const share = dot(a, direction);
  return a.map((x, i) => x - share * direction[i]!);
}

/** Numbers as a tree like another. */
function unflattened<P extends object>(tree: P, tensors: readonly Tensor[], numbers: Float64Array): P {
  let next = 0;
  const parts = tensors.map(({data, shape, dtype}) => {
    const part = tensor(numbers.slice(next, next + data.length), {shape, dtype});
    next += data.length;
    return part;
  });
  return withTensors(tree, parts);
}

const SMALLEST = 1e-14; // a share of variance that is rounding

/**
 * The two directions in which a path of parameters varies most: its principal components, from the products of its points
 * with each other, so that what it costs grows with the number of parameters only in proportion (Li et al. 2018, Visualizing the Loss
 * Landscape of Neural Nets, arXiv 1712.09913, section 7.2).
 *
 * @param path - three or more trees of tensors of one structure, such as the parameters of every hundredth step.
 * @throws ConfigError for a path of fewer than three points, or one on a line; ShapeError or DtypeError where trees differ.
 */
export function pathDirections<P extends object>(path: readonly P[]): PathDirections<P> {
  const where = "pathDirections";
  const points = listOf(where, path);
  if (points.length < 3)
    throw new ConfigError(`${where}.path`, "a path has at least three points", [found("points", points.length)]);
  const [first] = points as readonly [P];
  const tensors = tensorLeaves(where, "path.0", first);
  const rows = points.map((tree, i) => flat(tensorsAlike(where, ["path.0", first], [`path.${i}`, tree])));
  const mean = rows[0]!.map((_, j) => rows.reduce((total, row) => total + row[j]!, 0) / rows.length);
  const centered = rows.map((row) => row.map((x, j) => x - mean[j]!));
  const {values, vectors} = symmetricEigen(centered.map((a) => centered.map((b) => dot(a, b))));
  const total = values.reduce((sum, x) => sum + Math.max(0, x), 0);
  if (!(values[1]! > SMALLEST * total))
    throw new ConfigError(
      `${where}.path`,
      "a path moves in two directions",
      [found("variances", values.slice(0, 2))],
      "take more of its points, or look along the line that it is"
    );
  const along = (k: number): Float64Array =>
    mean.map((_, j) => centered.reduce((sum, row, i) => sum + row[j]! * vectors[k]![i]!, 0));
  const a = unit(along(0));
  const b = unit(without(along(1), a)); // rounding of a much longer first is taken out of the second
  const last = rows.at(-1)!;
  return {
    directions: [unflattened(first, tensors, a), unflattened(first, tensors, b)],
    explained: [values[0]! / total, values[1]! / total],
    coordinates: rows.map((row) => {
      const moved = row.map((x, j) => x - last[j]!);
      return [dot(moved, a), dot(moved, b)] as const;
    })
  };
}
