import {element, svg} from "../../../components/element.js";
import {select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {apply, multiply, type Matrix} from "../model/linear.js";
import {moves, type MoveName} from "../model/moves.js";

interface Value {
  readonly first: MoveName;
  readonly second: MoveName;
}

const NAMES: readonly MoveName[] = ["quarter turn", "mirror", "stretch", "shear"];
/** The outline of a letter F, which looks like no turned or mirrored one. */
const LETTER = [
  [0, 0],
  [0.3, 0],
  [0.3, 0.7],
  [0.7, 0.7],
  [0.7, 1],
  [0.3, 1],
  [0.3, 1.4],
  [0.9, 1.4],
  [0.9, 1.7],
  [0, 1.7]
] as const;
const ONE: Matrix = [
  [1, 0],
  [0, 1]
];

/** The letter after a matrix, on a small piece of the plane. */
function picture(matrix: Matrix, size: number, name: string): SVGSVGElement {
  const unit = size / 7.6;
  const to = ([x = 0, y = 0]: readonly number[]): string =>
    `${(size / 2 + unit * x).toFixed(1)} ${(size / 2 - unit * y).toFixed(1)}`;
  const axis = (x1: number, y1: number, x2: number, y2: number) => svg("line", {x1, y1, x2, y2, class: "grid"});
  return svg(
    "svg",
    {width: size, height: size + 20, viewBox: `0 0 ${size} ${size + 20}`, class: "chart"},
    axis(0, size / 2, size, size / 2),
    axis(size / 2, 0, size / 2, size),
    svg("path", {
      d: `M${LETTER.map((point) => to(apply(matrix, point))).join("L")}z`,
      style: "fill:color-mix(in oklab, var(--model) 45%, var(--surface));stroke:var(--model);stroke-width:1.5"
    }),
    svg(
      "text",
      {x: size / 2, y: size + 15, "text-anchor": "middle", style: "fill:var(--ink-2);font:13px var(--sans)"},
      name
    )
  );
}

const rows = (matrix: Matrix): string =>
  matrix
    .map((row) => `(${row.join(", ")})`)
    .join(" and ")
    .replaceAll("-", "−");

/** Two motions of the plane one after the other, in both orders, and the matrix that does both. */
export const twoMoves = (name = "two-moves") =>
  figure<Value>({
    name,
    title: "Two matrices, one after the other",
    caption:
      "A letter, moved by one matrix and then by another. Above in the order that you chose, below the other way round.",
    controls: {
      first: select<MoveName>(NAMES, {label: "First", value: "quarter turn"}),
      second: select<MoveName>(NAMES, {label: "Then", value: "stretch"})
    },
    draw: ({first, second}, {width}) => {
      const size = Math.min(150, Math.floor((width - 32) / 3));
      const line = (one: MoveName, two: MoveName) =>
        element(
          "div",
          {},
          element(
            "div",
            {className: "row"},
            picture(ONE, size, "before"),
            picture(moves[one], size, one),
            picture(multiply(moves[two], moves[one]), size, size < 120 ? two : `then ${two}`)
          ),
          element("p", {className: "fig-note"}, `In one matrix, rows ${rows(multiply(moves[two], moves[one]))}`)
        );
      return element("div", {}, line(first, second), line(second, first));
    },
    describe: ({first, second}) =>
      `First ${first}, then ${second}: one matrix with rows ${rows(multiply(moves[second], moves[first]))}. First ${second}, then ${first}: rows ${rows(multiply(moves[first], moves[second]))}.`,
    code: ({first, second}) => `const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const transpose = (m) => m[0].map((_, j) => m.map((row) => row[j]));
const multiply = (a, b) => a.map((row) => transpose(b).map((column) => dot(row, column)));

const [first, second] = [${JSON.stringify(moves[first])}, ${JSON.stringify(moves[second])}];
console.log(multiply(second, first), multiply(first, second));`
  });
