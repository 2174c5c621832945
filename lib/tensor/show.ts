import {shapeText, sizeOf, type Tensor} from "../core/tensorData.js";
import {given} from "./given.js";
import {stridesOf} from "./shape.js";

const EDGE = 3; // entries shown at each end of a long axis
const FULL = 60; // numbers up to which nothing is left out

const digits = (x: number): string =>
  Number.isInteger(x) && Math.abs(x) < 1e6
    ? String(Object.is(x, -0) ? "-0" : x)
    : Number.isFinite(x) && x !== 0 && (Math.abs(x) < 1e-3 || Math.abs(x) >= 1e6)
      ? x.toExponential(3)
      : String(Number(x.toFixed(4)));

/** Positions along an axis to show, with −1 where some are left out. */
function positions(extent: number, all: boolean): readonly number[] {
  if (all || extent <= 2 * EDGE + 1) return Array.from({length: extent}, (_, i) => i);
  const ends = Array.from({length: EDGE}, (_, i) => i);
  return [...ends, -1, ...ends.map((i) => extent - EDGE + i)];
}

/** A tensor as a person reads it: shape, kind, and the numbers in nested brackets, long axes cut in the middle. */
export function show(tensor: Tensor): string {
  const {shape, dtype, data} = given("show", "tensor", tensor);
  const strides = stridesOf(shape);
  const all = sizeOf(shape) <= FULL;
  const number = dtype === "bool" ? (x: number) => String(x !== 0) : digits;
  const cells: string[] = [];
  const visit = (axis: number, offset: number): void => {
    if (axis === shape.length) return void cells.push(number(data[offset]!));
    for (const i of positions(shape[axis]!, all)) if (i >= 0) visit(axis + 1, offset + i * strides[axis]!);
  };
  visit(0, 0);
  const width = Math.max(0, ...cells.map((cell) => cell.length));
  let next = 0;
  const render = (axis: number, indent: string): string => {
    if (axis === shape.length) return cells[next++]!.padStart(shape.length === 0 ? 0 : width);
    const last = axis === shape.length - 1;
    const parts = positions(shape[axis]!, all).map((i) => (i < 0 ? "…" : render(axis + 1, `${indent} `)));
    return `[${parts.join(last ? ", " : `,\n${indent} `)}]`;
  };
  const text = sizeOf(shape) === 0 ? "(no numbers)" : render(0, "");
  return `${dtype} ${shapeText(shape)}${shape.length > 1 ? "\n" : " "}${text}`;
}
