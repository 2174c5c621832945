import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, level, line, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {select} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {COPIERS, LETTERS, type Copier, type CopyRun} from "../model/copySpec.js";
import {windowOut} from "../model/memory.js";

interface Value {
  readonly show: string;
}

const BY_LENGTH = "all lengths";
const WINDOW = 8;
const LOOK: Readonly<Record<Copier, {readonly meaning: string; readonly name: string}>> = {
  recurrent: {meaning: "model", name: "GRU"},
  transformer: {meaning: "attention", name: "transformer"}
};
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

/** What both models made of words of each length, on the mean or place by place. */
export function copyByLength(name = "copy-by-length") {
  const points = (result: readonly CopyRun[], kind: Copier, {show}: Value): readonly Point[] =>
    show === BY_LENGTH
      ? result.filter((run) => run.kind === kind).map(({length, right}): Point => [length, mean(right)])
      : result
          .find((run) => run.kind === kind && run.length === parseInt(show))!
          .right.map((p, i): Point => [i + 1, p]);
  return figure<Value, readonly CopyRun[]>({
    name,
    title: "The same word once more",
    caption:
      "A GRU and a transformer with as many parameters learn to copy words of eight kinds of letters, each length by itself: 1,000 steps of 32 lines such as “dab=dab”. The share of copied letters that are right on 60 held-out lines, each predicted from the true letters before it. The dashed line is the best that a window of eight letters can do: from eight on it guesses. Trained when the book was made.",
    controls: {
      show: select<string>([BY_LENGTH, "4 letters", "8 letters", "16 letters", "24 letters"], {
        label: "Show",
        value: BY_LENGTH
      })
    },
    compute: async () =>
      (await FileAttachment("../model/copyRuns.json").json<{readonly value: readonly CopyRun[]}>()).value,
    draw: (value, {width, result}) => {
      const all = value.show === BY_LENGTH;
      const last = all ? 24 : parseInt(value.show);
      const lengths = Array.from({length: 21}, (_, i) => i + 4);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 96,
          x: {domain: [all ? 4 : 1, last], label: all ? "Letters of the word" : "Place in the copy"},
          y: {domain: [0, 1.05], label: "Share of letters that are right"},
          marks: [
            level(1 / LETTERS, all ? "" : "guessing"),
            ...(all
              ? [
                  line(
                    lengths.map((n): Point => [n, windowOut(n, LETTERS, WINDOW)]),
                    {meaning: "ink-3", dashed: true, name: "window of 8, at best"}
                  )
                ]
              : []),
            ...COPIERS.map((kind) => line(points(result, kind, value), {...LOOK[kind], dots: true})),
            ends([
              ...COPIERS.map((kind) => {
                const [x, y] = points(result, kind, value).at(-1)!;
                return {text: LOOK[kind].name, meaning: LOOK[kind].meaning, x, y};
              }),
              ...(all ? [{text: "window", meaning: "ink-3", x: last, y: 1 / LETTERS}] : [])
            ])
          ]
        })
      );
    },
    describe: (value, result) =>
      COPIERS.map(
        (kind) =>
          `${LOOK[kind].name}: ${points(result, kind, value)
            .map(
              ([x, y]) =>
                `${(100 * y).toFixed(0)} percent right at ${value.show === BY_LENGTH ? `${x} letters` : `place ${x}`}`
            )
            .join(", ")}`
      ).join("; "),
    code: () => `import {timeline} from "llm-first-principles";
import {recurrent} from "llm-first-principles/stages/neural-lm";
import {transformerLm} from "llm-first-principles/stages/transformer";
import {copyTask, key} from "llm-first-principles/tensor";

const corpus = copyTask({least: 4, most: 4}, key(4)).text(2000);
const shared = {corpus, documents: true, batchSize: 32};
const memory = timeline(recurrent, {...shared, hidden: 40, seqLen: 10}, {history: false});
const look = timeline(transformerLm, {...shared, context: 10, width: 32, heads: 2}, {history: false});
for (const run of [memory, look]) console.log(run.at(60).metrics.validationLoss);`,
    rows: (_, result) =>
      result.flatMap(({kind, length, right}) =>
        right.map((share, i) => ({model: kind, length, place: i + 1, right: share}))
      )
  });
}
