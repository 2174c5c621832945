import {heat} from "../../../components/chart/heatmap.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

type Method = "map" | "filter" | "reduce";

interface Value {
  readonly method: Method;
  readonly n: number;
}

const METHODS: readonly Method[] = ["map", "filter", "reduce"];
const CODE: Readonly<Record<Method, string>> = {
  map: "map((x) => x * x)",
  filter: "filter((x) => x > 2)",
  reduce: "reduce((sum, x) => sum + x, 0)"
};
const list = (n: number): readonly number[] => [3, 1, 4, 2, 5, 1, 3].slice(0, n);

/** What each item leads to below: its square, itself or nothing, the sum so far. */
function below({method, n}: Value): readonly (number | undefined)[] {
  if (method === "map") return list(n).map((x) => x * x);
  if (method === "filter") return list(n).map((x) => (x > 2 ? x : undefined));
  return list(n).map((_, i) =>
    list(n)
      .slice(0, i + 1)
      .reduce((sum, x) => sum + x, 0)
  );
}

const resultOf = ({method, n}: Value): string =>
  method === "reduce"
    ? String(list(n).reduce((sum, x) => sum + x, 0))
    : `[${below({method, n})
        .filter((x) => x !== undefined)
        .join(", ")}]`;

/** Three ways to go through a list: change each, keep some, fold all into one. */
export const listPictures = (name = "list-pictures") =>
  figure<Value>({
    name,
    title: "Three ways to go through a list",
    caption:
      "map makes one item of each. filter keeps those for which the answer is yes. reduce carries one value along: it begins with the 0 at the end of its brackets, and what stands below each item is the value after it.",
    controls: {
      method: choice<Method>(METHODS, {label: "Method"}),
      n: slider([1, 7], {label: "Items", value: 5})
    },
    draw: (value, {width}) => {
      const items = list(value.n);
      const made = below(value);
      const carried = value.method === "reduce";
      const step = Math.min(72, (width - 8) / 7);
      const size = Math.min(40, step - 8);
      const height = 150;
      const box = (x: number, y: number, said: string, meaning: string, bold: boolean) => [
        svg("rect", {x, y, width: size, height: size, rx: 3, style: `fill:${heat(meaning, bold ? 0.4 : 0.16)}`}),
        svg(
          "text",
          {
            x: x + size / 2,
            y: y + size / 2 + 5,
            "text-anchor": "middle",
            style: `fill:var(--ink);font:${bold ? 600 : 400} 15px var(--sans)`
          },
          said
        )
      ];
      const stroke = "stroke:var(--ink-3);stroke-width:1.5";
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
          ...items.flatMap((item, i) => {
            const x = 4 + i * step;
            const out = made[i];
            const last = !carried || i === items.length - 1;
            return [
              ...box(x, 8, String(item), "data", false),
              ...(out === undefined
                ? []
                : [
                    svg("line", {x1: x + size / 2, x2: x + size / 2, y1: 8 + size + 3, y2: 97, style: stroke}),
                    ...box(x, 100, String(out), "model", last)
                  ]),
              ...(carried && i > 0
                ? [
                    svg("line", {
                      x1: x - step + size + 1,
                      x2: x - 1,
                      y1: 100 + size / 2,
                      y2: 100 + size / 2,
                      style: stroke
                    })
                  ]
                : [])
            ];
          })
        ),
        element(
          "p",
          {className: "fig-note"},
          element("code", {}, `[${items.join(", ")}].${CODE[value.method]}`),
          " is ",
          element("b", {}, resultOf(value))
        )
      );
    },
    describe: (value) =>
      `[${list(value.n).join(", ")}].${CODE[value.method]} is ${resultOf(value)}.${value.method === "reduce" ? ` The sums on the way are ${below(value).join(", ")}.` : ""}`,
    code: (value) => `console.log([${list(value.n).join(", ")}].${CODE[value.method]});`
  });
