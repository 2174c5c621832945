import {FileAttachment} from "observablehq:stdlib";
import type {RemoteOf} from "/lib/index.js";
import {textOf} from "../../../components/corpus/textOf.js";
import {svg} from "../../../components/element.js";
import {chart, dotsAt, ends, line, type Mark, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {action, choice, slider} from "../../../components/figure/controls.js";
import {figure, type Work} from "../../../components/figure/figure.js";
import {abortable} from "../../../components/rx.js";
import type {Interval} from "../model/forecast.js";
import {
  costOf,
  ENDS,
  HELD,
  isFitted,
  scalingConfig,
  SCORED,
  TOKENS_PER_STEP,
  WIDTHS,
  type ScalingRun
} from "../model/scalingSpec.js";
import type {stages} from "../worker.js";
import {around} from "./around.js";
import {transformerWorker} from "./workers.js";

interface Value {
  readonly width: number;
  readonly steps: string;
  readonly trained: number;
}

interface Result {
  readonly runs: readonly ScalingRun[];
  readonly own: readonly ScalingRun[];
  readonly asked: Omit<ScalingRun, "loss">;
  readonly expected: Interval;
}

/** Signs of Moby Dick. */
const vocabSizeOf = (runs: readonly ScalingRun[]): number => {
  const {width, parameters} = runs[0]!;
  return (parameters - costOf(width, 1).parameters) / width + 1; // a tied table has so many rows
};

const bar =
  ({low, high}: Interval, at: number): Mark =>
  ({x, y}) => [
    svg("line", {
      x1: x(at),
      x2: x(at),
      y1: y(low),
      y2: y(high),
      style: "stroke:var(--model)",
      "stroke-width": 9,
      opacity: 0.4
    })
  ];

/** One more model, trained by the reader: first the law says where it will end, then it is measured. */
export function ownModel(name = "own-model") {
  const own = new Map<string, ScalingRun>();
  let [pressed, wanted] = [0, ""]; // how often “Train it” was pressed, and the model that it was last pressed for

  const train = async ({width, steps}: Value, cost: Omit<ScalingRun, "loss">, work: Work): Promise<ScalingRun> => {
    const [{remote}, {of}, corpus] = await Promise.all([
      import("/lib/index.js"),
      import("/lib/rxjs.js"),
      textOf({kind: "corpus", id: "moby-dick"})
    ]);
    const end = Number(steps);
    const config = {...scalingConfig(width, corpus, end), scored: 64}; // measured on the way: next to nothing
    const run: RemoteOf<(typeof stages)["transformer"]> = remote(() => transformerWorker("scaling"), {
      stage: "transformer",
      config
    });
    const judged = run.fork(end, {scored: SCORED});
    const {metrics} = await abortable(judged.answers(of(end), {budget: 100}), work.signal, ({step}) =>
      work.progress({step, of: end})
    );
    return {...cost, loss: metrics.validationLoss};
  };

  return figure<Value, Result>({
    name,
    title: "One more model",
    caption: `Dots are the runs that were kept. Choose a size and a length: the bar is what the law says of it, fitted to all runs of widths up to ${Math.max(...WIDTHS.filter((width) => width < HELD))}. Then press “Train it”. It is trained here, in a worker, and its square is put where it ended. The larger and the longer, the more patience it takes; whoever moves a slider meanwhile ends it.`,
    controls: {
      width: slider([WIDTHS[0], HELD], {label: "Width", value: 40, step: 8}),
      steps: choice(ENDS.map(String), {label: "Steps", value: "256"}),
      trained: action({label: "Train it"})
    },
    heavy: ({trained, width, steps}) =>
      trained > 0 ? `trains a model of width ${width} for ${steps} steps` : undefined,
    compute: async (value, work) => {
      const [{value: runs}, {forecastOf, expectedOf}] = await Promise.all([
        FileAttachment("../model/scalingRuns.json").json<{readonly value: readonly ScalingRun[]}>(),
        import("../model/forecast.js")
      ]);
      const {parameters, flopsPerToken} = costOf(value.width, vocabSizeOf(runs));
      const tokens = Number(value.steps) * TOKENS_PER_STEP;
      const asked = {width: value.width, parameters, tokens, flops: flopsPerToken * tokens};
      const key = `${value.width} ${value.steps}`;
      // a training is wanted until it is over, or another model is looked at: that one was not asked for
      if (value.trained !== pressed || wanted !== key) wanted = value.trained > pressed ? key : "";
      pressed = value.trained;
      if (wanted === key && !own.has(key)) own.set(key, await train(value, asked, work));
      const forecast = forecastOf(runs.filter(isFitted()), "floor");
      return {runs, own: [...own.values()], asked, expected: forecast.interval(expectedOf(asked))};
    },
    draw: (_, {width, result: {runs, own: trained, asked, expected}}) => {
      const mine = trained.find((run) => run.width === asked.width && run.tokens === asked.tokens);
      const point = ({flops, loss}: ScalingRun): Point => [flops, loss];
      const sizes = [...new Set(runs.map((run) => run.width))];
      const all = [...runs, ...trained];
      return element(
        "div",
        {},
        chart({
          width,
          height: 340,
          marginRight: 64,
          x: {
            domain: around([...all.map(({flops}) => flops), asked.flops], 1.25),
            label: "Compute, operations",
            scale: "log",
            format: decades(1)
          },
          y: {
            domain: around([...all.map(({loss}) => loss), expected.low, expected.high]),
            label: "Held-out loss, nats a letter",
            scale: "log",
            format: (y) => y.toFixed(1)
          },
          marks: [
            ...sizes.map((size) =>
              line(runs.filter((run) => run.width === size).map(point), {
                meaning: "ink-3",
                width: 1,
                name: `width ${size}`
              })
            ),
            dotsAt(runs.map(point), "data", 3),
            bar(expected, asked.flops),
            dotsAt([[asked.flops, expected.value]], "model"),
            ({x, y}) =>
              trained.map(({flops, loss}) =>
                svg("rect", {
                  x: x(flops) - 5,
                  y: y(loss) - 5,
                  width: 10,
                  height: 10,
                  style: "fill:var(--loss-validation)"
                })
              ),
            ends(
              sizes.map((size) => {
                const {flops, loss} = runs.filter((run) => run.width === size).at(-1)!;
                return {x: flops, y: loss, text: String(size), meaning: "ink-2"};
              })
            )
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `${asked.parameters.toLocaleString("en")} parameters, ${asked.tokens.toLocaleString("en")} letters: the law says ${expected.value.toFixed(3)}, from ${expected.low.toFixed(3)} to ${expected.high.toFixed(3)}; ${mine === undefined ? "not trained yet" : `measured here ${mine.loss.toFixed(3)}`}`
        )
      );
    },
    describe: (_, {own: trained, asked, expected}) =>
      `A model of width ${asked.width} with ${asked.parameters.toLocaleString("en")} parameters, on ${asked.tokens.toLocaleString("en")} letters: the law expects ${expected.value.toFixed(3)} nats, from ${expected.low.toFixed(3)} to ${expected.high.toFixed(3)}. Trained here: ${trained.length === 0 ? "none yet" : trained.map((run) => `width ${run.width}, ${run.tokens.toLocaleString("en")} letters, ${run.loss.toFixed(3)} nats`).join("; ")}.`,
    code: ({width, steps}) => `import {timeline} from "llm-first-principles";
import {transformerLm} from "llm-first-principles/stages/transformer";

const corpus = "the whale, the white whale, the whale of whales. ".repeat(40); // or a book
const config = ${JSON.stringify({...scalingConfig(width, "", Number(steps)), corpus: undefined, scored: undefined})};
const run = timeline(transformerLm, {...config, corpus}, {history: false});
console.log(run.at(${steps}).metrics.validationLoss);`,
    rows: (_, {runs, own: trained}) => [
      ...runs.map((run) => ({...run, own: false})),
      ...trained.map((run) => ({...run, own: true}))
    ]
  });
}
