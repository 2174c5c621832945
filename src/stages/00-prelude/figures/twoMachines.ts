import {element, svg} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {machines, type MachineName} from "../model/machines.js";

interface Value {
  readonly f: MachineName;
  readonly g: MachineName;
  readonly x: number;
}

const NAMES: readonly MachineName[] = ["double", "add 3", "square", "logistic"];
const HEIGHT = 62;
const short = (v: number): string => writeNumber(v, 3);

/** A number that goes through two boxes, from left to right. */
function line(width: number, x: number, names: readonly MachineName[]): SVGSVGElement {
  const values = names.reduce<readonly number[]>((all, name) => [...all, machines[name].of(all.at(-1)!)], [x]);
  const box = Math.min(120, (width - 3 * 52) / 2);
  const gap = (width - 2 * box) / 3;
  const text = (at: number, said: string, meaning: string, weight = 400) =>
    svg(
      "text",
      {
        x: at,
        y: 36,
        "text-anchor": "middle",
        style: `fill:var(--${meaning});font:${weight} 14px var(--sans)`
      },
      said
    );
  return svg(
    "svg",
    {width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, class: "chart"},
    svg("line", {x1: 4, x2: width - 4, y1: 31, y2: 31, class: "tick"}),
    ...names.flatMap((name, i) => [
      svg("rect", {
        x: gap + i * (box + gap),
        y: 8,
        width: box,
        height: 46,
        style: "fill:var(--surface);stroke:var(--model);stroke-width:1.5"
      }),
      text(gap + i * (box + gap) + box / 2, name, "ink")
    ]),
    ...values.flatMap((value, i) => {
      const at = gap / 2 + i * (box + gap);
      const room = 9 * short(value).length + 6;
      return [
        svg("rect", {x: at - room / 2, y: 20, width: room, height: 22, style: "fill:var(--paper)"}),
        text(at, short(value), "data", 600)
      ];
    })
  );
}

/** Two functions, one behind the other, in both orders. */
export const twoMachines = (name = "two-machines") =>
  figure<Value>({
    name,
    title: "Two machines, in either order",
    caption:
      "A number goes in at the left. Each machine does one thing to it and hands it on. Above: first f, then g. Below: the other way round.",
    controls: {
      x: slider([-4, 4], {label: "x", value: 2, step: 0.5, format: (v) => String(v).replace("-", "−")}),
      f: select<MachineName>(NAMES, {label: "f", value: "double"}),
      g: select<MachineName>(NAMES, {label: "g", value: "add 3"})
    },
    draw: ({f, g, x}, {width}) =>
      element(
        "div",
        {},
        element("p", {className: "fig-note"}, "g(f(x)): first f, then g"),
        line(width, x, [f, g]),
        element("p", {className: "fig-note"}, "f(g(x)): first g, then f"),
        line(width, x, [g, f])
      ),
    describe: ({f, g, x}) => {
      const [first, second] = [machines[f].of, machines[g].of];
      return `f is “${f}” and g is “${g}”. For x = ${short(x)}, g(f(x)) is ${short(second(first(x)))} and f(g(x)) is ${short(first(second(x)))}.`;
    },
    code: ({f, g, x}) => `const f = (x) => ${machines[f].code};
const g = (x) => ${machines[g].code};
console.log(g(f(${x})), f(g(${x})));`
  });
