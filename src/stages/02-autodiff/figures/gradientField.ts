import {cos, sin} from "/lib/index.js";
import {chart, dotsAt, line, moment, note, type Frame, type Mark, type Point} from "../../../components/chart/chart.js";
import {heightsOn, relief} from "../../../components/chart/relief.js";
import {moved, settled} from "../../../components/figure/control.js";
import {select, slider} from "../../../components/figure/controls.js";
import {draggable, seen, snapped} from "../../../components/figure/drag.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {gradientAt, heightAt, surfaceNames, surfaces, type Surface, type SurfaceName} from "../model/surfaces.js";

interface Value {
  readonly f: SurfaceName;
  readonly x: number;
  readonly y: number;
  /** Degrees from the first axis, counterclockwise. */
  readonly angle: number;
}

const RANGE = [-2, 2] as const;
const STEP = 0.05;
const GRID = 49;
const H = 1e-5;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const along = (degrees: number): Point => [cos(radians(degrees)), sin(radians(degrees))];
const sign = (v: number, digits = 3): string => v.toFixed(digits).replace("-", "−");

/** What is measured at the point: the gradient by the library, slopes in a direction by it and by a difference. */
function measured({f, x, y}: Value) {
  const surface: Surface = surfaces[f];
  const gradient = gradientAt(surface, x, y);
  const size = Math.sqrt(gradient[0] * gradient[0] + gradient[1] * gradient[1]);
  const product = (degrees: number) => along(degrees)[0] * gradient[0] + along(degrees)[1] * gradient[1];
  const difference = (degrees: number) => {
    const [u, v] = along(degrees);
    return (heightAt(surface, x + H * u, y + H * v) - heightAt(surface, x - H * u, y - H * v)) / (2 * H);
  };
  return {surface, gradient, size, product, difference, uphill: (Math.atan2(gradient[1], gradient[0]) * 180) / Math.PI};
}

/** A function of two numbers, its gradient at a point that the reader drags, and its slope in every direction there. */
export function gradientField(name = "gradient-field") {
  const place = (label: string, value: number) => slider(RANGE, {label, value, step: STEP, format: (v) => sign(v, 2)});
  const [x, y] = [place("First", 0), place("Second", -1)];
  return figure<Value, Float64Array>({
    name,
    title: "The gradient, and the slope in a direction",
    caption:
      "On the map: the darker, the higher; lines join places of equal height. Drag the point. The red arrow is the gradient, scaled down, and the dark one a direction of your choice. Beside it: slopes in all directions from there. The line is ⟨gradient, direction⟩, the dots are differences.",
    interactive: true,
    controls: {
      f: select<SurfaceName>(surfaceNames, {label: "Function", format: (f) => surfaces[f].name}),
      x,
      y,
      angle: slider([0, 360], {label: "Direction", value: 30, step: 5, format: (v) => `${v}°`})
    },
    compute: ({f}) => heightsOn(RANGE, GRID, (x, y) => heightAt(surfaces[f], x, y)),
    draw: (value, {width, result}) => {
      const {surface, gradient, size, product, difference} = measured(value);
      const wide = width >= 560;
      const side = wide ? Math.min(330, Math.round(width * 0.52)) : Math.min(width, 340);
      const rest = wide ? width - side - 16 : width;
      let frame: Frame | undefined;
      const map = chart({
        width: side,
        height: side,
        marginLeft: 32,
        x: {domain: RANGE, label: surface.axes[0], ticks: 4},
        y: {domain: RANGE, label: surface.axes[1], ticks: 4},
        marks: [
          seen((now) => (frame = now)),
          relief(result, GRID),
          arrow(value, along(value.angle), 62, "ink", "direction"),
          arrow(value, gradient, size === 0 ? 0 : 26 + 26 * Math.min(2, size / 3), "gradient", "gradient")
        ]
      });
      draggable(map, (px, py, ended) => {
        if (frame === undefined) return;
        const span = RANGE[1] - RANGE[0];
        x.value = snapped(RANGE[0] + (span * (px - frame.left)) / (frame.right - frame.left), RANGE, STEP);
        y.value = snapped(RANGE[0] + (span * (frame.bottom - py)) / (frame.bottom - frame.top), RANGE, STEP);
        moved(x);
        if (ended) settled(x);
      });
      const most = Math.max(1, size * 1.2);
      const curve = Array.from({length: 181}, (_, i): Point => [2 * i, product(2 * i)]);
      const dots = Array.from({length: 24}, (_, i): Point => [15 * i, difference(15 * i)]);
      const slopes = chart({
        width: rest,
        height: wide ? side : 240,
        x: {domain: [0, 360], label: "Direction, degrees", ticks: 4},
        y: {domain: [-most, most], label: "Slope in that direction"},
        marks: [
          moment(value.angle),
          line(curve, {meaning: "gradient", width: 2}),
          dotsAt(dots, "data", 3),
          dotsAt([[value.angle, product(value.angle)]], "ink", 6)
        ]
      });
      return element(
        "div",
        {},
        element("div", {className: "row"}, map, slopes),
        element(
          "p",
          {className: "fig-note"},
          `Gradient (${gradient.map((g) => sign(g)).join(", ")}), length ${sign(size)}. Slope at ${value.angle}°: `,
          element("b", {}, sign(product(value.angle)))
        )
      );
    },
    describe: (value) => {
      const {surface, gradient, size, product, difference, uphill} = measured(value);
      const steepest =
        size === 0
          ? "It is zero: no direction goes up at first."
          : `It points to ${((uphill + 360) % 360).toFixed(0)} degrees, where the slope is its length, ${sign(size)}.`;
      return `${surface.name} at (${sign(value.x, 2)}, ${sign(value.y, 2)}) has the gradient (${gradient.map((g) => sign(g)).join(", ")}). ${steepest} In the direction of ${value.angle} degrees the slope is ${sign(product(value.angle))}; a difference over ${H} gives ${sign(difference(value.angle), 6)}.`;
    },
    code: ({
      f,
      x,
      y,
      angle
    }) => `import {${["variable", "backward", ...surfaces[f].uses].join(", ")}} from "llm-first-principles/scalar";

const f = (x, y) => ${surfaces[f].code};
const [x, y] = [variable(${x}), variable(${y})];
const slopes = backward(f(x, y));
const gradient = [slopes.get(x), slopes.get(y)];
const angle = (${angle} * Math.PI) / 180;
const slope = gradient[0] * Math.cos(angle) + gradient[1] * Math.sin(angle);
console.log({gradient, slope});`,
    rows: (value) => {
      const {product, difference} = measured(value);
      return Array.from({length: 72}, (_, i) => ({
        degrees: 5 * i,
        slope: product(5 * i),
        difference: difference(5 * i)
      }));
    }
  });
}

