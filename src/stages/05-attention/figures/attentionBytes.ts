import {chart, ends, line, moment, type Point} from "../../../components/chart/chart.js";
import {decades} from "../../../components/chart/decades.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {attentionMemory, blockKeeps} from "../model/attentionMemory.js";

interface Value {
  readonly tokens: number;
}

const HEADS = 12;
const [LEAST, MOST] = [7, 17];
const whole = (x: number): string => x.toLocaleString("en-US");
const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** Bytes in words, with three digits. */
function bytes(n: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(n) / 3));
  return `${Number((n / 1000 ** unit).toPrecision(3))} ${UNITS[unit]}`;
}

const LINES = [
  {part: "pattern", text: "pattern", meaning: "attention", dashed: false},
  {part: "block", text: "block", meaning: "ink-3", dashed: false},
  {part: "rows", text: "32 rows", meaning: "query", dashed: false},
  {part: "kept", text: "kept", meaning: "query", dashed: true},
  {part: "tile", text: "one tile", meaning: "value", dashed: false}
] as const;

const at = (tokens: number) => ({...attentionMemory(tokens, HEADS), block: blockKeeps(tokens, HEADS)});

/** What each way to compute attention needs, by length. */
export function attentionBytes(name = "attention-bytes") {
  return figure<Value>({
    name,
    title: "What each version needs",
    caption:
      "One block of GPT-2’s form, width 768 with 12 heads, in float32: bytes of the whole pattern; of 32 rows of scores, while the library’s kernel works; of one tile of 32 by 32; and of what the library keeps of the weights for the way back (dashed). The gray line is all that such a block keeps in the library, by its estimate. Both axes are logarithmic.",
    controls: {
      tokens: slider([LEAST, MOST], {label: "Tokens", value: 12, format: (i) => whole(2 ** i)})
    },
    draw: ({tokens}, {width}) => {
      const powers = Array.from({length: MOST - LEAST + 1}, (_, i) => LEAST + i);
      const lines = LINES.map((one) => ({
        ...one,
        points: powers.map((power): Point => [power, at(2 ** power)[one.part]])
      }));
      const here = at(2 ** tokens);
      return element(
        "div",
        {},
        chart({
          width,
          height: 320,
          marginRight: 76,
          x: {domain: [LEAST, MOST], label: "Tokens", ticks: 5, format: (power) => whole(Math.round(2 ** power))},
          y: {domain: [1e3, 1e12], label: "Bytes", scale: "log", ticks: 10, format: decades(3)},
          marks: [
            moment(tokens),
            ...lines.map(({text, meaning, dashed, points}) => line(points, {meaning, dashed, name: text})),
            ends(lines.map(({text, meaning, points}) => ({text, meaning, x: MOST, y: points.at(-1)![1]})))
          ]
        }),
        element(
          "p",
          {className: "fig-note"},
          `${whole(2 ** tokens)} tokens: ${LINES.map(({part, text}) => `${text} ${bytes(here[part])}`).join(" · ")}`
        )
      );
    },
    describe: ({tokens}) =>
      `With ${whole(2 ** tokens)} tokens and 12 heads the pattern has ${bytes(at(2 ** tokens).pattern)}, 32 rows of scores ${bytes(at(2 ** tokens).rows)}, one tile ${bytes(at(2 ** tokens).tile)}, what is kept of the weights ${bytes(at(2 ** tokens).kept)}, and all that the block keeps ${bytes(at(2 ** tokens).block)}.`,
    code: ({tokens}) => `import {estimate, gpt2} from "llm-first-principles/transformer";

const [n, heads] = [${2 ** tokens}, ${HEADS}];
const {activations} = estimate(gpt2({vocabSize: 1, layers: 1, width: 768, heads, context: n})).bytes;
console.log("pattern", 4 * heads * n * n);
console.log("kept of it", 4 * heads * n);
console.log("all that is kept", activations);`,
    rows: () => Array.from({length: MOST - LEAST + 1}, (_, i) => ({tokens: 2 ** (LEAST + i), ...at(2 ** (LEAST + i))}))
  });
}
