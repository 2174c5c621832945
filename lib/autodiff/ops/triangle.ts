import {ShapeError} from "../../core/errors.js";
import type {Tensor} from "../../core/tensor.js";
import {foundShape} from "../../tensor/shape.js";
import {heapTensor} from "../../tensor/storage.js";
import {where} from "./where.js";

/** A mask [rows, columns]: true where column − row ≤ `diagonal`. */
export function lowerTriangle(rows: number, columns: number, diagonal = 0): Tensor {
  const mask = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) mask[i * columns + j] = j - i <= diagonal ? 1 : 0;
  return heapTensor(mask, [rows, columns], "bool");
}

function extents(where: string, x: Tensor): readonly [number, number] {
  if (x.shape.length < 2) throw new ShapeError(where, "matrices in the last two axes", [foundShape("tensor", x)]);
  return [x.shape.at(-2)!, x.shape.at(-1)!];
}

/** The lower triangles of the last two axes, up to the given diagonal; zeros above. */
export const tril = (x: Tensor, diagonal = 0): Tensor => where(lowerTriangle(...extents("tril", x), diagonal), x, 0);

/** The upper triangles of the last two axes, from the given diagonal on; zeros below. */
export const triu = (x: Tensor, diagonal = 0): Tensor =>
  where(lowerTriangle(...extents("triu", x), diagonal - 1), 0, x);