/** An arrow from a point of the map, with its name beside its head. */
const arrow =
  ({x: a, y: b}: Value, [u, v]: readonly [number, number], length: number, meaning: string, name: string): Mark =>
  (frame) => {
    const size = Math.sqrt(u * u + v * v);
    const [x, y] = [frame.x(a), frame.y(b)];
    const dot = svg("circle", {cx: x, cy: y, r: 5, style: "fill:var(--paper);stroke:var(--ink);stroke-width:2"});
    if (size === 0 || length === 0) return [dot];
    const [dx, dy] = [u / size, -v / size];
    const [ex, ey] = [x + dx * length, y + dy * length];
    const wing = (s: number) =>
      `L${(ex - 9 * dx + 4.5 * s * dy).toFixed(1)} ${(ey - 9 * dy - 4.5 * s * dx).toFixed(1)}`;
    const shaft = svg("path", {
      d: `M${x} ${y}L${(ex - 6 * dx).toFixed(1)} ${(ey - 6 * dy).toFixed(1)}`,
      "stroke-width": 2.5,
      style: `stroke:var(--${meaning})`
    });
    const head = svg("path", {
      d: `M${ex.toFixed(1)} ${ey.toFixed(1)}${wing(1)}${wing(-1)}z`,
      style: `fill:var(--${meaning})`
    });
    const anchor = dx > 0.3 ? "start" : dx < -0.3 ? "end" : "middle";
    const shift = anchor === "start" ? 5 : anchor === "end" ? -5 : 0;
    const room = 9 * name.length;
    const least = anchor === "start" ? 0 : anchor === "end" ? room : room / 2;
    const px = Math.min(frame.right + least - room, Math.max(frame.left + least, ex + shift));
    const text = note([0, 0], name, {"text-anchor": anchor, style: `fill:var(--${meaning});font-weight:600`})({
      ...frame,
      x: () => px,
      y: () => ey + (dy > 0.3 ? 14 : dy < -0.3 ? -6 : 4)
    });
    return [shaft, head, dot, ...text];
  };
