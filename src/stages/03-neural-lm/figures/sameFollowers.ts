import {chart, dotsAt, ends, line, note, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {distance} from "../model/geometry.js";
import {pulled, TABLE, TOKENS, WEIGHT, type Token} from "../model/tinyNumbers.js";

interface Value {
  readonly a: number;
  readonly e: number;
  readonly step: number;
}

const STEPS = 60;
const REACH = 1.5;

/** What follows: n in so many of a hundred cases, b in the others, and each token once in fifty besides. */
const followers = (share: number): readonly number[] =>
  TOKENS.map((token) => 0.02 + (token === "n" ? 0.9 * (share / 100) : token === "b" ? 0.9 * (1 - share / 100) : 0));

const beginning = (token: Token) => TABLE[TOKENS.indexOf(token)]!;

/** Two vectors of the tiny example, each pulled by what follows its token: the same followers, the same place. */
export function sameFollowers(name = "same-followers") {
  const paths = ({a, e}: Value) => ({
    a: pulled(beginning("a"), followers(a), STEPS),
    e: pulled(beginning("e"), followers(e), STEPS)
  });
  const number = (v: number): string => v.toFixed(3).replace("-", "−");
  return figure<Value>({
    name,
    title: "What follows a token says where its vector goes",
    caption:
      "The vectors of “a” and “e” in the tiny example, by steps of gradient descent at rate 0.5, while the output weights are held still. After each of the two comes “n” as often as you say, and otherwise “b”, but for one case in ten, which all five tokens share.",
    controls: {
      a: slider([5, 95], {label: "n after a", value: 70, step: 5, format: (v) => `${v}%`}),
      e: slider([5, 95], {label: "n after e", value: 70, step: 5, format: (v) => `${v}%`}),
      step: slider([0, STEPS], {label: "Steps", value: 12})
    },
    draw: (value, {width}) => {
      const {a, e} = paths(value);
      const wide = width >= 600;
      const side = wide ? Math.min(340, width * 0.52) : width;
      const rest = wide ? width - side - 16 : width;
      const course = (path: readonly (readonly number[])[]): readonly Point[] =>
        path.slice(0, value.step + 1).map(([x = 0, y = 0]) => [x, y]);
      const [ofA, ofE] = [course(a), course(e)];
      const apart = a.map((from, i): Point => [i, distance(from, e[i]!)]);
      const here = apart[value.step]!;
      const named = (path: readonly Point[], text: string) =>
        note(path.at(-1)!, text, {dx: 9, dy: text === "a" ? 14 : -8, style: "fill:var(--data);font-weight:700"});
      return element(
        "div",
        {className: "row"},
        chart({
          width: side,
          height: wide ? 300 : Math.min(300, width),
          readable: false,
          x: {domain: [-REACH, REACH], label: "First number", ticks: 4},
          y: {domain: [-REACH, REACH], label: "Second number of the vector", ticks: 4},
          marks: [
            line(ofA, {meaning: "model"}),
            line(ofE, {meaning: "model", dashed: true}),
            dotsAt(ofA.slice(0, 1), "ink-3", 4),
            dotsAt(ofE.slice(0, 1), "ink-3", 4),
            dotsAt(ofA.slice(-1), "model", 6),
            dotsAt(ofE.slice(-1), "model", 6),
            named(ofA, "a"),
            named(ofE, "e")
          ]
        }),
        chart({
          width: rest,
          height: wide ? 300 : 230,
          marginRight: 60,
          x: {domain: [0, STEPS], label: "Steps", ticks: 4},
          y: {domain: [0, 1.6], label: "Distance of the two vectors", ticks: 4},
          marks: [
            line(apart, {meaning: "model", name: "distance"}),
            dotsAt([here], "ink", 6),
            ends([{x: STEPS, y: apart.at(-1)![1], text: number(apart.at(-1)![1]), meaning: "model"}])
          ]
        })
      );
    },
    describe: (value) => {
      const {a, e} = paths(value);
      const [from, to] = [a[value.step]!, e[value.step]!];
      const place = (v: readonly number[]): string => `(${v.map(number).join(", ")})`;
      return `After ${value.step} of ${STEPS} steps the vector of “a”, followed by “n” in ${value.a}% of cases, is at ${place(from)}, and that of “e”, followed by “n” in ${value.e}%, at ${place(to)}. They began 1 apart and are ${number(distance(from, to))} apart; after ${STEPS} steps ${number(distance(a.at(-1)!, e.at(-1)!))}.`;
    },
    code: (value) => `import {softmax} from "llm-first-principles";

const weight = ${JSON.stringify(WEIGHT)}; // a column for each of ⏎ a b e n
const gradient = (v, q) => {
  const p = softmax(q.map((_, j) => v[0] * weight[0][j] + v[1] * weight[1][j]));
  return weight.map((row) => row.reduce((sum, w, j) => sum + w * (p[j] - q[j]), 0));
};
let [a, e] = [[1, 0], [1, 1]];
const [afterA, afterE] = ${JSON.stringify([value.a, value.e].map((share) => followers(share).map((x) => Number(x.toFixed(4)))))};
for (let step = 0; step < ${value.step}; step++) {
  const [ga, ge] = [gradient(a, afterA), gradient(e, afterE)];
  [a, e] = [a.map((x, k) => x - 0.5 * ga[k]), e.map((x, k) => x - 0.5 * ge[k])];
}
console.log(a, e);`,
    rows: (value) => {
      const {a, e} = paths(value);
      return a.map((from, step) => ({
        step,
        a1: from[0],
        a2: from[1],
        e1: e[step]![0],
        e2: e[step]![1],
        distance: distance(from, e[step]!)
      }));
    }
  });
}
