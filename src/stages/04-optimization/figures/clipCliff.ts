import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {cliffHeight, cliffWalk, LOWEST} from "../model/cliff.js";

interface Value {
  /** Of the threshold, as a power of ten. */
  readonly power: number;
  readonly start: number;
}

const RATE = 0.01;
const STEPS = 60;
const REACH = 1.4;
/** At this power nothing is clipped. */
const NEVER = 4;
const [FLOOR, TOP] = [1e-6, 1e3];

const mostOf = (power: number): number => (power === NEVER ? Infinity : 10 ** power);

/** Gradient descent at a cliff, with a threshold at which its slopes are cut. */
export function clipCliff(name = "clip-cliff") {
  const walked = ({power, start}: Value) => cliffWalk(start, RATE, mostOf(power), STEPS);
  const fate = (places: readonly number[]): string => {
    const end = places.at(-1)!;
    if (!(Math.abs(end) <= REACH)) return "It is thrown out of the frame.";
    if (Math.abs(Math.abs(end) - LOWEST) < 0.02) return "It comes down.";
    return Math.abs(end) < 0.8
      ? "It is thrown onto the plain, where there is no slope to follow."
      : "It is on its way.";
  };
  const height = (w: number): number => {
    const h = cliffHeight(w);
    return h < TOP ? Math.max(FLOOR, h) : NaN;
  };
  return figure<Value>({
    name,
    title: "A step at a cliff",
    caption: `Above, the loss ½ (w¹⁰ − ½)² on a logarithmic axis, and the places of gradient descent with a rate of ${RATE}; both dips are minima. Below, the height after each step; dashed, without clipping. Lines end where they leave the frame.`,
    controls: {
      power: slider([-1, NEVER], {
        label: "Clip slopes at",
        value: 2,
        step: 0.25,
        format: (v) => (v === NEVER ? "never" : writeNumber(10 ** v, 2))
      }),
      start: slider([0.5, 1.3], {label: "Start", value: 1.2, step: 0.05, format: (v) => v.toFixed(2)})
    },
    draw: (value, {width}) => {
      const places = walked(value);
      const free = cliffWalk(value.start, RATE, Infinity, STEPS);
      const inside = places.filter((w) => Math.abs(w) <= REACH);
      const curve = Array.from({length: 281}, (_, i): Point => {
        const w = REACH * (i / 140 - 1);
        return [w, height(w)];
      });
      const heights = (walk: readonly number[]): readonly Point[] => {
        const out = walk.findIndex((w) => !(cliffHeight(w) < TOP)); // its line goes to the frame, and ends there
        return walk.slice(0, out < 0 ? walk.length : out + 1).map((w, k): Point => [k, k === out ? TOP : height(w)]);
      };
      return element(
        "div",
        {},
        chart({
          width,
          height: 240,
          readable: false,
          x: {domain: [-REACH, REACH], label: "w"},
          y: {domain: [FLOOR, TOP], label: "Loss", scale: "log", ticks: 9, format: decades(3)},
          marks: [
            line(curve, {meaning: "ink-2", width: 1.5, name: "loss"}),
            dotsAt(
              inside.map((w): Point => [w, height(w)]),
              "gradient",
              3.5
            )
          ]
        }),
        chart({
          width,
          height: 190,
          x: {domain: [0, STEPS], label: "Step"},
          y: {domain: [FLOOR, TOP], label: "Loss", scale: "log", ticks: 9, format: decades(3)},
          marks: [
            line(heights(free), {meaning: "ink-2", width: 1.5, dashed: true, name: "unclipped"}),
            line(heights(places), {meaning: "gradient", name: "clipped"})
          ]
        }),
        element("p", {className: "fig-note"}, element("b", {}, fate(places)))
      );
    },
    describe: (value) =>
      `From ${value.start} with slopes clipped at ${writeNumber(mostOf(value.power), 2)}: ${fate(walked(value))}`,
    code: ({power, start}) => `let w = ${start};
for (let step = 0; step < ${STEPS}; step++) {
  const slope = (w ** 10 - 0.5) * 10 * w ** 9;
  w -= ${RATE} * Math.sign(slope) * Math.min(Math.abs(slope), ${mostOf(power)});
}
console.log(w, (w ** 10 - 0.5) ** 2 / 2);`,
    rows: (value) => walked(value).map((w, step) => ({step, w, loss: cliffHeight(w)}))
  });
}
