import {table} from "../components/chart/table.js";
import {element} from "../components/element.js";
import {figure} from "../components/figure/figure.js";
import {controls, measured, modelWords, onModel, type OptimizersValue} from "./optimizerControls.js";
import {apart, bestRate, OPTIMIZER_TITLES, OPTIMIZERS, type Optimizer, type OptimizersOn} from "./optimizers.js";

/** Numbers for each weight that an optimizer remembers. */
const memoryOf = ({optimizers, parameters}: OptimizersOn, optimizer: Optimizer): number =>
  optimizers.find((one) => one.optimizer === optimizer)!.memory / parameters;

/** All numbers of a model, from the lowest loss on. */
export function optimizerTable(all: readonly OptimizersOn[], name = "optimizers-table") {
  const rowsOf = ({model, measure, optimizers}: OptimizersValue) => {
    const on = onModel(all, model);
    const found = optimizers.map((optimizer) => ({optimizer, ...bestRate(on, optimizer)}));
    const order = [...found].sort((a, b) => a.median - b.median);
    return order.map((one) => ({
      model,
      optimizer: one.optimizer,
      rate: one.rate,
      atEdge: one.atEdge,
      measure,
      median: measured(measure, one.median),
      least: measured(measure, one.low),
      most: measured(measure, one.high),
      memory: memoryOf(on, one.optimizer),
      notApartFrom: order.filter((other) => other !== one && !apart(one, other)).map(({optimizer}) => optimizer)
    }));
  };
  type Row = ReturnType<typeof rowsOf>[number];
  const names = (list: readonly Optimizer[]): string =>
    list.length === 0 ? "nobody" : list.map((optimizer) => OPTIMIZER_TITLES[optimizer]).join(", ");
  return figure<OptimizersValue>({
    name,
    title: "All numbers",
    caption:
      "In the order of the median. Two optimizers are level where the ranges of their three seeds overlap: then nothing here says which is better. With three seeds each, ranges of equals are apart in one case of ten, by chance alone, and here are many pairs. Memory is in numbers for each weight that are remembered besides it. The data can be had as CSV.",
    wide: true,
    interactive: true,
    controls: controls(OPTIMIZERS),
    draw: (value) => {
      const write = (v: number): string => v.toFixed(value.measure === "perplexity" ? 2 : 3);
      const scroll = element(
        "div",
        {className: "scroll", tabIndex: 0, ariaLabel: "All optimizers on one model"},
        table<Row>(rowsOf(value), [
          {label: "Optimizer", value: ({optimizer}) => OPTIMIZER_TITLES[optimizer]},
          {label: "Best rate", value: ({rate, atEdge}) => `${rate}${atEdge ? ", at the edge" : ""}`},
          {label: `Median, ${value.measure}`, value: ({median}) => median, format: write},
          {label: "Three seeds", value: ({least, most}) => `${write(least)}\u00a0to\u00a0${write(most)}`},
          {label: "Memory per weight", value: ({memory}) => memory, format: (v) => v.toFixed(2)},
          {label: "Level with", value: ({notApartFrom}) => names(notApartFrom)}
        ])
      );
      scroll.setAttribute("role", "region");
      const {steps, parameters, learned, tested} = onModel(all, value.model);
      return element(
        "div",
        {},
        scroll,
        element(
          "p",
          {className: "fig-note"},
          `${modelWords(value.model)} has ${parameters.toLocaleString("en")} weights and learns for ${steps} steps from ${learned.toLocaleString("en")} tokens; the test has ${tested.toLocaleString("en")}.`
        )
      );
    },
    describe: (value) =>
      `${modelWords(value.model)}, ${value.measure}: ${rowsOf(value)
        .map(
          ({optimizer, rate, median, least, most, notApartFrom}) =>
            `${OPTIMIZER_TITLES[optimizer]} ${median.toFixed(3)} (${least.toFixed(3)} to ${most.toFixed(3)}) with the rate ${rate}, level with ${names(notApartFrom)}`
        )
        .join("; ")}.`,
    rows: (value) => rowsOf(value).map(({notApartFrom, ...row}) => ({...row, levelWith: names(notApartFrom)}))
  });
}
