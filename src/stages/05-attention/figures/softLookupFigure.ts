import {chart, dotsAt, level, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {entries, lookUp, lookUpHard, type Similarity} from "../model/softLookup.js";

interface Value {
  readonly query: number;
  readonly sharpness: number;
  readonly kind: Similarity;
}

const SHARP = [0, 1, 2, 4, 8, 16, 32, 64, 128];
const degrees = Array.from({length: 181}, (_, i) => i);
const number = (x: number): string => x.toFixed(2);

/** From a dictionary to attention: five keys, a query that moves, and how sharply it looks. */
export function softLookupFigure(name = "soft-lookup") {
  return figure<Value, ReturnType<typeof lookUp>>({
    name,
    title: "A dictionary that can be asked for what it does not have",
    caption:
      "Five keys, each a direction between 0 and 180 degrees, with a value each (dots). The stairs are what a dictionary says: the value of the nearest key. The curve is the soft lookup, the mean of all values weighted by e to sharpness times similarity. Move the query, and make it look more and less sharply.",
    controls: {
      query: slider([0, 180], {label: "Query", value: 70, step: 1, format: (x) => `${x}°`}),
      sharpness: slider([0, SHARP.length - 1], {
        label: "Sharpness",
        value: 4,
        format: (i) => String(SHARP[i])
      }),
      kind: choice<Similarity>(["product", "distance"], {label: "Similar by"})
    },
    compute: ({query, sharpness, kind}) => lookUp(query, SHARP[sharpness]!, kind),
    draw: ({query, sharpness, kind}, {width, result: {weights, answer}}) =>
      element(
        "div",
        {},
        chart({
          width,
          height: 300,
          x: {domain: [0, 180], label: "Query, degrees"},
          y: {domain: [0, 5], label: "Answer"},
          marks: [
            line(
              degrees.map((at): Point => [at, lookUpHard(at)]),
              {meaning: "ink-3", name: "nearest key"}
            ),
            line(
              degrees.map((at): Point => [at, lookUp(at, SHARP[sharpness]!, kind).answer]),
              {meaning: "attention", name: "soft lookup"}
            ),
            dotsAt(
              entries.map(({key, value}): Point => [key, value]),
              "value",
              5
            ),
            moment(query),
            level(answer, number(answer))
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `Weights ${entries.map(({key}, i) => `${key}°: ${number(weights[i]!)}`).join(" · ")}`
        )
      ),
    describe: ({query, sharpness, kind}, {weights, answer}) =>
      `Asked for ${query} degrees with sharpness ${SHARP[sharpness]}, similar by ${kind}, the answer is ${number(answer)}; a dictionary says ${number(lookUpHard(query))}. Weights: ${entries.map(({key, value}, i) => `key ${key} with value ${value} has ${number(weights[i]!)}`).join(", ")}.`,
    code: ({query, sharpness}) => `import {attention, tensor} from "llm-first-principles/tensor";

const at = (degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
const keys = tensor([[[${entries.map(({key}) => key).join(", ")}].map(at)]]); // [batch, heads, keys, 2]
const values = tensor([[[${entries.map(({value}) => `[${value}, 0]`).join(", ")}]]]);
const query = tensor([[[at(${query})]]]);
console.log(attention(query, keys, values, {scale: ${SHARP[sharpness]}}).data[0]);`,
    rows: (_, {weights}) => entries.map((entry, i) => ({...entry, weight: weights[i]}))
  });
}
