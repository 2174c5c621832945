import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {element} from "../../../components/element.js";
import {slider, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {blockCost} from "../model/attentionCost.js";

interface Value {
  readonly width: number;
  readonly context: number;
  readonly causal: boolean;
}

const WIDTHS = [64, 128, 256, 512, 768, 1024, 2048, 4096, 8192, 16384];
const [LEAST, MOST] = [5, 20];
const whole = (x: number): string => x.toLocaleString("en-US");
const percent = (x: number): string => `${(100 * x).toFixed(x < 0.095 ? 1 : 0)} %`;

const shares = ({width, causal}: Value, tokens: number) => {
  const {maps, pairs, feedForward} = blockCost(WIDTHS[width]!, tokens, {causal});
  const all = maps + pairs + feedForward;
  return {maps: maps / all, pairs: pairs / all, feedForward: feedForward / all};
};
const PARTS = [
  {part: "pairs", text: "pairs", meaning: "attention"},
  {part: "maps", text: "four maps", meaning: "query"},
  {part: "feedForward", text: "feed-forward", meaning: "value"}
] as const;

/** What a block computes, part by part, as texts grow longer. */
export function pairCost(name = "pair-cost") {
  return figure<Value>({
    name,
    title: "Where the operations go",
    caption:
      "A block as in Llama, with its feed-forward layer, by the library’s estimate: the share of its operations that goes into the four maps of attention, into pairs of tokens, and into the feed-forward layer, by the length of the text. The upright line is the chosen length.",
    controls: {
      width: slider([0, WIDTHS.length - 1], {label: "Width", value: 7, format: (i) => whole(WIDTHS[i]!)}),
      context: slider([LEAST, MOST], {label: "Tokens", value: 13, format: (i) => whole(2 ** i)}),
      causal: toggle({label: "With a causal mask", value: true})
    },
    draw: (value, {width}) => {
      const powers = Array.from({length: 2 * (MOST - LEAST) + 1}, (_, i) => LEAST + i / 2);
      const lines = PARTS.map(({part, text, meaning}) => ({
        text,
        meaning,
        points: powers.map((power): Point => [power, shares(value, Math.round(2 ** power))[part]])
      }));
      const here = shares(value, 2 ** value.context);
      return element(
        "div",
        {},
        chart({
          width,
          height: 300,
          marginRight: 104,
          x: {
            domain: [LEAST, MOST],
            label: "Tokens of the text",
            ticks: 4,
            format: (power) => whole(Math.round(2 ** power))
          },
          y: {domain: [0, 1], label: "Share of the block’s operations"},
          marks: [
            moment(value.context),
            ...lines.map(({text, meaning, points}) => line(points, {meaning, name: text})),
            ends(lines.map(({text, meaning, points}) => ({text, meaning, x: MOST, y: points.at(-1)![1]})))
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `${whole(2 ** value.context)} tokens: pairs ${percent(here.pairs)} · maps ${percent(here.maps)} · feed-forward ${percent(here.feedForward)}`
        )
      );
    },
    describe: (value) =>
      `Width ${whole(WIDTHS[value.width]!)}${value.causal ? ", causal" : ""}: of a block’s operations pairs take ${[6, 8, 10, 12, 14, 16, 18, 20].map((power) => `${percent(shares(value, 2 ** power).pairs)} at ${whole(2 ** power)} tokens`).join(", ")}.`,
    code: ({width, context, causal}) => `import {estimate} from "llm-first-principles/transformer";

const block = {vocabSize: 1, layers: 1, width: ${WIDTHS[width]}, heads: 1, context: ${2 ** context}, causal: ${causal}};
const at = (seqLen) => estimate(block, {seqLen}).flopsPerToken.forward;
const pairs = at(${2 ** context}) - at(1); // but for the one key that is always seen
console.log("share of pairs", pairs / at(${2 ** context}));`,
    rows: (value) =>
      Array.from({length: MOST - LEAST + 1}, (_, i) => ({tokens: 2 ** (LEAST + i), ...shares(value, 2 ** (LEAST + i))}))
  });
}
