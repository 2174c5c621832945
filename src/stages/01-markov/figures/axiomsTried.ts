import {chart, dotsAt, label, line, note, type Mark, type Point} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {surprises, tried, type SurpriseName, type Tried} from "../model/surprises.js";

interface Value {
  readonly surprise: SurpriseName;
  readonly p: number;
  readonly q: number;
}

const names = Object.keys(surprises) as SurpriseName[];
const digits = (v: number): string => v.toFixed(3);
const LOWEST = 0.02;

/** Four candidates for a measure of surprise on two probabilities: which axioms do they keep there? */
export function axiomsTried() {
  const of = ({surprise, p, q}: Value) => tried(surprise, p, q);
  const chance = (name: string, value: number) =>
    slider([0.2, 0.95], {label: name, value, step: 0.05, format: (v) => v.toFixed(2)});
  return figure<Value>({
    name: "axioms-tried",
    title: "Break an axiom",
    caption:
      "Above: a candidate for I, with dots at p, q and pq, the probability that both happen. Below: its surprise at both together, and the two surprises laid end to end. Axiom 2 asks that the curve never rises to the right, axiom 3 that the two bars are equally long.",
    controls: {
      surprise: choice<SurpriseName>(names, {label: "I(p)"}),
      p: chance("p", 0.5),
      q: chance("q", 0.25)
    },
    draw: (value, {width}) => {
      const told = of(value);
      const [a, b, both] = told.costs;
      const curve = Array.from({length: 197}, (_, i): Point => {
        const x = LOWEST + ((1 - LOWEST) * i) / 196;
        return [x, surprises[value.surprise](x)];
      });
      const top = Math.max(...curve.map(([, y]) => y)) * 1.12;
      const drop: Mark = ({x, y, bottom}) =>
        [
          [value.p, a],
          [value.q, b],
          [value.p * value.q, both]
        ].map(([at, cost]) => svg("line", {x1: x(at!), x2: x(at!), y1: y(cost!), y2: bottom, class: "moment"}));
      const named = (at: number, cost: number, name: string) =>
        note([at, cost + top * 0.04], name, {style: "fill:var(--ink);font-weight:600"});
      const same = value.p === value.q;
      return element(
        "div",
        {},
        chart({
          width,
          height: 250,
          x: {domain: [0, 1], label: "Probability"},
          y: {domain: [0, top], label: `I = ${value.surprise}`, ticks: 4},
          marks: [
            drop,
            line(curve, {meaning: "probability", name: "surprise"}),
            dotsAt(
              [
                [value.p, a],
                [value.q, b]
              ],
              "data",
              6
            ),
            dotsAt([[value.p * value.q, both]], "model", 6),
            named(value.p, a, same ? "p, q" : "p"),
            ...(same ? [] : [named(value.q, b, "q")]),
            named(value.p * value.q, both, "pq")
          ]
        }),
        sumsOf(told, width)
      );
    },
    describe: (value) => {
      const told = of(value);
      const [a, b, both] = told.costs;
      return `I(p) = ${value.surprise}. I(${value.p.toFixed(2)}) = ${digits(a)}, I(${value.q.toFixed(2)}) = ${digits(b)}, together ${digits(a + b)}; I(${(value.p * value.q).toFixed(4)}) = ${digits(both)}. ${verdicts(told).join(" ")}`;
    },
    code: ({surprise, p, q}) => `import {log2} from "llm-first-principles";

const I = ${written[surprise]};
const [p, q] = [${p}, ${q}];
console.log("rarer, no less surprising:", I(p * q) >= Math.max(I(p), I(q)));
console.log("adds up:", I(p * q), I(p) + I(q));`,
    rows: ({p, q}) =>
      names.map((name) => {
        const {costs, ordered, additive} = tried(name, p, q);
        return {surprise: name, ofP: costs[0], ofQ: costs[1], ofBoth: costs[2], ordered, additive};
      })
  });
}

const written: Readonly<Record<SurpriseName, string>> = {
  "−log₂ p": "(p) => -log2(p)",
  "1 − p": "(p) => 1 - p",
  "√(−log₂ p)": "(p) => Math.sqrt(-log2(p))",
  "−p log₂ p": "(p) => -p * log2(p)"
};

/** What the pair says of each axiom. */
const verdicts = ({ordered, additive}: Tried): readonly [string, string] => [
  `Axiom 2, that rarer is no less surprising, ${ordered ? "holds here." : "fails."}`,
  `Axiom 3, that surprises add up, ${additive ? "holds here." : "fails."}`
];

/** The surprise at both, and the two surprises end to end, on one scale; then the verdicts. */
function sumsOf(told: Tried, width: number): SVGSVGElement {
  const height = 128;
  const [a, b, both] = told.costs;
  const left = 92;
  const across = (cost: number) => ((width - left - 56) * cost) / Math.max(a + b, both);
  const bar = (x: number, y: number, cost: number, meaning: string) =>
    svg("rect", {
      x,
      y,
      width: Math.max(0, across(cost)),
      height: 22,
      style: `fill:var(--${meaning});stroke:var(--paper)`
    });
  const row = (y: number, name: string, cost: number) => [
    label(0, y + 16, name, {style: "fill:var(--ink)"}),
    label(left + across(cost) + 6, y + 16, digits(cost), {style: "fill:var(--ink);font-weight:600"})
  ];
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    ...row(8, "I(pq)", both),
    bar(left, 8, both, "model"),
    ...row(42, "I(p) + I(q)", a + b),
    bar(left, 42, a, "data"),
    bar(left + across(a), 42, b, "data"),
    ...verdicts(told).map((text, i) =>
      label(0, 96 + 22 * i, text, {style: `fill:var(--${text.endsWith("fails.") ? "bad" : "ink"});font-size:13px`})
    )
  );
}
