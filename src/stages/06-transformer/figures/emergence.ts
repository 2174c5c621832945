import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {allRight, smoothLoss} from "../model/powerLaws.js";

interface Value {
  readonly tokens: number;
  readonly measure: "all right" | "loss";
}

const AT = Array.from({length: 81}, (_, i) => Math.pow(10, 18 + i / 8));

/** Where a measure of the whole answer begins to be above a half. */
function halfAt(tokens: number): number {
  return AT.find((flops) => allRight(smoothLoss(flops), tokens) >= 0.5) ?? Infinity;
}

/** A loss that falls smoothly, seen through a measure that asks for many tokens at once. */
export function emergence(name = "emergence") {
  const points = ({tokens, measure}: Value): readonly Point[] =>
    AT.map((flops) => [flops, measure === "loss" ? smoothLoss(flops) : allRight(smoothLoss(flops), tokens)]);
  return figure<Value>({
    name,
    title: "A sudden ability, and a smooth one",
    caption:
      "A made-up loss that falls to a tenth whenever compute grows ten thousandfold. A token is right with probability e to minus the loss, and a task is solved if all of its tokens are. Make the answer longer, and the same smooth loss looks like a leap.",
    controls: {
      tokens: slider([1, 30], {label: "Answer, tokens", value: 10}),
      measure: choice<Value["measure"]>(["all right", "loss"], {label: "Measure"})
    },
    draw: (value, {width}) =>
      element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 84,
          x: {domain: [1e18, 1e28], label: "Compute, operations", scale: "log", format: decades(2)},
          y:
            value.measure === "loss"
              ? {domain: [0.005, 2.5], label: "Loss, nats a token", scale: "log", format: decades(1)}
              : {domain: [0, 1], label: "Share of tasks that are solved", format: (y) => `${Math.round(100 * y)}%`},
          marks: [
            ...(value.measure === "all right" && value.tokens > 1
              ? [line(points({...value, tokens: 1}), {meaning: "ink-3", width: 1.5, name: "one token"})]
              : []),
            line(points(value), {
              meaning: value.measure === "loss" ? "loss-validation" : "probability",
              name: value.measure
            }),
            ends(
              value.measure === "loss"
                ? []
                : [
                    ...(value.tokens > 1
                      ? [{x: 1e28, y: points({...value, tokens: 1}).at(-1)![1], text: "one token", meaning: "ink-3"}]
                      : []),
                    {
                      x: 1e28,
                      y: points(value).at(-1)![1],
                      text: value.tokens === 1 ? "one token" : `${value.tokens} tokens`,
                      meaning: "probability"
                    }
                  ]
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          value.measure === "loss"
            ? `The loss knows nothing of how long an answer is: it falls as a straight line, for 1 token as for ${value.tokens}`
            : `At 10²¹ operations ${(100 * allRight(smoothLoss(1e21), value.tokens)).toPrecision(2)}% of answers of ${value.tokens} are right, at 10²⁴ ${(100 * allRight(smoothLoss(1e24), value.tokens)).toPrecision(2)}%`
        )
      ),
    describe: ({tokens, measure}) =>
      measure === "loss"
        ? `The loss falls from ${smoothLoss(1e18).toFixed(2)} nats at 10¹⁸ operations to ${smoothLoss(1e28).toFixed(3)} at 10²⁸, a straight line on logarithmic axes.`
        : `Answers of ${tokens} tokens: ${[1e18, 1e21, 1e24, 1e27].map((flops, i) => `${(100 * allRight(smoothLoss(flops), tokens)).toPrecision(2)}% at 10${["¹⁸", "²¹", "²⁴", "²⁷"][i]!}`).join(", ")}. ${halfAt(tokens) < Infinity ? `Half of them are right from about ${halfAt(tokens).toExponential(0)} operations on.` : "In this range it never comes to a half."}`,
    code: ({tokens}) => `import {exp, pow} from "llm-first-principles";

const loss = (flops) => 2 * pow(flops / 1e18, -0.25);
for (let power = 18; power <= 28; power += 2)
  console.log(power, loss(10 ** power), exp(-${tokens} * loss(10 ** power)));`,
    rows: ({tokens}) =>
      AT.map((flops) => ({flops, loss: smoothLoss(flops), solved: allRight(smoothLoss(flops), tokens)}))
  });
}
