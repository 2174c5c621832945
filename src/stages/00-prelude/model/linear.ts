/** A list of numbers. */
export type Vector = readonly number[];
/** A list of rows, all of one length. */
export type Matrix = readonly Vector[];

/** Number by number, multiplied and added. */
export const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** A matrix at work on a vector: each row’s dot product with it. */
export const apply = (matrix: Matrix, x: Vector): Vector => matrix.map((row) => dot(row, x));

/** Rows become columns. */
export const transpose = (matrix: Matrix): Matrix => matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));

/** The matrix that does what b does, and then what a does: each row of a with each column of b. */
export const multiply = (a: Matrix, b: Matrix): Matrix => a.map((row) => apply(transpose(b), row));

/** The length of an arrow, by Pythagoras. */
export const lengthOf = (a: Vector): number => Math.sqrt(dot(a, a));
