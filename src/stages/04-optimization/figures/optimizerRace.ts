import {FileAttachment} from "observablehq:stdlib";
import {landscapes, type LandscapeName} from "/lib/stages/optimization.js";
import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {several} from "../../../components/figure/several.js";
import {writeNumber} from "../../../components/number.js";
import {turn} from "../../../components/turn.js";
import {OPTIMIZER_NAMES, PACES, RACE, RACERS, rateAt, type Pace, type RacerName} from "../model/race.js";
import {toMinimum, walk, type Walk} from "../model/walk.js";
import {landscapeMap} from "./landscapeMap.js";
import {placeOnMap} from "./placeOnMap.js";

interface Value {
  readonly landscape: LandscapeName;
  readonly racers: readonly RacerName[];
  readonly pace: Pace;
  readonly noise: "0" | "0.3" | "1" | "3";
  readonly x: number;
  readonly y: number;
  readonly time: Moment;
}

interface Racer extends Walk {
  readonly optimizer: RacerName;
  readonly rate: number;
}

interface Raced {
  readonly heights: Float64Array;
  readonly racers: readonly Racer[];
}

type Rates = Readonly<Record<LandscapeName, Readonly<Record<RacerName, number>>>>;

const FLOOR = 1e-8;

const paceText = (pace: Pace): string =>
  pace.startsWith("all")
    ? `${pace.slice(4)} for all`
    : pace === "tuned"
      ? "each its best"
      : `each its best ${pace.slice(5).replace("/", "÷ ").replace("*", "× ")}`;

