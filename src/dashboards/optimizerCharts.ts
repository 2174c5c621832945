import {chart, dotsAt, ends, line, type Point} from "../components/chart/chart.js";
import {figure} from "../components/figure/figure.js";
import {writeNumber} from "../components/number.js";
import {logTicks} from "./logTicks.js";
import {
  band,
  controls,
  measured,
  modelWords,
  onModel,
  untrained,
  uprights,
  type Measure,
  type OptimizersValue
} from "./optimizerControls.js";
import {
  bestRate,
  byRate,
  expectedAfter,
  medianOf,
  OPTIMIZER_TITLES,
  TRIES,
  type Optimizer,
  type OptimizersOn
} from "./optimizers.js";

const NARROW = 500;
const title = (optimizer: Optimizer): string => OPTIMIZER_TITLES[optimizer];
const digits = (measure: Measure): number => (measure === "perplexity" ? 2 : 3);
const capped = (points: readonly Point[], top: number): readonly Point[] =>
  points.map(([x, y]): Point => [x, y > top ? NaN : y]);

/** The vertical axis of losses: from a little below the least to what an untrained model pays, or less. */
const axis = (least: number, top: number, measure: Measure) => ({
  domain: [least - 0.04 * (top - least), top] as const,
  label: `${measure}, held-out names`,
  format: (v: number) => writeNumber(v, 3)
});

/** The levels of all that is shown. */
const leastOf = (lines: readonly (readonly number[])[], otherwise: number): number =>
  Math.min(otherwise, ...lines.flat().filter(Number.isFinite));

/** The room for lines: from the least of them to somewhat less than an untrained model pays. */
function roomFor(lines: readonly {readonly points: readonly {readonly low: number}[]}[], start: number) {
  const least = leastOf(
    lines.map(({points}) => points.map(({low}) => low)),
    start * 0.9
  );
  return {least, top: least + 0.45 * (start - least)};
}

/** How each optimizer learns, with its best rate. */
export function optimizerCurves(all: readonly OptimizersOn[], name = "optimizers-curves") {
  const lines = ({model, measure, optimizers}: OptimizersValue) => {
    const on = onModel(all, model);
    return optimizers.map((optimizer) => {
      const {rate, runs} = bestRate(on, optimizer);
      const at = runs[0]!.test.map((_, i) => runs.map(({test}) => measured(measure, test[i] ?? Infinity)));
      const points = at.map((values, i) => ({
        x: i * on.every,
        low: Math.min(...values),
        y: medianOf(values),
        high: Math.max(...values)
      }));
      return {optimizer, rate, points};
    });
  };
  return figure<OptimizersValue>({
    name,
    title: "With its best rate",
    caption:
      "The loss on the test names by step: the line is the median of three seeds, the shade reaches from the least to the greatest. The rate of each is the best of six on the half that chooses.",
    wide: true,
    interactive: true,
    controls: controls(),
    draw: (value, {width}) => {
      const on = onModel(all, value.model);
      const shown = lines(value);
      const {least, top} = roomFor(shown, untrained(on, value.measure));
      const cap = (y: number): number => Math.min(top, y);
      return chart({
        width,
        height: width < NARROW ? 400 : 440,
        marginRight: 128,
        x: {domain: [0, on.steps], label: "Step"},
        y: axis(least, top, value.measure),
        marks: [
          ...shown.map(({optimizer, points}) =>
            band(
              points.map(({x, low, high}) => ({x, low: cap(low), high: cap(high)})),
              optimizer
            )
          ),
          ...shown.map(({optimizer, points}) =>
            line(
              capped(
                points.map(({x, y}): Point => [x, y]),
                top
              ),
              {meaning: optimizer, width: 2, name: title(optimizer)}
            )
          ),
          ends(
            shown.map(({optimizer, points}) => ({
              x: on.steps,
              y: cap(points.at(-1)!.y),
              text: title(optimizer),
              meaning: optimizer
            }))
          )
        ]
      });
    },
    describe: (value) =>
      `${modelWords(value.model)}, after ${onModel(all, value.model).steps} steps: ${lines(value)
        .map(({optimizer, rate, points}) => {
          const {low, y, high} = points.at(-1)!;
          return `${title(optimizer)} with the rate ${rate} ${y.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}) ${value.measure}`;
        })
        .join("; ")}.`,
    rows: (value) =>
      lines(value).flatMap(({optimizer, rate, points}) =>
        points.map(({x, low, y, high}) => ({
          model: value.model,
          optimizer,
          rate,
          step: x,
          median: y,
          least: low,
          most: high
        }))
      )
  });
}

