import {svg, element} from "../../../components/element.js";
import {label} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly x: number;
  readonly e: number;
}

const WIDEST = 4;

/** The area of a square, of the strips that it gains when its side grows, and of the corner between them. */
const areas = ({x, e}: Value) => ({square: x * x, strips: 2 * x * e, corner: e * e});

/** A square whose side grows from x to x + ε: two strips and one corner. */
export function dualSquare(name = "dual-square") {
  return figure<Value>({
    name,
    title: "A square whose side grows",
    caption:
      "The side goes from x to x + ε. What is new are two strips of x by ε and a corner of ε by ε. Halve ε again and again: the strips are halved each time, the corner is quartered.",
    controls: {
      x: slider([1, 3], {label: "Side x", value: 2, step: 0.1, format: (v) => v.toFixed(1)}),
      e: slider([0.02, 1], {label: "Growth ε", value: 0.6, step: 0.02, format: (v) => v.toFixed(2)})
    },
    draw: (value, {width}) => {
      const {x, e} = value;
      const {square, strips, corner} = areas(value);
      const side = Math.min(width - 60, 300);
      const unit = side / WIDEST;
      const [left, bottom] = [30, side + 14];
      const rect = (at: number, up: number, w: number, h: number, meaning: string, opacity: number) =>
        svg("rect", {
          x: left + at * unit,
          y: bottom - (up + h) * unit,
          width: w * unit,
          height: h * unit,
          "fill-opacity": opacity,
          style: `fill:var(--${meaning});stroke:var(--${meaning})`
        });
      const middle = {"text-anchor": "middle"};
      const inCorner =
        e > 0.45 ? [label(left + (x + e / 2) * unit, bottom - (x + e / 2) * unit + 5, "ε²", middle)] : [];
      const inStrips =
        e > 0.45
          ? [
              label(left + (x + e / 2) * unit, bottom - (x / 2) * unit + 5, "xε", middle),
              label(left + (x / 2) * unit, bottom - (x + e / 2) * unit + 5, "xε", middle)
            ]
          : [];
      return element(
        "div",
        {},
        svg(
          "svg",
          {width: side + 60, height: side + 40, viewBox: `0 0 ${side + 60} ${side + 40}`, class: "chart"},
          rect(0, 0, x, x, "data", 0.15),
          rect(x, 0, e, x, "gradient", 0.35),
          rect(0, x, x, e, "gradient", 0.35),
          rect(x, x, e, e, "model", 0.6),
          label(left + (x / 2) * unit, bottom - (x / 2) * unit + 5, "x²", middle),
          ...inStrips,
          ...inCorner,
          label(left + (x / 2) * unit, bottom + 18, "x", middle),
          label(left + (x + e / 2) * unit, bottom + 18, "ε", middle)
        ),
        element(
          "p",
          {className: "fig-note"},
          `(${x.toFixed(1)} + ${e.toFixed(2)})² = ${square.toFixed(2)} + `,
          element("b", {}, strips.toFixed(4)),
          ` + ${corner.toFixed(4)}: the corner is ${((100 * corner) / (strips + corner)).toFixed(1)}% of what is new.`
        )
      );
    },
    describe: (value) => {
      const {square, strips, corner} = areas(value);
      return `A square of side ${value.x.toFixed(1)} has the area ${square.toFixed(2)}. With a side longer by ${value.e.toFixed(2)} it gains two strips of together ${strips.toFixed(4)} and a corner of ${corner.toFixed(4)}.`;
    },
    code: ({x}) => `import {derivative} from "llm-first-principles/scalar";

// the strips, per unit of ε: what is left of the growth once the corner is thrown away
console.log(derivative((o, x) => o.mul(x, x))(${x}));`,
    rows: ({x}) =>
      Array.from({length: 10}, (_, k) => {
        const e = 1 / (1 << k);
        return {e, ...areas({x, e})};
      })
  });
}
