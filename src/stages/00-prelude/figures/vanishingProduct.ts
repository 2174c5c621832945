import {exp, key, log, uniform} from "/lib/index.js";
import {chart, level, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";

interface Value {
  readonly p: number;
  readonly n: number;
}

/** Products and sums of logarithms of the first factors, which vary around p. */
function walked({p, n}: Value): readonly {readonly product: number; readonly sum: number}[] {
  const steps = [{product: 1, sum: 0}];
  for (let i = 0; i < n; i++) {
    const factor = exp(2 * uniform(key(1), i) * log(p)); // between p² and 1, and p in the middle of its logarithms
    const {product, sum} = steps[i]!;
    steps.push({product: product * factor, sum: sum + log(factor)});
  }
  return steps;
}

/** A product of many probabilities falls to nothing while the sum of their logarithms walks on. */
export const vanishingProduct = (name = "vanishing-product") =>
  figure<Value>({
    name,
    title: "A product vanishes, a sum walks on",
    caption:
      "Factors between 0 and 1 that vary around the one you choose, drawn from a fixed key. Above, their product. Below, the sum of their natural logarithms.",
    controls: {
      p: slider([0.05, 0.95], {label: "A factor is about", value: 0.5, step: 0.05, format: (p) => p.toFixed(2)}),
      n: slider([10, 1200], {label: "How many", value: 40, step: 10})
    },
    draw: (value, {width}) => {
      const steps = walked(value);
      const last = steps.at(-1)!;
      const points = (of: (step: {readonly product: number; readonly sum: number}) => number): readonly Point[] =>
        steps.map((step, i) => [i, of(step)]);
      const x = {domain: [0, value.n] as const, label: "Factors multiplied"};
      return element(
        "div",
        {},
        chart({
          width,
          height: 180,
          x,
          y: {domain: [0, 1], label: "Their product", ticks: 3},
          marks: [
            line(
              points(({product}) => product),
              {meaning: "probability", name: "product"}
            )
          ]
        }),
        chart({
          width,
          height: 200,
          x,
          y: {domain: [Math.min(-1, last.sum), 0], label: "The sum of their logarithms, nats", ticks: 4},
          marks: [
            ...(last.sum < -745 ? [level(-745, "here float64 has no number left for the product")] : []),
            line(
              points(({sum}) => sum),
              {meaning: "data", name: "sum of logarithms"}
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `After ${value.n}: product `,
          element("b", {}, writeNumber(last.product, 3)),
          ", sum of logarithms ",
          element("b", {}, writeNumber(last.sum, 4))
        )
      );
    },
    describe: (value) => {
      const steps = walked(value);
      const zero = steps.findIndex(({product}) => product === 0);
      const {product, sum} = steps.at(-1)!;
      return `The product of ${value.n} factors around ${value.p.toFixed(2)} is ${writeNumber(product, 3)}, and the sum of their logarithms is ${writeNumber(sum, 4)}. ${zero < 0 ? "The product is still above zero." : `From factor ${zero} on the product is zero in float64.`}`;
    },
    code: ({p, n}) => `import {exp, key, log, uniform} from "llm-first-principles";

let [product, sum] = [1, 0];
for (let i = 0; i < ${n}; i++) {
  const factor = exp(2 * uniform(key(1), i) * log(${p}));
  product *= factor;
  sum += log(factor);
}
console.log({product, sum});`,
    rows: (value) => walked(value).map((step, factors) => ({factors, ...step}))
  });
