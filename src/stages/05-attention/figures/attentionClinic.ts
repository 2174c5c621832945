import {heat, heatmap} from "../../../components/chart/heatmap.js";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {sentenceInput} from "../../../components/languageModel/sentenceInput.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import type {ProgramName} from "../model/attentionPrograms.js";
import type {ProgramSeen} from "../model/programSeen.js";
import {headGrid} from "./headGrid.js";

interface Value {
  readonly program: ProgramName;
  readonly text: string;
  readonly layer: number;
  readonly head: number;
}

const NAMES: readonly ProgramName[] = ["A", "B", "C", "D", "E", "F", "G", "H"];
const [LAYERS, HEADS] = [4, 4];
/** What is no more than a rounding of float32 sums. */
const ROUNDING = 1e-3;
const fixed = (x: number, digits = 2): string => x.toFixed(digits);
const moved = (x: number): string => (x < ROUNDING ? "nothing" : `up to ${fixed(x)}`);

async function computed({program, text}: Value): Promise<ProgramSeen> {
  const [{characterGpt}, {programSeen}] = await Promise.all([
    import("../../../components/languageModel/characterGpt.js"),
    import("../model/programSeen.js")
  ]);
  return programSeen(await characterGpt(), text, program);
}

/** What the tests say, in the order of the page. */
const tests = ({rowSums: [least, largest], future, cut, spread, halves, loss}: ProgramSeen) =>
  [
    ["Rows of weights sum to", largest - least < ROUNDING ? fixed(least, 3) : `${fixed(least)} to ${fixed(largest)}`],
    ["Another last letter moves the logits before it by", moved(future)],
    ["A text that ends in the middle moves them by", moved(cut)],
    ["A row’s weight is spread over", `${fixed(spread, 1)} letters`],
    ["Loss, nats a letter", fixed(loss)],
    ["… of the first half, and of the second", `${fixed(halves[0])} and ${fixed(halves[1])}`]
  ] as const;

/** One trained transformer, read by eight programs: their patterns on the reader’s sentence, and what tests say of them. */
export function attentionClinic(name = "attention-clinic") {
  const layer = slider([1, LAYERS], {label: "Layer", value: 1});
  const head = slider([1, HEADS], {label: "Head", value: 1});
  return figure<Value, ProgramSeen>({
    name,
    wide: true,
    interactive: true,
    title: "Eight programs, one model",
    caption:
      "The transformer that comes with the book reads your sentence, with attention by one of eight programs: one is right, and in each of the others one line is wrong. Small pictures: the sixteen heads; a row is a letter that looks. Below the large one, the nats of each letter: the darker, the less it was expected.",
    controls: {
      program: choice<ProgramName>([...NAMES], {label: "Program"}),
      text: sentenceInput(),
      layer,
      head
    },
    compute: computed,
    draw: (value, {width, result}) => {
      const {patterns, letters, nats} = result;
      const wide = width >= 720;
      const thumbnails = headGrid({
        patterns: patterns,
        width,
        chosen: value,
        controls: {layer, head}
      });
      const pattern = patterns[value.layer - 1]![value.head - 1]!;
      const names = letters.map(visibleText);
      const read = element(
        "p",
        {className: "read-letters"},
        ...letters.map((letter, i) => {
          const node = element("span", {}, visibleText(letter));
          node.style.background = heat("loss-validation", i === 0 ? 0 : Math.min(1, nats[i - 1]! / 8));
          return node;
        })
      );
      return element(
        "div",
        {className: wide ? "explorer wide" : "explorer"},
        element(
          "div",
          {},
          thumbnails,
          table(tests(result), [
            {label: `Program ${value.program}`, value: ([test]) => test},
            {label: "", value: ([, said]) => said}
          ])
        ),
        element(
          "div",
          {},
          heatmap({
            width: wide ? Math.min(440, width - 330) : width,
            title: `Program ${value.program}, layer ${value.layer}, head ${value.head}`,
            rows: names,
            columns: names,
            fill: (i, j) => heat("attention", pattern[i]![j]!)
          }),
          read
        )
      );
    },
    describe: (value, result) =>
      `Program ${value.program} on “${value.text}”. ${tests(result)
        .map(([test, said]) => `${test}: ${said}`)
        .join(". ")}.`,
    code: () => `import {attentionPattern, key, matmul, randomNormal, show, sum} from "llm-first-principles/tensor";

const x = (n) => randomNormal(key(n), [1, 1, 6, 4]); // [batch, heads, length, headDim]
const weights = attentionPattern(x(1), x(2), {causal: true});
console.log(show(sum(weights, {axis: -1}))); // each row: 1
console.log(show(weights)); // above the diagonal: 0
console.log(show(matmul(weights, x(3))));`,
    rows: (_, {letters, nats}) => letters.slice(1).map((letter, i) => ({place: i + 2, letter, nats: nats[i]!}))
  });
}
