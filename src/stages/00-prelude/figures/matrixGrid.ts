import {line, type Mark, type Point} from "../../../components/chart/chart.js";
import {svg, element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {apply, type Matrix} from "../model/linear.js";
import {arrow} from "./arrow.js";
import {plane, REACH, STEP} from "./plane.js";

interface Value {
  readonly a: number;
  readonly c: number;
  readonly b: number;
  readonly d: number;
}

const short = (v: number): string => v.toFixed(1).replace("-", "−");
const matrixOf = ({a, b, c, d}: Value): Matrix => [
  [a, b],
  [c, d]
];
const LINES = [-3, -2, -1, 0, 1, 2, 3];

/** The moved grid and unit square, in a drawing of its own that cuts off what leaves the frame. */
const movedGrid =
  (matrix: Matrix): Mark =>
  (frame) => {
    const to = (x: number, y: number): string => {
      const [u = 0, v = 0] = apply(matrix, [x, y]);
      return `${frame.x(u).toFixed(1)} ${frame.y(v).toFixed(1)}`;
    };
    const d = LINES.map((k) => `M${to(k, -3)}L${to(k, 3)}M${to(-3, k)}L${to(3, k)}`).join("");
    const square = `M${to(0, 0)}L${to(1, 0)}L${to(1, 1)}L${to(0, 1)}z`;
    return [
      svg(
        "svg",
        {
          x: frame.left,
          y: frame.top,
          width: frame.right - frame.left,
          height: frame.bottom - frame.top,
          viewBox: `${frame.left} ${frame.top} ${frame.right - frame.left} ${frame.bottom - frame.top}`,
          style: "overflow:hidden"
        },
        svg("path", {d: square, style: "fill:color-mix(in oklab, var(--model) 25%, var(--surface))"}),
        svg("path", {d, fill: "none", "stroke-width": 1, style: "stroke:var(--model)", opacity: 0.7})
      )
    ];
  };

/** A matrix as a motion of the plane: the reader drags its columns, and the grid follows. */
export function matrixGrid(name = "matrix-grid") {
  const number = (label: string, value: number) => slider(REACH, {label, value, step: STEP, format: short});
  const [a, c, b, d] = [
    number("1st, across", 1.5),
    number("1st, up", 0.5),
    number("2nd, across", -0.5),
    number("2nd, up", 1)
  ];
  const drawn = plane([
    [a, c],
    [b, d]
  ]);
  const corner = (value: Value): Point => {
    const [x = 0, y = 0] = apply(matrixOf(value), [1, 1]);
    return [x, y];
  };
  return figure<Value>({
    name,
    title: "A matrix moves the plane",
    caption:
      "The columns of the matrix are the two arrows: where (1, 0) and (0, 1) go. Drag them, and everything else follows, because each point is so many steps of the one and so many of the other. The shaded piece was a square with sides of one.",
    interactive: true,
    controls: {a, c, b, d},
    draw: (value, {width}) => {
      const [x, y] = corner(value);
      return element(
        "div",
        {},
        drawn(width, [
          movedGrid(matrixOf(value)),
          line(
            [
              [value.a, value.c],
              [x, y],
              [value.b, value.d]
            ],
            {meaning: "ink-3", width: 1, dashed: true}
          ),
          arrow([value.a, value.c], "query", "1st"),
          arrow([value.b, value.d], "key", "2nd")
        ]),
        element(
          "p",
          {className: "fig-note"},
          `Rows: (${short(value.a)}, ${short(value.b)}) and (${short(value.c)}, ${short(value.d)}). The point (1, 1) goes to `,
          element("b", {}, `(${short(x)}, ${short(y)})`),
          `; the square’s area becomes ${short(Math.abs(value.a * value.d - value.b * value.c))}`
        )
      );
    },
    describe: (value) => {
      const [x, y] = corner(value);
      return `The matrix with rows (${short(value.a)}, ${short(value.b)}) and (${short(value.c)}, ${short(value.d)}) takes (1, 0) to (${short(value.a)}, ${short(value.c)}), (0, 1) to (${short(value.b)}, ${short(value.d)}), and so (1, 1) to (${short(x)}, ${short(y)}).`;
    },
    code: ({a, b, c, d}) => `const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);
const apply = (matrix, x) => matrix.map((row) => dot(row, x));

console.log(apply([[${a}, ${b}], [${c}, ${d}]], [1, 1]));`
  });
}
