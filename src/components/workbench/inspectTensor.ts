import type {Inspected} from "./look.js";

const BINS = 40;
const MOST = 48;

interface Block {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** A tensor in numbers that can be drawn: its moments, a histogram, and the tensor as a matrix of at most 48 by 48 blocks. */
export function inspectTensor(name: string, {shape, data}: Block): Inspected {
  let [sum, least, most, zeros, broken] = [0, Infinity, -Infinity, 0, 0];
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (!Number.isFinite(x)) {
      broken++;
      continue;
    }
    sum += x;
    least = Math.min(least, x);
    most = Math.max(most, x);
    if (x === 0) zeros++;
  }
  const finite = data.length - broken;
  const mean = sum / finite;
  let squares = 0;
  const bins = new Array<number>(BINS).fill(0);
  const scale = most > least ? BINS / (most - least) : 0;
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (!Number.isFinite(x)) continue;
    squares += (x - mean) * (x - mean);
    const bin = Math.min(BINS - 1, Math.floor((x - least) * scale));
    bins[bin] = bins[bin]! + 1;
  }
  const deviation = Math.sqrt(squares / finite);
  const zeroShare = zeros / data.length;
  return {name, shape, mean, deviation, least, most, zeros: zeroShare, broken, bins, blocks: blocksOf(shape, data)};
}

/** Means over blocks of a tensor whose last axis is the columns, and all others the rows. */
function blocksOf(shape: readonly number[], data: ArrayLike<number>): readonly (readonly number[])[] {
  const columns = shape.at(-1) ?? 1;
  const rows = columns === 0 ? 0 : data.length / columns;
  const [high, wide] = [Math.min(rows, MOST), Math.min(columns, MOST)];
  const from = (i: number, parts: number, of: number): number => Math.floor((i * of) / parts);
  return Array.from({length: high}, (_, i) =>
    Array.from({length: wide}, (_, j) => {
      let [sum, count] = [0, 0];
      for (let row = from(i, high, rows); row < from(i + 1, high, rows); row++)
        for (let column = from(j, wide, columns); column < from(j + 1, wide, columns); column++, count++)
          sum += data[row * columns + column]!;
      return sum / count;
    })
  );
}
