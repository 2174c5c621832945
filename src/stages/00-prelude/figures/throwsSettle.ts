import {pow} from "/lib/index.js";
import {chart, level, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {frequencies, places} from "../model/throws.js";

interface Value {
  readonly what: "a head" | "a six";
  /** The power of ten of the number of throws. */
  readonly n: number;
  readonly seed: number;
}

const P: Readonly<Record<Value["what"], number>> = {"a head": 1 / 2, "a six": 1 / 6};

function thrown({what, n, seed}: Value) {
  const p = P[what];
  const at = places(Math.round(pow(10, n)));
  const shares = frequencies(p, seed, at);
  return {p, at, shares, last: at.at(-1)!, share: shares.at(-1)!};
}

/** The share of heads or sixes in the throws so far, and a funnel that narrows like one over the root of their number. */
export const throwsSettle = (name = "throws-settle") =>
  figure<Value>({
    name,
    title: "Throw on, and the share settles",
    caption:
      "The share of throws so far that came out, by the number of throws; the axis has equal factors. The dotted level is the probability. Dashed: a funnel of two standard deviations, which narrows like 1/√n. Other throws come from another key.",
    controls: {
      what: choice<Value["what"]>(["a head", "a six"], {label: "We wait for"}),
      n: slider([1, 5], {label: "Throws", value: 2, step: 0.25, format: (n) => writeNumber(Math.round(pow(10, n)), 3)}),
      seed: slider([1, 30], {label: "Other throws", value: 1})
    },
    draw: (value, {width}) => {
      const {p, at, shares, last, share} = thrown(value);
      const bound = (side: 1 | -1): readonly Point[] => at.map((n) => [n, p + side * 2 * Math.sqrt((p * (1 - p)) / n)]);
      const inside = (points: readonly Point[]): readonly Point[] =>
        points.map(([n, y]) => [n, y >= 0 && y <= 1 ? y : NaN]);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: [1, last], label: "Throws", scale: "log", ticks: 4},
          y: {domain: [0, 1], label: `Share of throws with ${value.what}`},
          marks: [
            level(p, ""),
            line(inside(bound(1)), {meaning: "probability", width: 1.25, dashed: true, name: "funnel, above"}),
            line(inside(bound(-1)), {meaning: "probability", width: 1.25, dashed: true, name: "funnel, below"}),
            line(
              shares.map((y, i): Point => [at[i]!, y]),
              {meaning: "data", name: "share"}
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `After ${last.toLocaleString("en")} throws the share is `,
          element("b", {}, share.toFixed(4)),
          `; the probability is ${p.toFixed(4)}`
        )
      );
    },
    describe: (value) => {
      const {p, last, share} = thrown(value);
      return `After ${last.toLocaleString("en")} throws, the share with ${value.what} is ${share.toFixed(4)}, and the probability is ${p.toFixed(4)}. Two standard deviations are ${(2 * Math.sqrt((p * (1 - p)) / last)).toFixed(4)}.`;
    },
    code: ({what, n, seed}) => `import {key, uniform} from "llm-first-principles";

const throws = ${Math.round(pow(10, n))};
let hits = 0;
for (let i = 0; i < throws; i++) if (uniform(key(${seed}), i) < ${what === "a head" ? "1 / 2" : "1 / 6"}) hits++;
console.log(hits / throws);`,
    rows: (value) => {
      const {at, shares} = thrown(value);
      return at.map((throws, i) => ({throws, share: shares[i]}));
    }
  });
