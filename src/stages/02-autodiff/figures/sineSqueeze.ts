import {cos, sin, tan} from "/lib/index.js";
import {chart, dotsAt, ends, label, line, moment, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly h: number;
}

const WIDEST = 1.3;

const areas = (h: number) => ({inner: sin(h) / 2, sector: h / 2, outer: tan(h) / 2});

/** Three areas in the unit circle, one inside the other, and the quotient that they squeeze. */
export function sineSqueeze(name = "sine-squeeze") {
  return figure<Value>({
    name,
    title: "Three areas, one inside the other",
    caption:
      "A sector of the unit circle with angle h, the triangle inside it, which the chord closes, and the triangle around it, which the tangent closes. The areas are in this order for every h, so sin h / h lies between cos h and 1.",
    controls: {h: slider([0.02, WIDEST], {label: "Angle h", value: 1, step: 0.02, format: (v) => v.toFixed(2)})},
    draw: ({h}, {width}) => {
      const wide = width >= 560;
      const [left, right] = wide ? [Math.round(width * 0.44), Math.round(width * 0.56) - 16] : [width, width];
      const {inner, sector, outer} = areas(h);
      const range = Array.from({length: 66}, (_, i) => (WIDEST * i) / 65);
      const quotient = (t: number): number => (t === 0 ? NaN : sin(t) / t);
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          circle(h, left, 300),
          chart({
            width: right,
            height: 300,
            marginRight: 66,
            x: {domain: [0, WIDEST], label: "h, radians"},
            y: {domain: [0, 1.1], label: "Quotient"},
            marks: [
              moment(h),
              line(
                [
                  [0, 1],
                  [WIDEST, 1]
                ],
                {meaning: "data", width: 1.5}
              ),
              line(
                range.map((t): Point => [t, cos(t)]),
                {meaning: "model", width: 1.5}
              ),
              line(
                range.map((t): Point => [t, quotient(t)]),
                {meaning: "gradient"}
              ),
              dotsAt([[h, quotient(h)]], "gradient", 6),
              ends([
                {x: WIDEST, y: 1, text: "1", meaning: "data"},
                {x: WIDEST, y: quotient(WIDEST), text: "sin h / h", meaning: "gradient"},
                {x: WIDEST, y: cos(WIDEST), text: "cos h", meaning: "model"}
              ])
            ]
          })
        ),
        element(
          "p",
          {className: "fig-note"},
          `Areas ${inner.toFixed(5)} < ${sector.toFixed(5)} < ${outer.toFixed(5)}. Quotients ${cos(h).toFixed(5)} < `,
          element("b", {}, quotient(h).toFixed(5)),
          " < 1"
        )
      );
    },
    describe: ({h}) => {
      const {inner, sector, outer} = areas(h);
      return `At an angle of ${h.toFixed(2)} radians the inner triangle has the area ${inner.toFixed(5)}, the sector ${sector.toFixed(5)}, the outer triangle ${outer.toFixed(5)}. So sin h / h = ${(sin(h) / h).toFixed(5)} lies between cos h = ${cos(h).toFixed(5)} and 1.`;
    },
    code: ({h}) => `import {cos, sin, tan} from "llm-first-principles";

const h = ${h};
console.log("areas", sin(h) / 2, h / 2, tan(h) / 2);
console.log("quotients", cos(h), sin(h) / h, 1);`,
    rows: () =>
      Array.from({length: 65}, (_, i) => {
        const h = (WIDEST * (i + 1)) / 65;
        return {h, ...areas(h), cos: cos(h), quotient: sin(h) / h};
      })
  });
}

/** The part of the unit circle to the right of its center and above, with the three areas. */
function circle(h: number, width: number, height: number): SVGSVGElement {
  const size = Math.min(width - 70, (height - 44) / 1.05);
  const at = (x: number, y: number): string => `${(20 + size * x).toFixed(1)} ${(height - 24 - size * y).toFixed(1)}`;
  const arc = (to: number) => Array.from({length: 61}, (_, i) => at(cos((to * i) / 60), sin((to * i) / 60)));
  const top = tan(h);
  const most = 1.05; // the tangent leaves the drawing above it
  const corner = top > most ? [`${at(1, most)}`, `${at(most / top, most)}`] : [at(1, top)];
  const quarter = svg("path", {d: `M${arc(Math.PI / 2).join("L")}`, fill: "none", style: "stroke:var(--edge)"});
  const shape = (points: readonly string[], meaning: string, opacity: number) =>
    svg("path", {
      d: `M${points.join("L")}z`,
      "fill-opacity": opacity,
      "stroke-width": 1.5,
      "stroke-linejoin": "round",
      style: `fill:var(--${meaning});stroke:var(--${meaning})`
    });
  const center = at(0, 0);
  const word = (x: number, y: number, text: string, meaning: string, anchor = "start") => {
    const [px = "0", py = "0"] = at(x, y).split(" ");
    return label(Number(px), Number(py), text, {
      "text-anchor": anchor,
      style: `fill:var(--${meaning});font-weight:600`,
      stroke: "var(--paper)",
      "stroke-width": 4,
      "paint-order": "stroke"
    });
  };
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    label(0, 13, "Unit circle"),
    quarter,
    shape([center, at(1, 0), ...corner], "data", 0.12),
    shape([center, ...arc(h)], "gradient", 0.2),
    shape([center, at(1, 0), at(cos(h), sin(h))], "model", 0.3),
    word(1.03, Math.min(top, most) / 2, "tan h", "data"),
    word(0.32, 0.06, "h", "ink"),
    word(cos(h) - 0.03, sin(h) / 2, "sin h", "model", "end"),
    svg("path", {
      d: `M${at(cos(h), 0)}L${at(cos(h), sin(h))}`,
      style: "stroke:var(--model)",
      "stroke-width": 1.5,
      "stroke-dasharray": "3 3"
    })
  );
}
