import {key, splitKey, uniform, type Key} from "/lib/index.js";
import {heat} from "../../../components/chart/heatmap.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly seed: number;
  readonly order: "forward" | "backward";
}

const MANY = 8;
const ORDERS: readonly Value["order"][] = ["forward", "backward"];

/** The first numbers of a key, asked for in one order or the other. */
function asked(from: Key, order: Value["order"]): readonly number[] {
  const places = Array.from({length: MANY}, (_, i) => (order === "forward" ? i : MANY - 1 - i));
  const found = new Map(places.map((i) => [i, uniform(from, i)]));
  return Array.from({length: MANY}, (_, i) => found.get(i)!);
}

/** Numbers of a key, and of two keys made of it: what was drawn before makes no difference. */
export const keyedNumbers = (name = "keyed-numbers") =>
  figure<Value>({
    name,
    title: "Numbers from a key",
    caption:
      "The first eight numbers of a key and of two keys that are split from it. They look like chance, and depend on the key alone: not on the order in which they are asked for, nor on what else was drawn.",
    controls: {
      seed: slider([1, 40], {label: "Seed of the key", value: 7}),
      order: choice<Value["order"]>(ORDERS, {label: "Asked for"})
    },
    draw: ({seed, order}, {width}) => {
      const [first, second] = splitKey(key(seed));
      const rows = [
        ["key", key(seed)],
        ["1st split", first!],
        ["2nd split", second!]
      ] as const;
      const left = 74;
      const size = Math.min(64, Math.floor((width - left) / MANY));
      const place = (i: number): number => (order === "forward" ? i : MANY - 1 - i) + 1;
      const text = (x: number, y: number, said: string, anchor: string, px = 12) =>
        svg("text", {x, y, "text-anchor": anchor, style: `fill:var(--ink);font:${px}px var(--sans)`}, said);
      const height = 24 + rows.length * 40;
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
          ...Array.from({length: MANY}, (_, i) => text(left + i * size + size / 2, 14, `${place(i)}.`, "middle")),
          ...rows.flatMap(([name, from], row) => [
            text(0, 24 + row * 40 + 23, name, "start", 14),
            ...asked(from, order).flatMap((u, i) => [
              svg("rect", {
                x: left + i * size,
                y: 24 + row * 40,
                width: size - 2,
                height: 36,
                style: `fill:${heat("data", 0.6 * u)}`
              }),
              text(left + i * size + size / 2 - 1, 24 + row * 40 + 22, u.toFixed(2), "middle")
            ])
          ])
        ),
        element(
          "p",
          {className: "fig-note"},
          `Above: when each was asked for. Mean of the key’s eight numbers: `,
          element("b", {}, (asked(key(seed), order).reduce((sum, u) => sum + u, 0) / MANY).toFixed(3))
        )
      );
    },
    describe: ({seed, order}) =>
      `The key of seed ${seed}, asked ${order}, has the numbers ${asked(key(seed), order)
        .map((u) => u.toFixed(2))
        .join(", ")}. Asked in the other order it has the same.`,
    code: ({seed}) => `import {key, splitKey, uniform} from "llm-first-principles";

const [data, weights] = splitKey(key(${seed}));
console.log(uniform(data, 0), uniform(weights, 0), uniform(data, 0)); // the first and the last are equal`
  });
