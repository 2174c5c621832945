import {FileAttachment} from "observablehq:stdlib";
import {chart, line, moment, note, type Point} from "../../../components/chart/chart.js";
import {slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {leastBound, leastOfMany, MOST} from "../model/bestOfMany.js";

interface Value {
  readonly tried: number;
  readonly names: number;
}

interface Result {
  readonly least: readonly number[];
  /** Of a difference on one name, in nats per token: two seeds of one network. */
  readonly spread: number;
}

const load = async (): Promise<Result> => {
  const {facts} = await FileAttachment("../facts/evaluation.json").json<{
    readonly facts: Readonly<Record<string, number>>;
  }>();
  return {least: leastOfMany(), spread: facts["seedsApartError"]! * Math.sqrt(facts["names"]!)};
};

const list = Array.from({length: MOST}, (_, i) => i + 1);

/** How much too good the best of many equally good models looks. */
export const pickedBest = (name = "picked-best") =>
  figure<Value, Result>({
    name,
    title: "The best of many that are all the same",
    caption:
      "Models that are equally good are measured with noise, and the lowest measurement is kept. Drawn: how far it lies below the truth on average, in deviations σ of the noise; from 800 drawings of normal numbers. Dashed: the bound √(2 ln k), which holds however the measurements depend on each other. For σ in nats we take what two seeds of the network differ by from name to name.",
    controls: {
      tried: slider([1, MOST], {label: "Models tried, k", value: 10}),
      names: slider([20, 2000], {label: "Names to choose by", value: 420, step: 20})
    },
    compute: load,
    draw: ({tried, names}, {width, result: {least, spread}}) => {
      const simulated: readonly Point[] = list.map((k) => [k, -least[k - 1]!]);
      const bound: readonly Point[] = list.map((k) => [k, -leastBound(k)]);
      const sigma = spread / Math.sqrt(names);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: [1, MOST], label: "Models tried, k"},
          y: {domain: [0, 3.5], label: "Too good by, in σ"},
          marks: [
            moment(tried),
            line(bound, {meaning: "data", dashed: true, name: "bound"}),
            line(simulated, {meaning: "loss-validation", name: "drawn"}),
            note([MOST, -leastBound(MOST)], "√(2 ln k)", {"text-anchor": "end", dy: -10}),
            note([MOST, -least[MOST - 1]!], "drawn", {"text-anchor": "end", dy: 20})
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `The best of ${tried} looks `,
          element("b", {}, `${(-least[tried - 1]!).toFixed(2)} σ`),
          ` too good, at most ${(-leastBound(tried)).toFixed(2)} σ. With ${names} names σ is ${sigma.toFixed(4)}, so that is `,
          element("b", {}, `${(-least[tried - 1]! * sigma).toFixed(4)} nats`),
          " per token"
        )
      );
    },
    describe: ({tried, names}, {least, spread}) => {
      const sigma = spread / Math.sqrt(names);
      return `The best of ${tried} equally good models looks ${(-least[tried - 1]!).toFixed(2)} deviations too good on average; the bound is ${(-leastBound(tried)).toFixed(2)}. With ${names} names a deviation is ${sigma.toFixed(4)} nats per token.`;
    },
    code: ({tried}) => `import {fold, key, normal} from "llm-first-principles";

const draws = 1000;
let sum = 0;
for (let draw = 0; draw < draws; draw++) {
  const measured = Array.from({length: ${tried}}, (_, i) => normal(fold(key(0), draw), i));
  sum += Math.min(...measured);
}
console.log("the least of ${tried}:", sum / draws);
console.log("the bound:", -Math.sqrt(2 * Math.log(${tried})));`,
    rows: (_, {least}) => list.map((k) => ({models: k, drawn: least[k - 1], bound: leastBound(k)}))
  });
