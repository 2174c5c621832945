import {inverseCdf, key, uniform} from "/lib/index.js";
import {heat} from "../../../components/chart/heatmap.js";
import {element, svg} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";

interface Value {
  readonly e: number;
  readonly a: number;
  readonly z: number;
  readonly u: number;
}

const LETTERS = ["e", "a", "z"] as const;
const DRAWS = 1000;
const HEIGHT = 92;

function drawn({u, ...weights}: Value) {
  const list = LETTERS.map((letter) => weights[letter]);
  const total = list.reduce((sum, w) => sum + w, 0);
  const probs = list.map((w) => w / total);
  const ends = probs.map((_, i) => probs.slice(0, i + 1).reduce((sum, p) => sum + p, 0));
  const counts = LETTERS.map(() => 0);
  for (let i = 0; i < DRAWS; i++) counts[inverseCdf(list, uniform(key(1), i))]!++;
  return {probs, ends, counts, letter: LETTERS[inverseCdf(list, u)]!};
}

/** Drawing from a distribution: pieces laid end to end from 0 to 1, and a number that falls into one of them. */
export const numberLine = (name = "number-line") =>
  figure<Value>({
    name,
    title: "A number falls into a piece",
    caption:
      "Each letter has a piece of the line from 0 to 1, as long as it is likely. A number u, any as likely as any other, falls into one of them, and that is the letter drawn.",
    controls: {
      e: slider([1, 10], {label: "Weight of e", value: 6}),
      a: slider([1, 10], {label: "Weight of a", value: 3}),
      z: slider([1, 10], {label: "Weight of z", value: 1}),
      u: slider([0, 0.99], {label: "u", value: 0.7, step: 0.01, format: (u) => u.toFixed(2)})
    },
    draw: (value, {width}) => {
      const {probs, ends, counts, letter} = drawn(value);
      const to = (p: number): number => 12 + (width - 24) * p;
      const text = (x: number, y: number, said: string, weight = 400, meaning = "ink") =>
        svg(
          "text",
          {x, y, "text-anchor": "middle", style: `fill:var(--${meaning});font:${weight} 14px var(--sans)`},
          said
        );
      return element(
        "div",
        {},
        svg(
          "svg",
          {width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, class: "chart"},
          ...LETTERS.flatMap((name, i) => {
            const from = to(ends[i]! - probs[i]!);
            return [
              svg("rect", {
                x: from,
                y: 28,
                width: to(ends[i]!) - from - 1,
                height: 34,
                style: `fill:${heat("probability", name === letter ? 0.4 : 0.14)}`
              }),
              text((from + to(ends[i]!)) / 2, 50, name, name === letter ? 600 : 400)
            ];
          }),
          ...[0, ...ends.slice(0, -1), 1].flatMap((p) => {
            const x = to(p);
            const between = x > 56 && x < width - 56;
            if (!between && p > 0 && p < 1) return []; // its place is taken by 0 or 1
            const at = Math.min(width - 16, Math.max(16, x));
            return [text(at, 82, p.toFixed(2), 400, "ink-2")];
          }),
          svg("line", {
            x1: to(value.u),
            x2: to(value.u),
            y1: 20,
            y2: 66,
            "stroke-width": 2.5,
            style: "stroke:var(--data)"
          }),
          text(Math.min(width - 34, Math.max(34, to(value.u))), 14, `u = ${value.u.toFixed(2)}`, 600, "data")
        ),
        element("p", {className: "fig-note"}, "Drawn: ", element("b", {}, letter)),
        element(
          "p",
          {className: "fig-note"},
          `With ${DRAWS} numbers u of a key: ${LETTERS.map((name, i) => `${name} ${counts[i]} times (${(100 * probs[i]!).toFixed(1)}% of the line)`).join(", ")}`
        )
      );
    },
    describe: (value) => {
      const {probs, counts, letter} = drawn(value);
      return `Pieces: ${LETTERS.map((name, i) => `${name} ${probs[i]!.toFixed(3)}`).join(", ")}. The number ${value.u.toFixed(2)} falls into the piece of ${letter}. Of ${DRAWS} draws, ${LETTERS.map((name, i) => `${counts[i]} were ${name}`).join(", ")}.`;
    },
    code: ({e, a, z, u}) => `import {inverseCdf, key, uniform} from "llm-first-principles";

const weights = [${e}, ${a}, ${z}];
console.log("eaz"[inverseCdf(weights, ${u})]);
console.log("eaz"[inverseCdf(weights, uniform(key(1), 0))]); // with a number of a key`
  });
