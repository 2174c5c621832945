import {line} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {dot, lengthOf, type Vector} from "../model/linear.js";
import {arrow} from "./arrow.js";
import {plane, REACH, STEP} from "./plane.js";

interface Value {
  readonly a1: number;
  readonly a2: number;
  readonly b1: number;
  readonly b2: number;
}

const short = (v: number, digits = 1): string => v.toFixed(digits).replace("-", "−");
const shown = (v: Vector): string => `(${v.map((x) => short(x)).join(", ")})`;

/** The arrows, their dot product, and how far b reaches along a. */
function measured({a1, a2, b1, b2}: Value) {
  const [a, b] = [
    [a1, a2],
    [b1, b2]
  ] as const;
  const product = dot(a, b);
  const size = lengthOf(a);
  const along = size === 0 ? 0 : product / size;
  const shadow: Vector = size === 0 ? [0, 0] : a.map((x) => (x * along) / size);
  return {a, b, product, size, along, shadow};
}

/** Two arrows to drag, and their dot product as a sum and as a shadow. */
export function twoArrows(name = "two-arrows") {
  const number = (label: string, value: number) => slider(REACH, {label, value, step: STEP, format: (v) => short(v)});
  const [a1, a2, b1, b2] = [number("a₁", 3), number("a₂", 1), number("b₁", 1), number("b₂", 3)];
  const drawn = plane([
    [a1, a2],
    [b1, b2]
  ]);
  return figure<Value>({
    name,
    title: "Two arrows and their product",
    caption:
      "Drag the tips. The thick line is the shadow of b on the line through a, if light falls straight down on that line. The dot product is the length of a times that shadow, below zero if it falls behind the origin.",
    interactive: true,
    controls: {a1, a2, b1, b2},
    draw: (value, {width}) => {
      const {a, b, product, size, along, shadow} = measured(value);
      return element(
        "div",
        {},
        drawn(width, [
          line(
            [
              [0, 0],
              [shadow[0] ?? 0, shadow[1] ?? 0]
            ],
            {meaning: "attention", width: 7, name: "shadow"}
          ),
          line(
            [
              [shadow[0] ?? 0, shadow[1] ?? 0],
              [value.b1, value.b2]
            ],
            {meaning: "ink-3", width: 1.5, dashed: true}
          ),
          arrow(a, "query", "a"),
          arrow(b, "key", "b")
        ]),
        element(
          "p",
          {className: "fig-note"},
          `a · b = ${short(value.a1)} · ${short(value.b1)} + ${short(value.a2)} · ${short(value.b2)} = `,
          element("b", {}, short(product, 2))
        ),
        element(
          "p",
          {className: "fig-note"},
          `Length of a ${short(size, 2)}, shadow of b ${short(along, 2)}: their product is `,
          element("b", {}, short(size * along, 2))
        )
      );
    },
    describe: (value) => {
      const {a, b, product, size, along} = measured(value);
      const turn =
        product > 1e-9
          ? "They point to one side."
          : product < -1e-9
            ? "They point apart."
            : "They are at right angles, or one has no length.";
      return `a = ${shown(a)} and b = ${shown(b)} have the dot product ${short(product, 2)}. a is ${short(size, 2)} long, and the shadow of b on it ${short(along, 2)}. ${turn}`;
    },
    code: ({a1, a2, b1, b2}) => `const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

const [a, b] = [[${a1}, ${a2}], [${b1}, ${b2}]];
const length = Math.sqrt(dot(a, a));
console.log(dot(a, b), length * (dot(a, b) / length));`
  });
}
