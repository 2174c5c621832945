import {FileAttachment} from "observablehq:stdlib";
import {computeOptimal} from "/lib/transformer.js";
import {svg} from "../../../components/element.js";
import {chart, dotsAt, ends, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Forecast} from "../model/forecast.js";
import {
  DRAWS,
  ENDS,
  FORMS,
  FROM,
  HELD,
  isFitted,
  SIZES,
  TOKENS_PER_STEP,
  WIDTHS,
  type LawForm,
  type ScalingRun
} from "../model/scalingSpec.js";
import {around} from "./around.js";

type By = "compute" | "tokens" | "parameters";

interface Value {
  readonly by: By;
  readonly sizes: keyof typeof SIZES;
  readonly from: string;
  readonly form: LawForm;
}

interface Result {
  readonly runs: readonly ScalingRun[];
  readonly forecast: Forecast;
  /** What the fit says of a run, with its interval. */
  readonly expected: (run: ScalingRun) => ReturnType<Forecast["interval"]>;
}

const X = {
  compute: {of: ({flops}: ScalingRun) => flops, label: "Compute, operations"},
  tokens: {of: ({tokens}: ScalingRun) => tokens, label: "Letters read"},
  parameters: {of: ({parameters}: ScalingRun) => parameters, label: "Parameters"}
} as const;

const thousands = (x: number): string => `${(x / 1000).toFixed(x < 9950 ? 1 : 0)}k`;

/** What runs of one line share. */
const nameOf = ({width, tokens}: ScalingRun, by: By): string =>
  by === "parameters" ? `${thousands(tokens)} letters` : `width ${width}`;

/** Runs that share a setting, in the order of what stands on the axis. */
function groups(runs: readonly ScalingRun[], by: By): readonly (readonly ScalingRun[])[] {
  const of = (run: ScalingRun): number => (by === "parameters" ? run.tokens : run.width);
  return [...new Set(runs.map(of))].map((each) => runs.filter((run) => of(run) === each));
}

const uprights =
  (list: readonly {readonly x: number; readonly low: number; readonly high: number}[]): Mark =>
  ({x, y}) =>
    list.map(({x: at, low, high}) =>
      svg("line", {
        x1: x(at),
        x2: x(at),
        y1: y(low),
        y2: y(high),
        style: "stroke:var(--model)",
        "stroke-width": 7,
        opacity: 0.4
      })
    );

const ofBudgets = (runs: readonly ScalingRun[]): readonly [number, number] => around(runs.map(X.compute.of), 1);

/** The loss of the best plan of each budget between two, by the law. */
const envelope = ({law}: Forecast, least: number, most: number): readonly Point[] =>
  Array.from({length: 25}, (_, i) => {
    const flops = least * Math.pow(most / least, i / 24);
    return [flops, computeOptimal(flops, law).loss] as const;
  });

