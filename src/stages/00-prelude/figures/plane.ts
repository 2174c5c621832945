import {chart, type Frame, type Mark} from "../../../components/chart/chart.js";
import {moved, settled, type Control} from "../../../components/figure/control.js";
import {draggable, seen, snapped} from "../../../components/figure/drag.js";
import type {Vector} from "../model/linear.js";

/** How far the plane reaches, and the steps in which its arrows are dragged. */
export const REACH = [-4, 4] as const;
export const STEP = 0.5;

/** The two sliders of an arrow's tip. */
type Tip = readonly [Control<number>, Control<number>];

const of = ([x, y]: Tip): Vector => [x.value, y.value];

/**
 * A square piece of the plane whose arrows can be dragged by their tips: the one that is nearest is taken. Each figure makes
 * one of these, because a drag outlives the drawing that it began in.
 */
export function plane(tips: readonly Tip[]): (width: number, marks: readonly Mark[]) => SVGSVGElement {
  let held: Tip | undefined;
  return (width, marks) => {
    const side = Math.min(width, 400);
    let frame: Frame | undefined;
    const drawing = chart({
      width: side,
      height: side + 24, // as much plane upward as sideways
      marginLeft: 32,
      x: {domain: REACH, label: "first number", ticks: 8},
      y: {domain: REACH, label: "second number", ticks: 8},
      readable: false,
      marks: [seen((now) => (frame = now)), ...marks]
    });
    return draggable(drawing, (px, py, ended) => {
      if (frame === undefined) return;
      const {x, y, left, right} = frame;
      const far = (tip: Tip): number => {
        const [u = 0, v = 0] = of(tip);
        return (x(u) - px) * (x(u) - px) + (y(v) - py) * (y(v) - py);
      };
      held ??= [...tips].sort((a, b) => far(a) - far(b))[0];
      if (held === undefined) return;
      const unit = (right - left) / (REACH[1] - REACH[0]);
      held[0].value = snapped((px - x(0)) / unit, REACH, STEP);
      held[1].value = snapped((y(0) - py) / unit, REACH, STEP);
      moved(held[0]);
      if (!ended) return;
      settled(held[0]);
      held = undefined;
    });
  };
}
