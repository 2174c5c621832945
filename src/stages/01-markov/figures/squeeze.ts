import {exp, log} from "/lib/index.js";
import {chart, dotsAt, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";
import {moved, settled} from "../../../components/figure/control.js";
import {slider} from "../../../components/figure/controls.js";
import {draggable, seen, snapped} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {squeezed} from "../model/surprises.js";

interface Value {
  readonly p: number;
  readonly n: number;
}

const MOST = 3; // the axis of x = −ln p
const P = [0.06, 0.98] as const;
const digits = (v: number): string => v.toFixed(3);

/** A function through all fractions with this denominator that never falls, and still is no straight line. */
function possible(n: number): readonly Point[] {
  const finest = 16 * n * MOST;
  return Array.from({length: finest + 1}, (_, i): Point => {
    const x = (i * MOST) / finest;
    return [x, x + Math.sin(2 * Math.PI * n * x) / (2 * Math.PI * n)];
  });
}

/** The last step of the proof: where f may run between fractions that are known, and the number between two of them. */
export function squeeze() {
  const p = slider(P, {label: "Probability p", value: 0.2, step: 0.02, format: (v) => v.toFixed(2)});
  const at = ({p: chance, n}: Value) => {
    const x = 0 - log(chance);
    return {x, ...squeezed(x, n)};
  };
  return figure<Value>({
    name: "squeeze",
    interactive: true,
    title: "Squeezed onto a line",
    caption:
      "Dots: what the axioms have fixed, at whole numbers (large) and at fractions m/n (small). A function that never falls and goes through two neighboring dots has to stay in the box between them; the dashed curve is one of many that do. The filled box holds x = −ln p. Drag x, or move p; then raise n.",
    controls: {n: slider([1, 24], {label: "Denominator n", value: 1}), p},
    draw: (value, {width}) => {
      const {x: now, below, above} = at(value);
      const knots = Array.from({length: MOST * value.n + 1}, (_, m): Point => [m / value.n, m / value.n]);
      const boxes: Mark = ({x, y}) =>
        knots.slice(0, -1).map(([a], m) => {
          const b = (m + 1) / value.n;
          const here = a === below;
          return svg("rect", {
            x: x(a),
            y: y(b),
            width: x(b) - x(a),
            height: y(a) - y(b),
            style: `fill:var(--probability);fill-opacity:${here ? 0.45 : 0.12};stroke:${here ? "var(--probability)" : "none"}`
          });
        });
      const lines: Mark = ({x, y, left, bottom}) => [
        svg("line", {x1: x(now), x2: x(now), y1: y(above), y2: bottom, class: "moment"}),
        ...[below, above].map((v) => svg("line", {x1: left, x2: x(v), y1: y(v), y2: y(v), class: "level"}))
      ];
      let toX = (_: number): number => 0;
      const drawing = chart({
        width,
        height: 340,
        readable: false,
        x: {domain: [0, MOST], label: "x = −ln p", ticks: 4},
        y: {
          domain: [0, MOST],
          label: `f(x) in units of f(1): from ${digits(below)} to ${digits(above)} at x = ${digits(now)}`,
          ticks: 4
        },
        marks: [
          seen(({left, right}) => (toX = (px) => (MOST * (px - left)) / (right - left))),
          boxes,
          lines,
          line(possible(value.n), {meaning: "ink-2", width: 1.5, dashed: true}),
          dotsAt(knots, "data", value.n > 12 ? 2 : 3),
          dotsAt(
            [0, 1, 2, 3].map((m): Point => [m, m]),
            "data",
            6
          )
        ]
      });
      return draggable(drawing, (px, _, ended) => {
        p.value = snapped(exp(-toX(px)), P, 0.02);
        moved(p);
        if (ended) settled(p);
      });
    },
    describe: (value) => {
      const {x, below, above} = at(value);
      return `p = ${value.p.toFixed(2)}, so x = −ln p = ${digits(x)}. With denominator ${value.n} it lies between ${digits(below)} and ${digits(above)}, so f(x) lies between ${digits(below)} f(1) and ${digits(above)} f(1): it is known within ${digits(1 / value.n)} f(1). Every other denominator gives such a box too, and all of them contain x f(1).`;
    },
    code: ({p: chance, n}) => `import {log} from "llm-first-principles";

const x = -log(${chance});
for (let n = 1; n <= ${n}; n++) {
  const m = Math.floor(n * x);
  console.log(\`\${m}/\${n} f(1) ≤ f(x) ≤ \${m + 1}/\${n} f(1)\`);
}`,
    rows: ({p: chance, n}) =>
      Array.from({length: n}, (_, i) => {
        const {x, below, above} = at({p: chance, n: i + 1});
        return {denominator: i + 1, x, from: below, to: above};
      })
  });
}
