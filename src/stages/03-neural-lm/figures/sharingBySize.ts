import {FileAttachment} from "observablehq:stdlib";
import {choice} from "../../../components/figure/controls.js";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {figure} from "../../../components/figure/figure.js";
import type {Compared} from "../model/sharing.js";

type Shown = "each" | "together";

interface Value {
  readonly shown: Shown;
}

const NAMES: Readonly<Record<Shown, string>> = {each: "each alone", together: "and both together"};

/** Places of the axis that are named. */
const TICKS: readonly number[] = [100, 200, 500, 1000, 2000, 5000];

const load = (): Promise<readonly Compared[]> =>
  FileAttachment("../model/sharingBySize.json")
    .json<{readonly value: readonly Compared[]}>()
    .then(({value}) => value);

/** The network, counting, and their mixture, by how many names they learn from. */
export const sharingBySize = (name = "sharing-by-size") =>
  figure<Value, readonly Compared[]>({
    name,
    title: "Who knows more, by how much was read",
    caption:
      "Loss on the same names, which neither has read, in nats for each letter or end. Counting: Kneser–Ney, the best order of 1 to 5. The network: the best of three, at the best of its steps. Together: half of the one probability and half of the other.",
    controls: {shown: choice(["each", "together"], {label: "Show", format: (shown: Shown) => NAMES[shown]})},
    compute: load,
    draw: ({shown}, {width, result}) => {
      const points = (of: (at: Compared) => number): readonly Point[] => result.map((at) => [at.names, of(at)]);
      const lines = [
        {points: points(({ngram}) => ngram), meaning: "data", name: "counting"},
        {points: points(({network}) => network), meaning: "model", name: "network"},
        ...(shown === "together"
          ? [{points: points(({mixture}) => mixture), meaning: "probability", name: "both"}]
          : [])
      ];
      const all = lines.flatMap(({points}) => points.map(([, y]) => y));
      return chart({
        width,
        height: 300,
        marginRight: 96,
        x: {
          domain: [90, 7000],
          scale: "log",
          label: "Names to learn from",
          format: (v: number) => (TICKS.includes(v) ? v.toLocaleString("en") : "")
        },
        y: {domain: [Math.min(...all) - 0.05, Math.max(...all) + 0.05], label: "Loss on held-out names, nats"},
        marks: [
          ...lines.map(({points, meaning, name}) => line(points, {meaning, name, dots: true})),
          ends(
            lines.map(({points, meaning, name}) => {
              const [x, y] = points.at(-1) ?? [0, NaN];
              return {x, y, text: `${name} ${y.toFixed(2)}`, meaning};
            })
          )
        ]
      });
    },
    describe: (_, result) =>
      result
        .map(
          ({names, ngram, network, mixture}) =>
            `${names} names: counting ${ngram.toFixed(3)}, the network ${network.toFixed(3)}, both together ${mixture.toFixed(3)}.`
        )
        .join(" "),
    rows: (_, result) => result.map((at) => ({...at}))
  });
