import {log10, pow} from "/lib/index.js";
import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {writeNumber} from "../../../components/number.js";
import {operationsOf, parametersOf, tableOf} from "../model/networkSizes.js";

interface Value {
  readonly tokens: "56" | "20000";
  readonly context: number;
  readonly width: number;
  readonly hidden: number;
}

const MOST = 10;
const raised = (power: number): string => [...String(power)].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]).join("");
const powerOfTen = (v: number): string => `10${raised(Math.round(log10(v)))}`;
const written = (v: number): string => {
  const power = Math.floor(log10(v));
  return v < 1e9 ? writeNumber(v, 9) : `${(v / pow(10, power)).toFixed(2)} · 10${raised(power)}`;
};
const sizeOf = ({tokens, width, hidden}: Value, context: number) => ({
  vocabulary: Number(tokens),
  context,
  width,
  hidden
});

/** The numbers of a table for all contexts, and of a network that reads them, over the length of the context. */
export function tableOrNetwork(name = "table-or-network") {
  return figure<Value>({
    name,
    title: "A table or a network",
    caption:
      "How many free numbers a model has that looks at so many tokens: a table with a distribution for each context, and a network with one hidden layer. Each tick of the axis is a factor.",
    controls: {
      tokens: choice<Value["tokens"]>(["56", "20000"], {
        label: "Vocabulary",
        format: (v) => (v === "56" ? "56 characters" : "20,000 words")
      }),
      context: slider([1, MOST], {label: "Context", value: 8}),
      width: slider([2, 128], {label: "Vector width", value: 16, step: 2}),
      hidden: slider([16, 512], {label: "Hidden neurons", value: 128, step: 16})
    },
    draw: (value, {width}) => {
      const vocabulary = Number(value.tokens);
      const over = (f: (context: number) => number): readonly Point[] =>
        Array.from({length: MOST}, (_, i): Point => [i + 1, f(i + 1)]);
      const [table, net] = [over((n) => tableOf(vocabulary, n)), over((n) => parametersOf(sizeOf(value, n)))];
      const top = table.at(-1)![1] * 10;
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 84,
          marginLeft: 58,
          x: {domain: [1, MOST], label: "Tokens of context", ticks: 10},
          y: {
            domain: [1000, top],
            label: "Free numbers",
            scale: "log",
            ticks: 5,
            format: powerOfTen
          },
          marks: [
            moment(value.context),
            line(table, {meaning: "data", dots: true, name: "table"}),
            line(net, {meaning: "model", dots: true, name: "network"}),
            ends([
              {x: MOST, y: table.at(-1)![1], text: "table", meaning: "data"},
              {x: MOST, y: net.at(-1)![1], text: "network", meaning: "model"}
            ])
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `With a context of ${value.context}: the table ${written(tableOf(vocabulary, value.context))}, the network `,
          element("b", {}, writeNumber(parametersOf(sizeOf(value, value.context)), 9)),
          `, which takes ${writeNumber(operationsOf(sizeOf(value, value.context)), 9)} operations for a prediction.`
        )
      );
    },
    describe: (value) =>
      `With ${value.tokens} tokens and a context of ${value.context}, a table has ${written(tableOf(Number(value.tokens), value.context))} free numbers; a network with vectors of width ${value.width} and ${value.hidden} hidden neurons has ${writeNumber(parametersOf(sizeOf(value, value.context)), 9)} and takes ${writeNumber(operationsOf(sizeOf(value, value.context)), 9)} operations for a prediction.`,
    code: ({tokens, context, width, hidden}) => `import {mlp, summary, tanh, key} from "llm-first-principles/tensor";

const layers = mlp({sizes: [${context} * ${width}, ${hidden}, ${tokens}], activation: tanh});
console.log(summary(layers.init(key(1)))); // and ${tokens} · ${width} numbers of the vectors`,
    rows: (value) =>
      Array.from({length: MOST}, (_, i) => ({
        context: i + 1,
        table: tableOf(Number(value.tokens), i + 1),
        network: parametersOf(sizeOf(value, i + 1))
      }))
  });
}
