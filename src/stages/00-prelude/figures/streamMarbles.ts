import {every, run, ticks} from "/lib/index.js";
import {scan, takeWhile, tap} from "/lib/rxjs.js";
import {svg} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {abortable} from "../../../components/rx.js";
import {countingStage} from "../model/countingStage.js";

interface Value {
  readonly by: number;
  readonly keep: number;
  readonly time: Moment;
}

/** An item of a stream, and the tick with which it came. */
interface Item {
  readonly tick: number;
  readonly value: number;
}

interface Lanes {
  readonly ticks: readonly Item[];
  readonly run: readonly Item[];
  readonly every: readonly Item[];
  readonly scan: readonly Item[];
}

const LAST = 18;

/** Runs the pipeline, and writes down what passes each of its places. */
async function lanes({by, keep}: Value, signal: AbortSignal): Promise<Lanes> {
  const [ticked, ran, kept, summed]: Item[][] = [[], [], [], []];
  await abortable(
    ticks().pipe(
      takeWhile((tick) => tick <= LAST),
      tap((tick) => ticked!.push({tick, value: tick})),
      run(countingStage, {by}),
      tap(({step, state}) => ran!.push({tick: step, value: state})),
      every(keep),
      tap(({step, state}) => kept!.push({tick: step, value: state})),
      scan((sum, {step, state}) => ({step, sum: sum.sum + state}), {step: 0, sum: 0}),
      tap(({step, sum}) => summed!.push({tick: step, value: sum}))
    ),
    signal
  );
  return {ticks: ticked!, run: ran!, every: kept!, scan: summed!};
}

const LANES = ["ticks", "run", "every", "scan"] as const;
const MEANING = {ticks: "ink-2", run: "data", every: "model", scan: "probability"} as const;

/** A pipeline whose items are drawn as they come: numbers of steps, states, every k-th of them, and their running sum. */
export const streamMarbles = (name = "stream-marbles") =>
  figure<Value, Lanes>({
    name,
    title: "Lists that arrive over time",
    caption:
      "Time goes to the right. Above, a clock ticks; below it, what each operator makes of what comes to it. Press play, and items appear as they arrive. The pipeline is a real one: it runs in this page with the library’s run, ticks and every.",
    controls: {
      by: slider([1, 5], {label: "Count by", value: 2}),
      keep: slider([1, 6], {label: "Keep every", value: 3}),
      time: scrubber({steps: LAST, step: 9, pace: 2, forks: false, label: "Tick"})
    },
    compute: (value, {signal}) => lanes(value, signal),
    draw: ({by, keep, time: {step}}, {width, result}) => {
      const left = 8;
      const across = (width - left - 24) / LAST;
      const names = {
        ticks: "ticks()",
        run: `run(countingStage, {by: ${by}})`,
        every: `every(${keep})`,
        scan: "scan: their sum so far"
      };
      const lane = 68;
      const height = LANES.length * lane + 8;
      // where items stand too close for their numbers, every second or third is only a dot
      const room = width < 520 ? 3 : 2;
      return svg(
        "svg",
        {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
        ...LANES.flatMap((key, row) => {
          const y = 50 + row * lane;
          const items = result[key].filter(({tick}) => tick <= step);
          return [
            svg("text", {x: 0, y: y - 29, style: "fill:var(--ink-2);font:13px var(--sans)"}, names[key]),
            svg("line", {x1: left, x2: width - 8, y1: y, y2: y, class: "tick"}),
            ...items.flatMap(({tick, value}, i) => {
              const x = left + 8 + tick * across;
              const named = key === "ticks" || key === "run" ? tick % room === 0 : i % (keep < room ? room : 1) === 0;
              return [
                svg("circle", {cx: x, cy: y, r: 5, style: `fill:var(--${MEANING[key]})`}),
                ...(named
                  ? [
                      svg(
                        "text",
                        {
                          x,
                          y: y - 9,
                          "text-anchor": "middle",
                          style: `fill:var(--${MEANING[key]});font:600 13px var(--sans)`
                        },
                        String(value)
                      )
                    ]
                  : [])
              ];
            })
          ];
        }),
        svg("line", {
          x1: left + 8 + step * across,
          x2: left + 8 + step * across,
          y1: 14,
          y2: height,
          class: "moment"
        })
      );
    },
    describe: ({time: {step}}, result) =>
      LANES.map(
        (key) =>
          `${key}: ${result[key]
            .filter(({tick}) => tick <= step)
            .map(({value}) => value)
            .join(", ")}`
      ).join(". ") + `. That is all until tick ${step}.`,
    code: ({by, keep, time: {step}}) => `import {every, run, ticks} from "llm-first-principles";
import {take} from "rxjs";

const countingStage = ({by}) => ({
  data: () => by,
  model: () => 0,
  step: (sum, batch) => sum + batch,
  metrics: (sum) => ({isEven: sum % 2 === 0})
});
ticks()
  .pipe(take(${step + 1}), run(countingStage, {by: ${by}}), every(${keep}))
  .subscribe(({step, state}) => console.log(step, state));`
  });
