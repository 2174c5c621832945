import {heat} from "../../../components/chart/heatmap.js";
import {element, svg} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {dot, multiply, transpose, type Matrix} from "../model/linear.js";

interface Value {
  readonly row: "1" | "2";
  readonly column: "1" | "2" | "3" | "4";
}

const LEFT: Matrix = [
  [1, 2, 0],
  [0, -1, 3]
];
const RIGHT: Matrix = [
  [2, 1, 0, 1],
  [1, 0, -1, 2],
  [0, 4, 1, -2]
];
const PRODUCT = multiply(LEFT, RIGHT);
const minus = (v: number): string => String(v).replace("-", "−");

/** A table of numbers with some cells marked. */
function cells(
  matrix: Matrix,
  x: number,
  y: number,
  size: number,
  marked: (i: number, j: number) => boolean,
  meaning: string
) {
  return matrix.flatMap((row, i) =>
    row.flatMap((value, j) => [
      svg("rect", {
        x: x + j * size,
        y: y + i * size,
        width: size - 2,
        height: size - 2,
        style: `fill:${heat(meaning, marked(i, j) ? 0.35 : 0.06)}`
      }),
      svg(
        "text",
        {
          x: x + j * size + size / 2 - 1,
          y: y + i * size + size / 2 + 4,
          "text-anchor": "middle",
          style: `fill:var(--ink);font:${marked(i, j) ? 600 : 400} 14px var(--sans)`
        },
        minus(value)
      )
    ])
  );
}

/** One cell of a product of matrices: a row of the left one, a column of the right one. */
export const rowByColumn = (name = "row-by-column") =>
  figure<Value>({
    name,
    title: "Each cell is a dot product",
    caption:
      "A matrix with 2 rows of 3 numbers at the left, one with 3 rows of 4 numbers above, and their product between them. Each of its cells is the dot product of the row beside it and the column above it.",
    controls: {
      row: choice<Value["row"]>(["1", "2"], {label: "Row"}),
      column: choice<Value["column"]>(["1", "2", "3", "4"], {label: "Column", value: "2"})
    },
    draw: (value, {width}) => {
      const [row, column] = [Number(value.row), Number(value.column)];
      const size = Math.min(44, Math.floor((width - 20) / 7));
      const [x, y] = [3 * size + 16, 3 * size + 16];
      const [left, above] = [LEFT[row - 1]!, transpose(RIGHT)[column - 1]!];
      const height = y + 2 * size;
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
          ...cells(RIGHT, x, 0, size, (_, j) => j === column - 1, "key"),
          ...cells(LEFT, 0, y, size, (i) => i === row - 1, "query"),
          ...cells(PRODUCT, x, y, size, (i, j) => i === row - 1 && j === column - 1, "attention")
        ),
        element(
          "p",
          {className: "fig-note"},
          `${left.map((v, i) => `${minus(v)} · ${minus(above[i]!)}`).join(" + ")} = `,
          element("b", {}, minus(dot(left, above)))
        )
      );
    },
    describe: ({row, column}) =>
      `Row ${row} of the left matrix is (${LEFT[Number(row) - 1]!.map(minus).join(", ")}), column ${column} of the right one is (${transpose(RIGHT)[Number(column) - 1]!.map(minus).join(", ")}). Their dot product, ${minus(PRODUCT[Number(row) - 1]![Number(column) - 1]!)}, is the cell of the product in row ${row} and column ${column}.`,
    code: ({row, column}) => `const left = ${JSON.stringify(LEFT)};
const right = ${JSON.stringify(RIGHT)};
const [i, j] = [${Number(row) - 1}, ${Number(column) - 1}]; // a program counts from 0
console.log(left[i].reduce((sum, x, k) => sum + x * right[k][j], 0));`
  });