/** What each rate comes to. */
export function optimizerBowls(all: readonly OptimizersOn[], name = "optimizers-bowls") {
  const lines = ({model, measure, optimizers}: OptimizersValue) =>
    optimizers.map((optimizer) => ({
      optimizer,
      best: bestRate(onModel(all, model), optimizer).rate,
      points: byRate(onModel(all, model), optimizer).map(({rate, ends}) => {
        const values = ends("test").map((nats) => measured(measure, nats));
        return {rate, low: Math.min(...values), y: medianOf(values), high: Math.max(...values)};
      })
    }));
  return figure<OptimizersValue>({
    name,
    title: "By rate: the bowls",
    caption:
      "What six rates come to at the end of the budget, three to a decade: the median of three seeds, and their range as a bar. The large dot is the rate that the other half chose. What is worse than the top of the chart is left out, and so is a rate at which the run breaks.",
    wide: true,
    interactive: true,
    controls: controls(),
    draw: (value, {width}) => {
      const on = onModel(all, value.model);
      const shown = lines(value);
      const {least, top} = roomFor(shown, untrained(on, value.measure));
      const rates = shown.flatMap(({points}) => points.map(({rate}) => rate));
      return chart({
        width,
        height: width < NARROW ? 400 : 440,
        marginRight: 24,
        x: {
          domain: [Math.min(...rates, 0.01) / 1.5, Math.max(...rates, 0.1) * 1.5],
          label: "Learning rate",
          scale: "log",
          ticks: width < NARROW ? 2 : 12, // fewer than decades: powers of ten alone
          format: logTicks([1, 2, 5])
        },
        y: axis(least, top, value.measure),
        marks: [
          ...shown.map(({optimizer, points}) =>
            uprights(
              points
                .filter(({low}) => low < top)
                .map(({rate, low, high}) => ({x: rate, low, high: Math.min(top, high)})),
              optimizer
            )
          ),
          ...shown.map(({optimizer, points}) =>
            line(
              capped(
                points.map(({rate, y}): Point => [rate, y]),
                top
              ),
              {
                meaning: optimizer,
                width: 2,
                dots: true,
                name: title(optimizer)
              }
            )
          ),
          ...shown.flatMap(({optimizer, best, points}) => {
            const {rate, y} = points.find(({rate}) => rate === best)!;
            return [
              dotsAt([[rate, y]], optimizer, 7),
              ends([{x: rate, y: y + 0.05 * (top - least), text: title(optimizer), meaning: optimizer}])
            ];
          })
        ]
      });
    },
    describe: (value) =>
      `${modelWords(value.model)}, ${value.measure} by rate: ${lines(value)
        .map(
          ({optimizer, best, points}) =>
            `${title(optimizer)} ${points.map(({rate, y}) => `${rate}: ${Number.isFinite(y) ? y.toFixed(digits(value.measure)) : "breaks"}`).join(", ")}, chosen ${best}`
        )
        .join("; ")}.`,
    rows: (value) =>
      lines(value).flatMap(({optimizer, points}) =>
        points.map(({rate, low, y, high}) => ({model: value.model, optimizer, rate, median: y, least: low, most: high}))
      )
  });
}

/** What so many tries promise. */
export function optimizerTries(all: readonly OptimizersOn[], name = "optimizers-tries") {
  const lines = ({model, measure, optimizers}: OptimizersValue) =>
    optimizers.map((optimizer) => ({
      optimizer,
      points: expectedAfter(onModel(all, model), optimizer).map((nats, i): Point => [i + 1, measured(measure, nats)])
    }));
  return figure<OptimizersValue>({
    name,
    title: "What so many tries promise",
    caption:
      "Somebody draws so many of an optimizer’s six rates blindly and keeps the run that is best on the half that chooses: this is the test loss to expect, the mean over seeds. A run that broke, or got worse, counts as an untrained model. It depends on the six rates: whoever knows less of a sensible range pays more for one try.",
    wide: true,
    interactive: true,
    controls: controls(),
    draw: (value, {width}) => {
      const shown = lines(value);
      const start = untrained(onModel(all, value.model), value.measure);
      const least = leastOf(
        shown.map(({points}) => points.map(([, y]) => y)),
        start * 0.9
      );
      const top = Math.min(
        start,
        Math.max(least + 0.01, ...shown.flatMap(({points}) => points.map(([, y]) => y))) * 1.02
      );
      return chart({
        width,
        height: width < NARROW ? 400 : 420,
        marginRight: 128,
        x: {domain: [1, TRIES], label: "Rates tried", ticks: TRIES},
        y: axis(least, top, value.measure),
        marks: [
          ...shown.map(({optimizer, points}) =>
            line(points, {meaning: optimizer, width: 2, dots: true, name: title(optimizer)})
          ),
          ends(
            shown.map(({optimizer, points}) => ({
              x: TRIES,
              y: points.at(-1)![1],
              text: title(optimizer),
              meaning: optimizer
            }))
          )
        ]
      });
    },
    describe: (value) =>
      `${modelWords(value.model)}, ${value.measure} after 1 to ${TRIES} tries: ${lines(value)
        .map(({optimizer, points}) => `${title(optimizer)} ${points.map(([, y]) => y.toFixed(3)).join(", ")}`)
        .join("; ")}.`,
    rows: (value) =>
      lines(value).flatMap(({optimizer, points}) =>
        points.map(([tries, loss]) => ({model: value.model, optimizer, tries, loss}))
      )
  });
}
