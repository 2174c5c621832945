import {signed} from "../../../components/chart/heatmap.js";
import {svg} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {apply, transpose, type Matrix} from "../model/linear.js";

type Letter = "a" | "b" | "c" | "d";

interface Value {
  readonly letter: Letter;
}

const LETTERS: readonly Letter[] = ["a", "b", "c", "d"];
const TABLE: Matrix = [
  [0.9, -0.2, 0.4],
  [-0.5, 0.7, 0.1],
  [-0.6, 0.8, -0.3],
  [0.2, -0.9, 0.5]
];
const minus = (v: number): string => v.toFixed(1).replace("-", "−");
const oneHot = (letter: Letter): readonly number[] => LETTERS.map((other) => (other === letter ? 1 : 0));

/** A row of zeros with a single one, times a table: a row of the table. */
export const oneHotRow = (name = "one-hot-row") =>
  figure<Value>({
    name,
    title: "A one among zeros looks up a row",
    caption:
      "Left: a letter as a row of zeros with a single one. Middle: a table with a row of three numbers for each letter. Right: their product. Everything is multiplied by zero, except one row.",
    controls: {letter: choice<Letter>(LETTERS, {label: "Letter", value: "b"})},
    draw: ({letter}, {width}) => {
      const size = Math.min(46, Math.floor((width - 60) / 7));
      const hot = oneHot(letter);
      const text = (x: number, y: number, said: string, weight = 400) =>
        svg("text", {x, y, "text-anchor": "middle", style: `fill:var(--ink);font:${weight} 14px var(--sans)`}, said);
      const cell = (x: number, y: number, value: number, said: string, faint: boolean) => [
        svg("rect", {
          x,
          y,
          width: size - 2,
          height: size - 2,
          style: `fill:${signed(0.6 * value)}`,
          opacity: faint ? 0.35 : 1
        }),
        text(x + size / 2 - 1, y + size / 2 + 4, said, faint ? 400 : 600)
      ];
      const top = 24;
      const [table, result] = [size + 34, 4 * size + 64];
      const row = LETTERS.indexOf(letter);
      const height = top + 4 * size + 4;
      const product = apply(transpose(TABLE), hot);
      return svg(
        "svg",
        {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
        text(size / 2, 14, "letter"),
        text(table + 1.5 * size, 14, "table"),
        text(result + 1.5 * size, 14, "product"),
        ...hot.flatMap((value, i) => cell(0, top + i * size, value, String(value), value === 0)),
        ...LETTERS.map((name, i) => text(size + 16, top + i * size + size / 2 + 4, name, i === row ? 600 : 400)),
        ...TABLE.flatMap((numbers, i) =>
          numbers.flatMap((value, j) => cell(table + j * size, top + i * size, value, minus(value), i !== row))
        ),
        ...product.flatMap((value, j) => cell(result + j * size, top + row * size, value, minus(value), false))
      );
    },
    describe: ({letter}) =>
      `The letter ${letter} is ${oneHot(letter).join(", ")}. Times the table it gives ${apply(transpose(TABLE), oneHot(letter)).map(minus).join(", ")}, which is the row of ${letter}.`,
    code: ({letter}) => `const table = ${JSON.stringify(TABLE)};
const hot = ${JSON.stringify(oneHot(letter))};
const product = table[0].map((_, j) => hot.reduce((sum, x, i) => sum + x * table[i][j], 0));
console.log(product, table[${LETTERS.indexOf(letter)}]);`
  });