/** All runs of the family, a law fitted to those that the reader leaves in, and what it says of the largest model. */
export function scalingLab(name = "scaling-lab") {
  const isChosen = ({sizes, from}: Value) => isFitted(SIZES[sizes], Number(from));
  return figure<Value, Result>({
    name,
    wide: true,
    title: "A law from small models, and the model that it foretells",
    caption: `Transformers of ${WIDTHS.length} widths, trained on Moby Dick, letter by letter, each ended after ${ENDS[0]} to ${ENDS.at(-1)!.toLocaleString("en")} steps: held-out loss on logarithmic axes. Filled dots are runs that the fit sees, small ones those that you left out. The model of the most parameters is seen by no fit: its squares are what was measured, brown dashes and bars what the law says, with the middle 90 % of ${DRAWS} fits to runs drawn anew from the runs. Across compute, the green line is the law’s best plan for each budget. Leave runs out, change the form, and see what the forecast does.`,
    controls: {
      by: choice<By>(["compute", "tokens", "parameters"], {label: "Across"}),
      sizes: choice(Object.keys(SIZES) as readonly Value["sizes"][], {label: "Widths"}),
      from: choice(FROM.map(String), {label: "Runs from … steps"}),
      form: choice<LawForm>(FORMS, {label: "Form"})
    },
    compute: async (value) => {
      const [{value: runs}, {forecastOf, expectedOf}] = await Promise.all([
        FileAttachment("../model/scalingRuns.json").json<{readonly value: readonly ScalingRun[]}>(),
        import("../model/forecast.js")
      ]);
      const forecast = forecastOf(runs.filter(isChosen(value)), value.form);
      return {runs, forecast, expected: (run) => forecast.interval(expectedOf(run))};
    },
    draw: (value, {width, result: {runs, forecast, expected}}) => {
      const {of, label} = X[value.by];
      const fitted = isChosen(value);
      const held = runs.filter((run) => run.width === HELD);
      const seen = runs.filter((run) => run.width < HELD);
      const point = (run: ScalingRun): Point => [of(run), run.loss];
      const told = held.map((run) => ({x: of(run), ...expected(run)}));
      const last = held.at(-1)!;
      const answer = expected(last);
      const lines = groups(value.by === "parameters" ? runs : seen, value.by);
      const {irreducible, alpha, beta} = forecast.law;
      return element(
        "div",
        {},
        chart({
          width,
          height: 400,
          marginRight: 92,
          x: {domain: around(runs.map(of), 1.25), label, scale: "log", format: decades(1)},
          y: {
            domain: around(
              [
                ...runs.flatMap((run) => (fitted(run) ? [run.loss, expected(run).value] : [run.loss])),
                ...told.flatMap(({low, high}) => [low, high])
              ],
              1.02
            ),
            label: "Held-out loss, nats a letter",
            scale: "log",
            format: (y) => y.toFixed(1)
          },
          marks: [
            ...lines.map((list) =>
              line(list.map(point), {
                meaning: "ink-3",
                width: 1,
                name: nameOf(list[0]!, value.by)
              })
            ),
            ...(value.by === "parameters"
              ? []
              : [line(held.map(point), {meaning: "loss-validation", width: 1.5, name: `width ${HELD}, measured`})]),
            ...groups(value.by === "parameters" ? runs : seen, value.by).map((list) =>
              line(
                list
                  .filter(
                    (run) => fitted(run) || (run.width === HELD && run.tokens >= Number(value.from) * TOKENS_PER_STEP)
                  )
                  .map((run): Point => [of(run), expected(run).value]),
                {meaning: "model", width: 1.5, dashed: true, name: `${nameOf(list[0]!, value.by)}, law`}
              )
            ),
            ...(value.by === "parameters"
              ? []
              : [
                  line(
                    told.map(({x, value: y}): Point => [x, y]),
                    {meaning: "model", dashed: true, name: `width ${HELD}, foretold`}
                  )
                ]),
            ...(value.by === "compute"
              ? [
                  line(envelope(forecast, ...ofBudgets(runs)), {
                    meaning: "loss-train",
                    dashed: true,
                    width: 1.5,
                    name: "best plans"
                  })
                ]
              : []),
            uprights(told),
            dotsAt(seen.filter(fitted).map(point), "data"),
            dotsAt(seen.filter((run) => !fitted(run)).map(point), "ink-3", 2),
            squares(held.map(point)),
            ends(
              lines
                .map((list) => list.at(-1)!)
                .map((run) => ({
                  x: of(run),
                  y: run.loss,
                  text: thousands(value.by === "parameters" ? run.tokens : run.parameters),
                  meaning: "ink-2"
                }))
                .concat(
                  value.by === "parameters"
                    ? []
                    : [{x: of(last), y: last.loss, text: thousands(last.parameters), meaning: "loss-validation"}]
                )
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `E = ${irreducible.toFixed(2)}, α = ${alpha.toFixed(2)}, β = ${beta.toFixed(2)}, from ${forecast.runs} runs; mean error ${(100 * forecast.error).toFixed(2)}%. The largest model’s last loss: foretold ${answer.value.toFixed(3)}, from ${answer.low.toFixed(3)} to ${answer.high.toFixed(3)}; measured ${last.loss.toFixed(3)}`
        )
      );
    },
    describe: (value, {runs, forecast, expected}) => {
      const held = runs.filter(({width}) => width === HELD);
      const {irreducible, alpha, beta} = forecast.law;
      return `A law ${value.form === "floor" ? "with" : "without"} a floor, fitted to ${forecast.runs} runs of ${WIDTHS.filter((each) => each < HELD && each >= SIZES[value.sizes]).length} sizes: E ${irreducible.toFixed(3)}, α ${alpha.toFixed(3)}, β ${beta.toFixed(3)}. For the model of ${held[0]!.parameters.toLocaleString("en")} parameters it foretells ${held
        .map((run) => {
          const {value: y, low, high} = expected(run);
          return `${y.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}) after ${run.tokens.toLocaleString("en")} letters, where ${run.loss.toFixed(3)} was measured`;
        })
        .join("; ")}.`;
    },
    code: ({form}) => `import {logLogFit, timeline} from "llm-first-principles";
import {estimate} from "llm-first-principles/transformer";
import {transformerLm} from "llm-first-principles/stages/transformer";

const corpus = "the whale, the white whale, the whale of whales. ".repeat(40); // or a book
const floor = ${form === "floor" ? "0.1" : "0"}; // in nats: what no size takes away
const runs = [8, 16, 24].map((width) => {
  const run = timeline(transformerLm, {corpus, width, heads: width / 8, layers: 2}, {history: false});
  return {parameters: estimate(run.opened().transformer.config).parameters.total, loss: run.at(50).metrics.validationLoss};
});
console.log(runs, logLogFit(runs.map((run) => run.parameters), runs.map((run) => run.loss - floor)));`,
    rows: (value, {runs, expected}) =>
      runs.map((run) => {
        const {value: law, low, high} = expected(run);
        return {...run, fitted: isChosen(value)(run), law, low, high};
      })
  });
}

const squares =
  (points: readonly Point[]): Mark =>
  ({x, y}) =>
    points.map(([a, b]) =>
      svg("rect", {x: x(a) - 4, y: y(b) - 4, width: 8, height: 8, style: "fill:var(--loss-validation)"})
    );
