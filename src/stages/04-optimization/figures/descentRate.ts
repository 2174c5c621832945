import {quadratic} from "/lib/stages/optimization.js";
import {chart, line, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {select, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {bestRate, bowlHeight, bowlWalk, contraction} from "../model/bowl.js";
import {heightsOn, type Place} from "../model/walk.js";
import {landscapeMap} from "./landscapeMap.js";

interface Value {
  readonly kappa: "1" | "3" | "10" | "30" | "100";
  readonly rate: number;
}

const STEPS = 100;
const GRID = 31;
const START: Place = [-1.8, 1];
const FLOOR = 1e-8;
const TOP = 1e3;

/** Gradient descent on a bowl, beside the rate at which it is proved to fall. */
export function descentRate(name = "descent-rate") {
  const worked = ({kappa, rate: share}: Value) => {
    const conditionNumber = Number(kappa);
    const rate = share * bestRate(conditionNumber);
    return {
      conditionNumber,
      rate,
      path: bowlWalk({conditionNumber, rate, start: START}, STEPS),
      shrinks: contraction(conditionNumber, rate)
    };
  };
  return figure<Value>({
    name,
    wide: true,
    title: "How fast a bowl is descended",
    caption:
      "Left, gradient descent on ½ (x² + κ y²) from (−1.8, 1). Right, its height on a logarithmic axis; dashed, what is proved: the starting height times ρ to the power of twice the steps, with ρ the larger of |1 − η| and |1 − ηκ|.",
    controls: {
      kappa: select<Value["kappa"]>(["1", "3", "10", "30", "100"], {label: "Condition number κ", value: "10"}),
      rate: slider([0.1, 1.3], {label: "Rate, times 2/(1 + κ)", value: 1, step: 0.05, format: (v) => v.toFixed(2)})
    },
    draw: (value, {width}) => {
      const {conditionNumber, rate, path, shrinks} = worked(value);
      const wide = width >= 620;
      const side = wide ? Math.min(380, Math.round(width * 0.46)) : Math.min(width, 380);
      const landscape = quadratic({conditionNumber});
      const height = (place: Place) => bowlHeight(conditionNumber, place);
      const clip = (v: number): number => (v > TOP ? NaN : Math.max(FLOOR, v));
      return element(
        "div",
        {},
        element(
          "div",
          {className: "row"},
          landscapeMap({width: side, landscape, heights: heightsOn(landscape, GRID), traces: [{path, meaning: "sgd"}]}),
          chart({
            width: wide ? width - side - 24 : width,
            height: wide ? side : 260,
            x: {domain: [0, STEPS], label: "Step"},
            y: {domain: [FLOOR, TOP], label: "Height", scale: "log", ticks: 12, format: decades(2)},
            marks: [
              line(
                path.map((_, k): Point => [k, clip(height(START) * shrinks ** (2 * k))]),
                {meaning: "ink-2", width: 1.5, dashed: true, name: "proved"}
              ),
              line(
                path.map((place, k): Point => [k, clip(height(place))]),
                {meaning: "sgd", name: "height"}
              )
            ]
          })
        ),
        element(
          "p",
          {className: "fig-note"},
          `Rate ${writeNumber(rate, 3)}; ρ is `,
          element("b", {}, writeNumber(shrinks, 4)),
          shrinks < 1
            ? `: a tenth of the distance is left after ${Math.ceil(Math.log(0.1) / Math.log(shrinks) || 1)} steps.`
            : ": it does not come nearer."
        )
      );
    },
    describe: (value) => {
      const {conditionNumber, rate, path, shrinks} = worked(value);
      return `κ = ${value.kappa} with the rate ${writeNumber(rate, 3)}: the slower direction is multiplied by ${writeNumber(shrinks, 4)} in each step, and after ${STEPS} steps the height is ${writeNumber(bowlHeight(conditionNumber, path.at(-1)!), 3)}.`;
    },
    rows: (value) => {
      const {conditionNumber, path} = worked(value);
      return path.map((place, step) => ({step, x: place[0], y: place[1], height: bowlHeight(conditionNumber, place)}));
    }
  });
}
