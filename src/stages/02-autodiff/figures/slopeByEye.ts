import {cos} from "/lib/index.js";
import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {attributes, element} from "../../../components/element.js";

const WIDEST = 7;
const DOT: Point = [Math.PI / 2, 2];

/** A curve with a dot on it, whose slope there the reader takes from the picture: no formula is given. */
export function slopeByEye(): HTMLElement {
  const points = Array.from({length: 121}, (_, i): Point => {
    const x = (WIDEST * i) / 120;
    return [x, 2 + 1.5 * cos(x)];
  });
  const picture = chart({
    width: 320,
    readable: false, // it would give the answer away
    height: 260,
    x: {domain: [0, WIDEST], label: "x", ticks: 7},
    y: {domain: [0, 4], label: "f(x)", ticks: 4},
    marks: [line(points, {meaning: "data"}), dotsAt([DOT], "gradient", 6)]
  });
  return element(
    "span",
    {},
    element(
      "span",
      {},
      "No formula this time. What is the slope of this curve at the dot? A quarter more or less counts as right."
    ),
    attributes(picture, {
      role: "img",
      "aria-label":
        "A wave that falls from 3.5 at 0 to 0.5 at 3.1 and rises again. The dot is at 1.57, where it has the height 2; at 1 it has 2.8, at 2.14 it has 1.2."
    })
  );
}
