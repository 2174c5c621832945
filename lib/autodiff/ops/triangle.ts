import {whole} from "../../core/check.js";
import {ShapeError} from "../../core/errors.js";
import type {Tensor} from "../../core/tensorData.js";
import {given} from "../../tensor/given.js";
import {checkedShape, foundShape} from "../../tensor/shape.js";
import {heapTensor} from "../../tensor/storage.js";
import {where} from "./where.js";

/** A mask [rows, columns]: true where column − row ≤ `diagonal`. */
export function lowerTriangle(rows: number, columns: number, diagonal = 0): Tensor {
  const shape = checkedShape(
    [whole("lowerTriangle.rows", rows), whole("lowerTriangle.columns", columns)],
    "lowerTriangle"
  );
  whole("lowerTriangle.diagonal", diagonal, {});
  const mask = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) mask[i * columns + j] = j - i <= diagonal ? 1 : 0;
  return heapTensor(mask, shape, "bool");
}

function triangle(where: string, x: Tensor, diagonal: number): Tensor {
  given(where, "x", x);
  whole(`${where}.diagonal`, diagonal, {});
  if (x.shape.length < 2) throw new ShapeError(where, "matrices in the last two axes", [foundShape("x", x)]);
  return lowerTriangle(x.shape.at(-2)!, x.shape.at(-1)!, where === "triu" ? diagonal - 1 : diagonal);
}

/** The lower triangles of the last two axes, up to the given diagonal; zeros above. */
export const tril = (x: Tensor, diagonal = 0): Tensor => where(triangle("tril", x, diagonal), x, 0);

/** The upper triangles of the last two axes, from the given diagonal on; zeros below. */
export const triu = (x: Tensor, diagonal = 0): Tensor => where(triangle("triu", x, diagonal), 0, x);
