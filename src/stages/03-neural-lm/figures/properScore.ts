import {entropy, kl} from "/lib/index.js";
import {bars} from "../../../components/chart/bars.js";
import {label} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {moved, settled, type Control} from "../../../components/figure/control.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {draggable} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {expectedCharge, RULES, type RuleName} from "../model/scores.js";
import {TOKENS} from "../model/tinyNumbers.js";

const TRUTHS = {
  mixed: [0.1, 0.05, 0.25, 0.1, 0.5],
  even: [0.2, 0.2, 0.2, 0.2, 0.2],
  sure: [0, 0, 0, 0, 1]
} as const;
type TruthName = keyof typeof TRUTHS;

const TITLES: Readonly<Record<TruthName, string>> = {
  mixed: "n half of the time, others besides",
  even: "all five equally often",
  sure: "always n"
};

const RULE_TITLES: Readonly<Record<RuleName, string>> = {logarithm: "−ln q", squares: "squares", plain: "1 − q"};
const UNITS: Readonly<Record<RuleName, string>> = {logarithm: " nats", squares: "", plain: ""};

interface Value {
  readonly rule: RuleName;
  readonly truth: TruthName;
  readonly q0: number;
  readonly q1: number;
  readonly q2: number;
  readonly q3: number;
  readonly q4: number;
}

const weightsOf = ({q0, q1, q2, q3, q4}: Value): readonly number[] => [q0, q1, q2, q3, q4];

function forecastOf(value: Value): readonly number[] {
  const weights = weightsOf(value);
  const total = weights.reduce((sum, w) => sum + w, 0);
  return total === 0 ? weights.map(() => 1 / weights.length) : weights.map((w) => w / total);
}

const told = (x: number): string => (Number.isFinite(x) ? x.toFixed(3) : "∞");

/** A predicted distribution against a true one: what it is charged, and what the truth would be charged. */
export function properScore(name = "proper-score") {
  const weight = (i: number, value: number): Control<number> =>
    slider([0, 100], {label: `Predicted for ${TOKENS[i]!}`, value});
  const all = [20, 20, 20, 20, 20].map((w, i) => weight(i, w));
  const [q0, q1, q2, q3, q4] = all as [
    Control<number>,
    Control<number>,
    Control<number>,
    Control<number>,
    Control<number>
  ];

  /** The reader pulls one bar to a height: the others share what is left as they did. */
  const drag = (index: number, share: number, ended: boolean): void => {
    const rest = all.reduce((sum, control, i) => (i === index ? sum : sum + control.value), 0);
    const mine = Math.round(100 * Math.min(1, Math.max(0, share)));
    all.forEach((control, i) => {
      const part = rest === 0 ? 1 / (all.length - 1) : control.value / rest;
      control.value = i === index ? mine : Math.round((100 - mine) * part);
    });
    moved(q0);
    if (ended) settled(q0);
  };
  const charged = (value: Value) => {
    const [p, q] = [TRUTHS[value.truth], forecastOf(value)];
    return {p, q, honest: expectedCharge(value.rule, p, p), now: expectedCharge(value.rule, p, q)};
  };

  return figure<Value>({
    name,
    title: "A forecast, charged by what comes",
    caption:
      "Outlined: how often each token comes. Filled: what you predict. Drag the bars, or move the sliders, whose numbers are shares of their sum. Below, what you pay on average for each token that comes, and what one would pay who predicts the truth.",
    interactive: true,
    controls: {
      rule: choice<RuleName>(RULES, {label: "You pay", format: (rule) => RULE_TITLES[rule]}),
      truth: select<TruthName>(["mixed", "even", "sure"], {label: "What comes", format: (truth) => TITLES[truth]}),
      q0,
      q1,
      q2,
      q3,
      q4
    },
    draw: (value, {width}) => {
      const {p, q, honest, now} = charged(value);
      const height = 230;
      const drawing = bars({
        width,
        height,
        label: "Probability",
        max: 1,
        outlined: "data",
        bars: TOKENS.map((token, i) => ({name: token, value: q[i]!, outline: p[i]!}))
      });
      draggable(drawing, (x, y, ended) => {
        const index = Math.floor(((x - 44) / (width - 48)) * TOKENS.length);
        drag(Math.min(TOKENS.length - 1, Math.max(0, index)), (height - 28 - y) / (height - 56), ended);
      });
      return element("div", {}, drawing, bill(width, value.rule, honest, now));
    },
    describe: (value) => {
      const {p, q, honest, now} = charged(value);
      const list = (shares: readonly number[]): string =>
        TOKENS.map((token, i) => `${token} ${shares[i]!.toFixed(2)}`).join(", ");
      const parts =
        value.rule === "logarithm"
          ? ` The entropy of what comes is ${told(entropy(p))} nats and the divergence ${told(kl(p, q))}.`
          : "";
      return `What comes: ${list(p)}. Predicted: ${list(q)}. Charged by ${RULE_TITLES[value.rule]}, the prediction pays ${told(now)}${UNITS[value.rule]} on average and the truth would pay ${told(honest)}.${parts}`;
    },
    code: (value) => `import {crossEntropy, entropy, kl} from "llm-first-principles";

const p = [${TRUTHS[value.truth].join(", ")}];
const q = [${forecastOf(value)
      .map((x) => Number(x.toFixed(6)))
      .join(", ")}];
console.log("cross-entropy", crossEntropy(p, q), "nats");
console.log("entropy", entropy(p), "+ divergence", kl(p, q));
const squares = (y) => q.reduce((sum, x, j) => sum + (x - (j === y ? 1 : 0)) ** 2, 0);
console.log("squares", p.reduce((sum, share, y) => sum + share * squares(y), 0));
console.log("1 − q", p.reduce((sum, share, y) => sum + share * (1 - q[y]), 0));`,
    rows: (value) => {
      const {p, q} = charged(value);
      return TOKENS.map((token, i) => ({token, comes: p[i], predicted: q[i]}));
    }
  });
}

/** Two bars: what the truth pays, and what the forecast pays. */
function bill(width: number, rule: RuleName, honest: number, now: number): SVGSVGElement {
  const [left, right] = [44, width - 8];
  const most = {logarithm: 5, squares: 2, plain: 1}[rule];
  const x = (v: number): number => left + ((right - left) * Math.min(v, most)) / most;
  const excess = now - honest;
  const gap = rule === "logarithm" ? "divergence" : "excess";
  const said =
    Math.abs(excess) < 5e-4
      ? `You: ${told(now)}${UNITS[rule]}`
      : excess > 0
        ? `You: ${told(now)} = ${told(honest)} + ${told(excess)} ${gap}`
        : `You: ${told(now)}, less than the truth pays`;
  return svg(
    "svg",
    {width, height: 92, viewBox: `0 0 ${width} 92`, class: "chart"},
    label(0, 13, `The truth: ${told(honest)}${UNITS[rule]}${rule === "logarithm" ? ", the entropy" : ""}`),
    svg("rect", {x: left, y: 20, width: x(honest) - left, height: 16, style: "fill:var(--data)"}),
    label(0, 58, said),
    svg("rect", {x: left, y: 66, width: x(Math.min(now, honest)) - left, height: 16, style: "fill:var(--data)"}),
    svg("rect", {
      x: x(honest),
      y: 66,
      width: Math.max(0, x(now) - x(honest)),
      height: 16,
      style: "fill:var(--loss-train)"
    })
  );
}
