import {entropy, log2, perplexity, toBits} from "/lib/index.js";
import {bars} from "../../../components/chart/bars.js";
import {moved, settled} from "../../../components/figure/control.js";
import {slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {simplex, type Shares} from "./simplex.js";

interface Value {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const names = ["A", "B", "C", "D"] as const;
const MOST_BITS = 10; // the surprisal that a bar can show

/** Weights as probabilities; all zero is as good as all equal. */
function shares({a, b, c, d}: Value): readonly number[] {
  const total = a + b + c + d;
  return total === 0 ? [0.25, 0.25, 0.25, 0.25] : [a, b, c, d].map((w) => w / total);
}

const bitsOf = (p: readonly number[]): number => toBits(entropy(p));

/** The entropy of three or four outcomes, whose probabilities the reader drags. */
export function entropyExplorer(name = "entropy-explorer") {
  const weight = (which: string, value: number) => slider([0, 100], {label: `Weight of ${which}`, value});
  const [a, b, c, d] = [weight("A", 50), weight("B", 25), weight("C", 25), weight("D", 0)];
  const possible = (p: readonly number[]) => p.filter((x) => x > 0).length;

  const drag = (to: Shares, ended: boolean) => {
    const all = [a, b, c] as const;
    all.forEach((control, i) => (control.value = Math.round(100 * (to[i] ?? 0))));
    moved(a);
    if (ended) settled(a);
  };
  return figure<Value>({
    name,
    title: "Entropy of three or four outcomes",
    caption:
      "Drag the point, or move the weights. The triangle holds all ways to share what D leaves among A, B and C; the darker, the more entropy. A bar of surprisal is a number of bits; where an outcome is impossible there is a cross.",
    interactive: true,
    controls: {a, b, c, d},
    draw: (value, {width}) => {
      const p = shares(value);
      const rest = value.a + value.b + value.c;
      const at: Shares = rest === 0 ? [1 / 3, 1 / 3, 1 / 3] : [value.a / rest, value.b / rest, value.c / rest];
      const left = 1 - (p[3] ?? 0);
      const most = log2(left < 1 && left > 0 ? 4 : 3);
      const level = ([x, y, z]: Shares) => bitsOf([x * left, y * left, z * left, 1 - left]) / most;
      const wide = width >= 600;
      const side = wide ? Math.min(360, width * 0.46) : Math.min(width, 330);
      const column = wide ? width - side - 16 : width;
      const bits = bitsOf(p);
      return element(
        "div",
        {className: "row"},
        simplex({size: side, at, level, names: ["A", "B", "C"], drag}),
        element(
          "div",
          {},
          bars({
            width: column,
            height: 180,
            label: "Probability",
            max: 1,
            bars: names.map((one, i) => ({name: one, value: p[i] ?? 0}))
          }),
          bars({
            width: column,
            height: 180,
            label: "Surprisal, bits",
            meaning: "loss-validation",
            max: MOST_BITS,
            note: `H = ${bits.toFixed(3)} bits`,
            bars: names.map((one, i) => ({
              name: one,
              value: Math.min(MOST_BITS, (p[i] ?? 0) === 0 ? 0 : -log2(p[i] ?? 1)),
              excluded: p[i] === 0
            }))
          })
        )
      );
    },
    describe: (value) => {
      const p = shares(value);
      const each = names.map(
        (one, i) =>
          `${one} has probability ${(p[i] ?? 0).toFixed(3)}${p[i] === 0 ? "" : ` and surprisal ${(0 - log2(p[i] ?? 1)).toFixed(2)} bits`}`
      );
      const nats = entropy(p);
      return `${each.join(", ")}. The entropy is ${toBits(nats).toFixed(3)} bits or ${nats.toFixed(3)} nats, as of ${perplexity(nats).toFixed(2)} equally likely outcomes; ${possible(p)} outcomes have at most ${log2(possible(p)).toFixed(3)} bits.`;
    },
    code: (value) => `import {entropy, surprisal, toBits, perplexity} from "llm-first-principles";

const p = [${shares(value)
      .map((x) => Number(x.toFixed(6)))
      .join(", ")}];
console.log("surprisals in bits", p.map((x) => toBits(surprisal(x))));
console.log("entropy in bits", toBits(entropy(p)));
console.log("as of so many equal outcomes", perplexity(entropy(p)));`,
    rows: (value) =>
      shares(value).map((p, i) => ({
        outcome: names[i],
        probability: p,
        surprisalBits: p === 0 ? Infinity : 0 - log2(p)
      }))
  });
}