/** Optimizers from one start on one landscape: where they go, how low they come, and how they fail. */
export function optimizerRace(name = "optimizer-race") {
  const {landscape, x, y, drag, heights} = placeOnMap({landscape: "ravine", prefix: "Start, ", step: 0.01});

  const compute = async ({landscape: on, racers, pace, noise, x, y}: Value): Promise<Raced> => {
    const {value: best} = await FileAttachment("../model/bestRates.json").json<{readonly value: Rates}>();
    const raced: Racer[] = [];
    for (const optimizer of racers) {
      await turn();
      const learningRate = rateAt(pace, best[on][optimizer]);
      const config = {landscape: on, optimizer, learningRate, noise: Number(noise), startX: x, startY: y};
      raced.push({optimizer, rate: learningRate, ...walk(config, RACE)});
    }
    return {heights: heights(on), racers: raced};
  };

  const above = ({landscape: on}: Value, {heights}: Racer): readonly Point[] => {
    const least = landscapes[on].minima[0]!.value;
    return heights.map((height, step): Point => [step, Math.max(FLOOR, height - least)]);
  };
  const standing = (value: Value, racer: Racer) => {
    const step = Math.min(value.time.step, racer.path.length - 1);
    const broken = racer.broke !== undefined && value.time.step >= racer.broke;
    return {
      optimizer: OPTIMIZER_NAMES[racer.optimizer],
      rate: racer.rate,
      height: broken ? NaN : racer.heights[step]!,
      distance: broken ? NaN : toMinimum(landscapes[value.landscape], racer.path[step]!),
      fate: broken ? `broke at step ${racer.broke}` : ""
    };
  };

  return figure<Value, Raced>({
    name,
    wide: true,
    interactive: true,
    title: "A race of optimizers",
    caption:
      "From above: the darker, the higher; rings are lowest points. Drag the map to move the start. On the right the height above the lowest point, on a logarithmic axis. “Each its best” is the rate, of fourteen, with which that optimizer comes lowest in 200 steps from the landscape’s own start without leaving the map by far. So it has been tuned, as nobody can tune a large model. A hollow dot at the edge stands for a walk that is beyond the map.",
    controls: {
      landscape,
      pace: select<Pace>([...PACES], {label: "Learning rates", format: paceText}),
      noise: select<Value["noise"]>(["0", "0.3", "1", "3"], {
        label: "Noise in the gradient",
        format: (n) => (n === "0" ? "none" : `standard deviation ${n}`)
      }),
      x,
      y,
      racers: several<RacerName>([...RACERS], {
        label: "Racers",
        value: ["sgd", "momentum", "rmsprop", "adam"],
        format: (o) => OPTIMIZER_NAMES[o]
      }),
      time: scrubber({steps: RACE, step: RACE, pace: 40, forks: false})
    },
    compute,
    draw: (value, {width, result}) => {
      const {step} = value.time;
      const wide = width >= 620;
      const side = wide ? Math.min(420, Math.round(width * 0.5)) : Math.min(width, 420);
      const map = landscapeMap({
        width: side,
        landscape: landscapes[value.landscape],
        heights: result.heights,
        traces: result.racers.map(({optimizer, path}) => ({path: path.slice(0, step + 1), meaning: optimizer})),
        moveStart: drag
      });
      const lines = result.racers.map((racer) => ({racer, points: above(value, racer)}));
      const all = lines.flatMap(({points}) => points.map(([, h]) => h)).filter((h) => Number.isFinite(h));
      const top = Math.min(1e6, Math.max(1, ...all)) * 1.5;
      const low = Math.max(FLOOR, Math.min(0.1, ...all)) / 1.5;
      const curves = chart({
        width: wide ? width - side - 24 : width,
        height: wide ? side : 260,
        marginRight: 118,
        x: {domain: [0, RACE], label: "Step"},
        y: {domain: [low, top], label: "Height above the lowest point", scale: "log", ticks: 18, format: decades(2)},
        marks: [
          moment(step),
          ...lines.map(({racer, points}) =>
            line(
              points.map(([s, h]): Point => [s, h > top ? NaN : h]),
              {meaning: racer.optimizer, width: 2, name: OPTIMIZER_NAMES[racer.optimizer]}
            )
          ),
          ends(
            lines.flatMap(({racer, points}) => {
              const last = points.filter(([, h]) => h <= top).at(-1);
              return last === undefined
                ? []
                : [{x: RACE, y: last[1], text: OPTIMIZER_NAMES[racer.optimizer], meaning: racer.optimizer}];
            })
          )
        ]
      });
      const rows = result.racers.map((racer) => standing(value, racer));
      return element(
        "div",
        {},
        element("div", {className: "row"}, map, curves),
        element(
          "div",
          {className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Where they stand"},
          table(rows, [
            {label: "Optimizer", value: ({optimizer}) => optimizer},
            {label: "Rate", value: ({rate}) => rate, format: (v) => String(Number(v.toPrecision(3)))},
            {label: "Height", value: ({height}) => height, format: (v) => (Number.isNaN(v) ? "—" : writeNumber(v, 3))},
            {
              label: "To a lowest point",
              value: ({distance}) => distance,
              format: (v) => (Number.isNaN(v) ? "—" : writeNumber(v, 3))
            },
            {label: "", value: ({fate}) => fate}
          ])
        )
      );
    },
    describe: (value, {racers}) => {
      const told = racers.map((racer) => {
        const {optimizer, rate, height, fate} = standing(value, racer);
        const at = `${optimizer} with the rate ${Number(rate.toPrecision(3))}`;
        return fate === "" ? `${at} stands at height ${writeNumber(height, 3)}` : `${at} ${fate}`;
      });
      return `${landscapes[value.landscape].label}, from (${value.x}, ${value.y}), step ${value.time.step} of ${RACE}: ${told.length === 0 ? "nobody races" : told.join("; ")}.`;
    },
    code: ({
      landscape: on,
      racers: [optimizer = "sgd"],
      x: a,
      y: b,
      noise
    }) => `import {timeline} from "llm-first-principles";
import {descent} from "llm-first-principles/stages/optimization";

const config = {landscape: "${on}", optimizer: "${optimizer}", learningRate: 0.01, startX: ${a}, startY: ${b}, noise: ${noise}};
const run = timeline(descent, config);
console.log(run.at(0).metrics, run.at(${RACE}).metrics);
console.log(run.fork(100, {optimizer: "adam"}).at(${RACE}).metrics);`,
    rows: (value, {racers}) =>
      racers.flatMap(({optimizer, rate, path, heights}) =>
        path.map(([a, b], step) => ({optimizer, rate, step, x: a, y: b, height: heights[step]!}))
      )
  });
}
