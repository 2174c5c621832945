import {note, type Mark} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";
import type {Vector} from "../model/linear.js";

/** An arrow of the plane from the origin, with its name beyond its tip. */
export const arrow =
  ([u = 0, v = 0]: Vector, meaning: string, name: string): Mark =>
  (frame) => {
    const [ax, ay, bx, by] = [frame.x(0), frame.y(0), frame.x(u), frame.y(v)];
    const size = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    if (size < 1) return [svg("circle", {cx: ax, cy: ay, r: 5, style: `fill:var(--${meaning})`})];
    const [dx, dy] = [(bx - ax) / size, (by - ay) / size];
    const wing = (s: number): string =>
      `L${(bx - 11 * dx + 5 * s * dy).toFixed(1)} ${(by - 11 * dy - 5 * s * dx).toFixed(1)}`;
    return [
      svg("path", {
        d: `M${ax} ${ay}L${(bx - 8 * dx).toFixed(1)} ${(by - 8 * dy).toFixed(1)}`,
        "stroke-width": 2.5,
        style: `stroke:var(--${meaning})`
      }),
      svg("path", {d: `M${bx.toFixed(1)} ${by.toFixed(1)}${wing(1)}${wing(-1)}z`, style: `fill:var(--${meaning})`}),
      ...note([u, v], name, {
        dx: 10 * dx,
        dy: 10 * dy + 5,
        "text-anchor": dx < -0.3 ? "end" : dx > 0.3 ? "start" : "middle",
        style: `fill:var(--${meaning});font-weight:600`
      })(frame)
    ];
  };
