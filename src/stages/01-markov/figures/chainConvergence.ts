import {chart, dotsAt, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {course, settled, twoStates} from "../model/chains.js";

interface Value {
  readonly p: number;
  readonly q: number;
  readonly steps: number;
}

const MOST = 12;

/** Two walkers of one chain, begun in different states: where each may be, step by step, and where both end up. */
export function chainConvergence() {
  const curves = ({p, q}: Value) => {
    const chain = twoStates(p, q);
    const shares = (start: readonly number[]) => course(start, chain, MOST).map(([vowel = 0], n): Point => [n, vowel]);
    return {fromVowel: shares([1, 0]), fromConsonant: shares([0, 1]), rest: settled(p, q)};
  };
  const number = (v: number) => v.toFixed(2);
  return figure<Value>({
    name: "chain-convergence",
    title: "Where the chain is after n steps",
    caption:
      "The probability that letter number n is a vowel, if letter number 0 was a vowel (solid) and if it was a consonant (dashed). At first p and q are those of Moby Dick.",
    controls: {
      p: slider([0, 1], {label: "p: vowel after vowel", value: 0.14, step: 0.01, format: number}),
      q: slider([0, 1], {label: "q: vowel after consonant", value: 0.51, step: 0.01, format: number}),
      steps: slider([0, MOST], {label: "Look at step n", value: 2, step: 1})
    },
    draw: (value, {width}) => {
      const {fromVowel, fromConsonant, rest} = curves(value);
      const {steps} = value;
      return chart({
        width,
        height: 330,
        marginRight: 116,
        x: {domain: [0, MOST], label: "Steps n", ticks: 6, format: String},
        y: {
          domain: [0, 1],
          label: `Probability of a vowel${rest === undefined ? "" : ` (dotted: stationary, ${(rest[0] ?? 0).toFixed(3)})`}`
        },
        marks: [
          ...(rest === undefined ? [] : [level(rest[0] ?? 0, "")]),
          line(fromVowel, {meaning: "model", dots: true}),
          line(fromConsonant, {meaning: "data", dashed: true, dots: true}),
          dotsAt(fromVowel.slice(steps, steps + 1), "model", 8),
          dotsAt(fromConsonant.slice(steps, steps + 1), "data", 8),
          ends([
            {x: MOST, y: fromVowel.at(-1)?.[1] ?? 0, text: "from a vowel", meaning: "model"},
            {x: MOST, y: fromConsonant.at(-1)?.[1] ?? 0, text: "from a consonant", meaning: "data"}
          ])
        ]
      });
    },
    describe: (value) => {
      const {fromVowel, fromConsonant, rest} = curves(value);
      const at = (points: readonly Point[]) => (points[value.steps]?.[1] ?? 0).toFixed(4);
      return `p = ${number(value.p)}, q = ${number(value.q)}, so λ = p − q = ${number(value.p - value.q)}. After ${value.steps} steps the probability of a vowel is ${at(fromVowel)} from a vowel and ${at(fromConsonant)} from a consonant. ${rest === undefined ? "No state is ever left, so each walker stays where it began." : `The stationary distribution has ${(rest[0] ?? 0).toFixed(4)}.`}`;
    },
    code: ({p, q, steps}) => `const chain = [[${p}, ${1 - p}], [${q}, ${1 - q}]]; // row: from; column: to
const step = (now) => [0, 1].map((j) => now[0] * chain[0][j] + now[1] * chain[1][j]);
let [fromVowel, fromConsonant] = [[1, 0], [0, 1]];
for (let n = 0; n < ${steps}; n++) [fromVowel, fromConsonant] = [step(fromVowel), step(fromConsonant)];
console.log(fromVowel[0], fromConsonant[0]); // both rows of the chain's power ${steps}`,
    rows: (value) => {
      const {fromVowel, fromConsonant} = curves(value);
      return fromVowel.map(([n, vowel], i) => ({n, fromVowel: vowel, fromConsonant: fromConsonant[i]?.[1]}));
    }
  });
}
