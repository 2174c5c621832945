import {chart, dotsAt, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {alongBudget, LAWS, planOf, type LawName} from "../model/budgets.js";

interface Value {
  readonly power: number;
  readonly law: LawName;
}

const RANGE = [1e7, 1e13] as const;
const UNITS = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"]
] as const;

const inWords = (x: number): string => {
  const [unit, name] = UNITS.find(([least]) => x >= least) ?? [1, ""];
  return `${(x / unit).toPrecision(3)} ${name}`.trim();
};
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const powerText = (n: number): string => {
  const digits = (text: string): string => [...text].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return Number.isInteger(n)
    ? `10${digits(String(n))}`
    : `${Math.pow(10, n % 1).toFixed(1)} · 10${digits(String(Math.floor(n)))}`;
};

/** What is lost by a model that is too small or too large for a budget, and where the best of them lie. */
export function computePlan(name = "compute-plan") {
  return figure<Value>({
    name,
    title: "One budget, many models",
    caption:
      "Each curve is one budget of operations: to the right models are larger, and so read fewer tokens, for 6ND is the same. The loss is what the law expects; thin curves are budgets ten times as small and as large. Dots are their lowest points, and the line through them is the plan. Choose a budget, and one of two fits of the same law to the same runs.",
    controls: {
      power: slider([18, 26], {label: "Budget", value: 24, step: 0.5, format: powerText}),
      law: choice<LawName>(["published", "replicated"], {label: "Law", format: (law) => LAWS[law].name})
    },
    draw: ({power, law}, {width}) => {
      const chosen = LAWS[law].law;
      const curves = [power - 1, power, power + 1].map((each) => ({
        each,
        points: alongBudget(chosen, Math.pow(10, each), RANGE).map(({parameters, loss}): Point => [parameters, loss]),
        best: planOf(chosen, Math.pow(10, each))
      }));
      const plan = Array.from({length: 33}, (_, i) => planOf(chosen, Math.pow(10, 17 + (i * 10) / 32))).map(
        ({parameters, loss}): Point => [parameters, loss]
      );
      const best = curves[1]!.best;
      const top = best.loss + 1.2;
      const bottom = Math.max(chosen.irreducible, best.loss - 0.45);
      const inside = ([x, y]: Point): boolean => y <= top && y >= bottom && x >= RANGE[0] && x <= RANGE[1];
      return element(
        "div",
        {},
        chart({
          width,
          height: 340,
          marginRight: 24,
          x: {domain: RANGE, label: "Parameters N", scale: "log", format: decades(width < 500 ? 2 : 1)},
          y: {domain: [bottom, top], label: "Expected loss, nats a token"},
          marks: [
            line(plan.filter(inside), {meaning: "loss-train", dashed: true, name: "best of all budgets"}),
            ...curves.map(({points, each}) =>
              line(points.filter(inside), {
                meaning: each === power ? "model" : "ink-3",
                width: each === power ? 3 : 1.5,
                name: powerText(each)
              })
            ),
            dotsAt(curves.map(({best: {parameters, loss}}): Point => [parameters, loss]).filter(inside), "loss-train")
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `${powerText(power)} operations: ${inWords(best.parameters)} parameters, ${inWords(best.tokens)} tokens, ${best.perParameter.toPrecision(3)} for each parameter; ${best.loss.toFixed(3)} nats expected`
        )
      );
    },
    describe: ({power, law}) => {
      const chosen = LAWS[law].law;
      const {parameters, tokens, loss, perParameter} = planOf(chosen, Math.pow(10, power));
      const [small, large] = [0.1, 10].map((times) => {
        const size = parameters * times;
        return alongBudget(chosen, Math.pow(10, power), [size, size * 2], 2)[0]!.loss;
      });
      return `By the law as ${LAWS[law].name}, ${powerText(power)} operations are best spent on ${inWords(parameters)} parameters and ${inWords(tokens)} tokens, ${perParameter.toPrecision(3)} tokens for each parameter; the loss expected is ${loss.toFixed(3)} nats. A model a tenth as large would come to ${small!.toFixed(3)}, and one ten times as large to ${large!.toFixed(3)}.`;
    },
    code: ({power, law}) => `import {computeOptimal, expectedLoss} from "llm-first-principles/transformer";

const law = ${JSON.stringify(LAWS[law].law).replace(/"(\w+)":/g, "$1: ")};
const {parameters, tokens, loss} = computeOptimal(${Math.pow(10, power).toPrecision(6)}, law);
console.log(parameters, tokens, loss, tokens / parameters);
console.log(expectedLoss(law, parameters / 10, tokens * 10)); // a tenth as large, for the same budget`,
    rows: ({power, law}) => alongBudget(LAWS[law].law, Math.pow(10, power), RANGE, 40)
  });
}
