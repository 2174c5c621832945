import {chart, dotsAt, line, type Frame, type Point} from "../../../components/chart/chart.js";
import {heightsOn, relief} from "../../../components/chart/relief.js";
import {element} from "../../../components/element.js";
import {moved, settled} from "../../../components/figure/control.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {draggable, seen, snapped} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {landscapes, type MapName} from "../model/maps.js";

interface Value {
  readonly f: MapName;
  readonly x: number;
  readonly y: number;
}

const RANGE = [-2, 2] as const;
const STEP = 0.1;
const GRID = 33;
const short = (v: number, digits = 2): string => v.toFixed(digits).replace("-", "−");

/** A function of two numbers as a map, and a cut through it from west to east where the reader stands. */
export function contourMap(name = "contour-map") {
  const place = (label: string, value: number) => slider(RANGE, {label, value, step: STEP, format: (v) => short(v, 1)});
  const [x, y] = [place("x, to the east", 1), place("y, to the north", 0.5)];
  return figure<Value, Float64Array>({
    name,
    title: "A landscape, its map, and a cut through it",
    caption:
      "Left: the map. The darker, the higher; each line joins places of one height. Drag the point. Right: what you meet if you walk through the point from west to east, with y held still.",
    interactive: true,
    controls: {
      f: choice<MapName>(["bowl", "valley", "saddle"], {label: "Landscape"}),
      x,
      y
    },
    compute: ({f}) => heightsOn(RANGE, GRID, landscapes[f].of),
    draw: (value, {width, result}) => {
      const {of, slopes, text} = landscapes[value.f];
      const wide = width >= 560;
      const side = wide ? Math.min(320, Math.round(width * 0.5)) : Math.min(width, 320);
      let frame: Frame | undefined;
      const map = chart({
        width: side,
        height: side,
        marginLeft: 32,
        x: {domain: RANGE, label: "x", ticks: 4},
        y: {domain: RANGE, label: "y", ticks: 4},
        marks: [
          seen((now) => (frame = now)),
          relief(result, GRID),
          line(
            [
              [RANGE[0], value.y],
              [RANGE[1], value.y]
            ],
            {meaning: "ink", width: 1.5, dashed: true}
          ),
          dotsAt([[value.x, value.y]], "ink", 6)
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
      const cut = Array.from({length: 81}, (_, i): Point => {
        const at = RANGE[0] + i / 20;
        return [at, of(at, value.y)];
      });
      const levels = cut.map(([, v]) => v);
      const [east, north] = slopes(value.x, value.y);
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          map,
          chart({
            width: wide ? width - side - 16 : width,
            height: wide ? side : 200,
            x: {domain: RANGE, label: "x", ticks: 4},
            y: {
              domain: [Math.min(...levels) - 0.5, Math.max(...levels) + 0.5],
              label: "Height along the cut",
              ticks: 4
            },
            marks: [
              line(cut, {meaning: "loss-train", name: "height"}),
              dotsAt([[value.x, of(value.x, value.y)]], "ink", 6)
            ]
          })
        ),
        element(
          "p",
          {className: "fig-note"},
          `f(x, y) = ${text} = `,
          element("b", {}, short(of(value.x, value.y))),
          `. Slope to the east ${short(east)}, to the north ${short(north)}`
        )
      );
    },
    describe: ({f, x, y}) => {
      const {of, slopes, text} = landscapes[f];
      const [east, north] = slopes(x, y);
      return `${text} at (${short(x, 1)}, ${short(y, 1)}) is ${short(of(x, y))}. It rises by ${short(east)} per step to the east and by ${short(north)} per step to the north.`;
    },
    code: ({
      f,
      x,
      y
    }) => `const f = (x, y) => ${{bowl: "x * x + y * y", valley: "x * x + 8 * y * y", saddle: "x * x - y * y"}[f]};
const h = 1e-6;
console.log((f(${x} + h, ${y}) - f(${x}, ${y})) / h, (f(${x}, ${y} + h) - f(${x}, ${y})) / h);`
  });
}
