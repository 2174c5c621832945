import {element, svg} from "../../../components/element.js";
import {moved, settled} from "../../../components/figure/control.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {draggable, snapped} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {rulers, type Ruler, type RulerName} from "../model/ruler.js";

interface Value {
  readonly ruler: RulerName;
  readonly a: number;
  readonly b: number;
}

const RANGE = [1, 10] as const;
const STEP = 0.1;
const [LEFT, HEIGHT, UPPER, LOWER] = [14, 150, 66, 84];

const short = (value: number): string => String(Number(value.toPrecision(4)));

/** One of the two rulers: ticks up or down from its edge. */
function drawn(ruler: Ruler, to: (value: number) => number, edge: number, up: boolean, most: number): SVGGElement {
  const side = up ? -1 : 1;
  const named = new Set(ruler.named);
  const ticks = ruler.ticks.filter((tick) => tick <= most);
  return svg(
    "g",
    {},
    svg("rect", {
      x: to(ruler.start) - 8,
      y: up ? edge - 40 : edge,
      width: to(most) - to(ruler.start) + 16,
      height: 40,
      style: "fill:var(--surface);stroke:var(--edge)"
    }),
    ...ticks.map((tick) =>
      svg("line", {
        x1: to(tick),
        x2: to(tick),
        y1: edge,
        y2: edge + side * (named.has(tick) ? 13 : 7),
        style: "stroke:var(--ink)"
      })
    ),
    ...ticks
      .filter((tick) => named.has(tick))
      .map((tick) =>
        svg(
          "text",
          {
            x: to(tick),
            y: edge + side * 22 + 5,
            "text-anchor": "middle",
            style: "fill:var(--ink);font:13px var(--sans)"
          },
          String(tick)
        )
      )
  );
}

/** Two rulers of which one slides: with equal factors at equal distances, laying lengths end to end multiplies. */
export function logRuler(name = "log-ruler") {
  const a = slider(RANGE, {label: "Slide to a", value: 2, step: STEP, format: short});
  const b = slider(RANGE, {label: "Read at b", value: 3, step: STEP, format: short});
  return figure<Value>({
    name,
    title: "Two rulers that multiply",
    caption:
      "The upper ruler begins at a on the lower one. Go along it to b, and read below. On rulers with equal steps the two lengths add. On a slide rule 1 to 10 is as long as 10 to 100, and the same motion multiplies.",
    interactive: true,
    controls: {
      ruler: choice<RulerName>(["equal factors", "equal steps"], {label: "Rulers with"}),
      a,
      b
    },
    draw: (value, {width}) => {
      const ruler = rulers[value.ruler];
      const wide = width - 2 * LEFT;
      const lower = (v: number): number => LEFT + wide * ruler.place(v);
      const upper = (v: number): number => lower(value.a) + wide * ruler.place(v);
      const x = upper(value.b);
      const drawing = svg(
        "svg",
        {width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, class: "chart"},
        drawn(ruler, upper, UPPER, true, 10),
        drawn(ruler, lower, LOWER, false, ruler.end),
        svg("line", {x1: lower(value.a), x2: lower(value.a), y1: UPPER, y2: LOWER + 15, class: "moment"}),
        svg("line", {
          x1: x,
          x2: x,
          y1: UPPER - 15,
          y2: LOWER + 15,
          "stroke-width": 2.5,
          style: "stroke:var(--data)"
        }),
        ...[
          [x, UPPER - 44, `b = ${short(value.b)}`],
          [x, LOWER + 56, short(ruler.joined(value.a, value.b))]
        ].map(([at, y, text]) =>
          svg(
            "text",
            {
              x: Math.min(width - 30, Math.max(30, Number(at))),
              y: y!,
              "text-anchor": "middle",
              style: "fill:var(--data);font:600 14px var(--sans)"
            },
            String(text)
          )
        )
      );
      draggable(drawing, (px, _, ended) => {
        a.value = snapped(ruler.at((px - LEFT) / wide), RANGE, STEP);
        moved(a);
        if (ended) settled(a);
      });
      const sign = value.ruler === "equal steps" ? "+" : "×";
      return element(
        "div",
        {},
        drawing,
        element(
          "p",
          {className: "fig-note"},
          `${short(value.a)} ${sign} ${short(value.b)} = `,
          element("b", {}, short(ruler.joined(value.a, value.b)))
        )
      );
    },
    describe: ({ruler, a, b}) =>
      `Rulers with ${ruler}. The upper one begins at ${short(a)} of the lower; its ${short(b)} stands over ${short(rulers[ruler].joined(a, b))}, which is ${short(a)} ${ruler === "equal steps" ? "plus" : "times"} ${short(b)}.`,
    code: ({a, b}) => `import {exp, log} from "llm-first-principles";

const [a, b] = [${a}, ${b}];
const length = log(a) + log(b); // one length after the other
console.log(exp(length), a * b);`
  });
}
