import {isTensor, shapeText, sizeOf} from "../core/tensorData.js";
import {leaves} from "../core/tree.js";

const BYTES = {float64: 8, float32: 4, int32: 4, bool: 1} as const;

/** The tensors of a tree of parameters as a table: path, shape, kind, how many numbers and bytes, and the sums. */
export function summary(params: unknown): string {
  const rows = leaves(params).flatMap(([path, leaf]) => {
    if (!isTensor(leaf)) return [];
    const size = sizeOf(leaf.shape);
    return [
      {
        path: path === "" ? "(root)" : path,
        shape: shapeText(leaf.shape),
        kind: leaf.dtype,
        size,
        bytes: size * BYTES[leaf.dtype]
      }
    ];
  });
  const count = (n: number): string => n.toLocaleString("en");
  const cells = [
    ["parameter", "shape", "kind", "numbers", "bytes"],
    ...rows.map(({path, shape, kind, size, bytes}) => [path, shape, kind, count(size), count(bytes)]),
    [
      "in all",
      "",
      "",
      count(rows.reduce((sum, {size}) => sum + size, 0)),
      count(rows.reduce((sum, {bytes}) => sum + bytes, 0))
    ]
  ];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...cells.map((row) => row[i]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join("  ")
        .trimEnd()
    )
    .join("\n");
}
