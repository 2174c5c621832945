import {key} from "/lib/index.js";
import {chart, level, line, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {entropyRate, runningMean, settled, twoStates, walk} from "../model/chains.js";

interface Value {
  readonly p: number;
  readonly q: number;
  readonly seed: number;
}

const LENGTH = 10_000;
const WALKS = 5;

/** Running means of surprisal along a few walks of one chain: each is one text, and all settle at the entropy rate. */
export function chainMeans() {
  const drawn = ({p, q, seed}: Value) => {
    const chain = twoStates(p, q);
    const home = settled(p, q) ?? [0.5, 0.5];
    const means = Array.from({length: WALKS}, (_, i) =>
      runningMean(walk(home, chain, LENGTH + 1, key(WALKS * seed + i)), chain)
    );
    return {means, rate: entropyRate(home, chain)};
  };
  // places at equal distances on the logarithmic scale: a line needs no more
  const places = [...new Set(Array.from({length: 121}, (_, i) => Math.round(10 ** (1 + (3 * i) / 120))))];
  const number = (v: number) => v.toFixed(2);
  return figure<Value>({
    name: "chain-means",
    title: "One long text is enough",
    caption:
      "Five walks of one chain. For each, the mean surprisal of its first n steps, in bits; the dotted level is the entropy rate. Drawn from fixed keys, so it is the same each time.",
    controls: {
      p: slider([0.02, 0.98], {label: "p: stay in the first state", value: 0.2, step: 0.02, format: number}),
      q: slider([0.02, 0.98], {label: "q: return to the first state", value: 0.6, step: 0.02, format: number}),
      seed: slider([1, 20], {label: "Other walks", value: 1, step: 1})
    },
    draw: (value, {width}) => {
      const {means, rate} = drawn(value);
      const at = means.map((mean) => places.map((n): Point => [n, mean[n - 1] ?? NaN]));
      const all = at.flatMap((points) => points.map(([, y]) => y));
      const [least, most] = [Math.min(rate, ...all), Math.max(rate, ...all)];
      return chart({
        width,
        height: 330,
        x: {domain: [10, LENGTH], label: "Steps n", scale: "log", ticks: 4},
        y: {
          domain: [least - 0.05, most + 0.05],
          label: `Mean surprisal of the first n steps, bits (dotted: entropy rate, ${rate.toFixed(3)})`
        },
        marks: [...at.map((points, i) => line(points, {meaning: "data", width: i === 0 ? 2.5 : 1.25})), level(rate, "")]
      });
    },
    describe: (value) => {
      const {means, rate} = drawn(value);
      const at = (n: number) => means.map((mean) => (mean[n - 1] ?? NaN).toFixed(3)).join(", ");
      return `p = ${number(value.p)}, q = ${number(value.q)}. The entropy rate is ${rate.toFixed(4)} bits. Means of five walks after 100 steps: ${at(100)}; after ${LENGTH.toLocaleString("en")}: ${at(LENGTH)}.`;
    },
    code: ({p, q, seed}) => `import {key, log2, uniform} from "llm-first-principles";

const chain = [[${p}, ${1 - p}], [${q}, ${1 - q}]];
let [state, bits] = [0, 0];
for (let n = 1; n <= ${LENGTH}; n++) {
  const next = uniform(key(${WALKS * seed}), n) < chain[state][0] ? 0 : 1;
  bits -= log2(chain[state][next]);
  state = next;
  if ([10, 100, 1000, ${LENGTH}].includes(n)) console.log(n, bits / n);
}`,
    rows: (value) =>
      places.map((n) => ({
        n,
        ...Object.fromEntries(drawn(value).means.map((mean, i) => [`walk${i + 1}`, mean[n - 1]]))
      }))
  });
}
