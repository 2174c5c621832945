import {checkScalar} from "../../autodiff/grad.js";
import {add, mul} from "../../autodiff/ops/binary.js";
import {real, whole} from "../../core/check.js";
import {checkFields} from "../../core/checkFields.js";
import type {Tensor} from "../../core/tensorData.js";
import {mapTensors} from "../../optim/mapTensors.js";
import {givenFunction} from "../../tensor/given.js";
import {item} from "../../tensor/make.js";
import {inRegion} from "../../tensor/region.js";

/** Points of a plane at equal distances, in rows from `y`'s first number on. */
export interface SurfaceGrid {
  /** How far along the first direction. */
  readonly x: readonly [from: number, to: number];
  /** How far along the second. */
  readonly y: readonly [from: number, to: number];
  readonly columns: number;
  readonly rows: number;
}

function checkGrid({x, y, columns, rows}: SurfaceGrid): void {
  const where = "lossSurface.grid";
  for (const [name, ends] of [["x", x] as const, ["y", y] as const])
    for (const end of [0, 1]) real(`${where}.${name}.${end}`, (ends as readonly number[] | undefined)?.[end]);
  whole(`${where}.columns`, columns, {least: 1});
  whole(`${where}.rows`, rows, {least: 1});
}

/** The i-th of n places between two, their middle of one. */
const place = ([from, to]: readonly [number, number], i: number, n: number): number =>
  n === 1 ? (from + to) / 2 : from + ((to - from) * i) / (n - 1);

/**
 * A loss around parameters, in the plane of two directions: at each point of a grid, that of params + x · first + y · second.
 * Where both are 0, it is the loss of the parameters, to the bit.
 *
 * @returns [rows, columns] of losses, row by row. Those that are not finite stay so.
 * @throws ConfigError for a grid that is none; ShapeError or DtypeError where a direction is not like the parameters.
 */
export function lossSurface<P extends object>(
  loss: (params: P) => Tensor,
  params: P,
  directions: readonly [first: P, second: P],
  grid: SurfaceGrid
): Float64Array {
  const where = "lossSurface";
  givenFunction(where, "loss", loss);
  checkFields(`${where}.grid`, grid, ["x", "y", "columns", "rows"]);
  checkGrid(grid);
  const {x, y, columns, rows} = grid;
  const [first, second] = [["first", directions[0]] as const, ["second", directions[1]] as const];
  const at = inRegion((s: number, t: number): number => {
    const moved = (p: Tensor, a: Tensor, b: Tensor): Tensor => add(p, add(mul(a, s), mul(b, t)));
    return item(checkScalar(where, loss(mapTensors(where, moved, ["params", params], first, second))));
  });
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      values[row * columns + column] = at(place(x, column, columns), place(y, row, rows));
  return values;
}
