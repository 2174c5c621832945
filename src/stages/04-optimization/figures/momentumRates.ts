import {chart, dotsAt, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {contraction, bestRate} from "../model/bowl.js";
import {bestMomentum, bestRadius} from "../model/momentumRoots.js";

interface Value {
  readonly kappa: "3" | "10" | "100" | "1000";
}

const BETAS = Array.from({length: 50}, (_, i) => i / 50);

/** What momentum is worth: the best contraction for each β. */
export function momentumRates(name = "momentum-rates") {
  const plain = ({kappa}: Value): number => contraction(Number(kappa), bestRate(Number(kappa)));
  return figure<Value, readonly Point[]>({
    name,
    title: "How much velocity to keep",
    caption:
      "On a bowl with curvatures from 1 to κ, for each β: what is left of the distance after a step in the slower direction, with the best rate for that β, found on a grid. The dot is the optimum that is proved above; the dotted line, gradient descent.",
    controls: {
      kappa: select<Value["kappa"]>(["3", "10", "100", "1000"], {label: "Condition number κ", value: "100"})
    },
    compute: ({kappa}) => BETAS.map((beta): Point => [beta, bestRadius(Number(kappa), beta)]),
    draw: (value, {width, result}) => {
      const best = bestMomentum(Number(value.kappa));
      const low = Math.min(best.radius, 0.95) - 0.04;
      return element(
        "div",
        {},
        chart({
          width,
          height: 280,
          marginRight: 96,
          x: {domain: [0, 1], label: "β"},
          y: {domain: [low, 1], label: "Left after a step, ρ"},
          marks: [
            level(plain(value), "gradient descent"),
            line(result, {meaning: "momentum", name: "heavy ball"}),
            dotsAt([[best.beta, best.radius]], "momentum", 6),
            ends([{x: 0.98, y: result.at(-1)![1], text: "heavy ball", meaning: "momentum"}])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Best: β = ${best.beta.toFixed(3)} with η = ${best.rate.toPrecision(3)}, ρ = `,
          element("b", {}, best.radius.toFixed(4)),
          `; gradient descent ${plain(value).toFixed(4)}.`
        )
      );
    },
    describe: (value) => {
      const {beta, radius} = bestMomentum(Number(value.kappa));
      return `κ = ${value.kappa}: the best β is ${beta.toFixed(3)}, with ρ = ${radius.toFixed(4)}, against ${plain(value).toFixed(4)} without momentum.`;
    },
    rows: (_, points) => points.map(([beta, rho]) => ({beta, rho}))
  });
}
