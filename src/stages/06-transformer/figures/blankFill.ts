import {FileAttachment} from "observablehq:stdlib";
import {bars} from "../../../components/chart/bars.js";
import {element} from "../../../components/element.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import type {ObjectiveRuns} from "../model/objectiveSpec.js";
import type {BlankSeen, openObjectives} from "../model/openObjectives.js";

interface Value {
  readonly text: string;
  readonly place: number;
}

interface Result {
  readonly tokens: readonly string[];
  readonly seen: BlankSeen;
}

type Ask = (text: string, place: number) => Result;

const WAYS = [
  ["left", "Causal, from the left alone"],
  ["tried", "Causal, every letter tried"],
  ["masked", "Masked, from both sides"]
] as const;
const SHOWN = 7;

let opened: Promise<Ask> | undefined;
/** The kept models, loaded when they are first asked. */
function asking(): Promise<Ask> {
  opened ??= Promise.all([
    FileAttachment("../model/objectiveRuns.json").json<{readonly value: ObjectiveRuns}>(),
    import("../model/openObjectives.js")
  ]).then(([{value}, module]) => {
    const ask: ReturnType<typeof openObjectives> = module.openObjectives(value);
    return (text, place) => ({tokens: value.tokens, seen: ask(text, place)});
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

const placeIn = ({text, place}: Value): number => Math.min(place, [...text].length) - 1;

/** A letter of the reader’s text, hidden, and what two models say of it. */
export function blankFill(name = "blank-fill") {
  const probabilityOf = (list: readonly number[], {tokens}: Result, value: Value): number =>
    list[tokens.indexOf([...value.text][placeIn(value)]!)] ?? 0;
  const top = (list: readonly number[], {tokens}: Result) =>
    list
      .map((value, id) => ({value, name: visibleText(tokens[id]!)}))
      .sort((a, b) => b.value - a.value)
      .slice(0, SHOWN);
  return figure<Value, Result>({
    name,
    wide: true,
    title: "A letter is missing",
    caption:
      "Two transformers of the same size learned Moby Dick in the same number of steps. The causal one can be asked in two ways: what comes next, from the letters on the left alone; or, with every letter put into the blank, which of the whole texts is the likeliest. The masked one sees both sides at once. Write something, and move the blank. The models were trained when the book was made, and they answer here.",
    controls: {
      text: textInput({
        label: "Text",
        value: "the whale came up to look at the ship, and then went down again",
        size: 64,
        valid: (text) => [...text].length >= 6,
        rule: "6 to 64 characters",
        example: "call me Ishmael, and come to the sea"
      }),
      place: slider([2, 64], {label: "Letter", value: 24})
    },
    compute: async (value) => (await asking())(value.text, placeIn(value)),
    draw: (value, {width, result}) => {
      const at = placeIn(value);
      const signs = [...value.text];
      const each = width >= 700 ? Math.floor((width - 48) / 3) : width;
      return element(
        "div",
        {},
        element(
          "p",
          {className: "blank-text"},
          signs.slice(0, at).join(""),
          element("mark", {}, "_"),
          signs.slice(at + 1).join("")
        ),
        element(
          "div",
          {className: "two-charts"},
          ...WAYS.map(([way, title]) =>
            bars({
              width: each,
              height: 190,
              label: title,
              max: 1,
              meaning: way === "masked" ? "attention" : "probability",
              bars: top(result.seen[way], result)
            })
          )
        ),
        element(
          "p",
          {className: "fig-note"},
          `The letter is “${visibleText(signs[at]!)}”. They give it ${WAYS.map(([way]) => `${(100 * probabilityOf(result.seen[way], result, value)).toFixed(1)}%`).join(", ")}`
        )
      );
    },
    describe: (value, result) =>
      `Letter ${placeIn(value) + 1} of “${value.text}” is hidden. ${WAYS.map(
        ([way, title]) =>
          `${title}: ${top(result.seen[way], result)
            .slice(0, 4)
            .map((one) => `${one.name} ${(100 * one.value).toFixed(1)}%`)
            .join(", ")}; the true letter ${(100 * probabilityOf(result.seen[way], result, value)).toFixed(1)}%`
      ).join(". ")}.`,
    code: () => `import {timeline} from "llm-first-principles";
import {transformerLm} from "llm-first-principles/stages/transformer";
import {crossEntropy, tensor} from "llm-first-principles/tensor";

const corpus = "the whale, the white whale, the whale of whales. ".repeat(40); // or a book
const run = timeline(transformerLm, {corpus}, {history: false});
const {tokenizer, transformer} = run.opened();
const {params} = run.at(50).state;
for (const letter of "aeiou") {
  const ids = tokenizer.encode(\`the wh\${letter}le\`); // which whole text is the likeliest?
  const logits = transformer.apply(params, tensor([Array.from(ids.slice(0, -1))], {dtype: "int32"}));
  console.log(letter, crossEntropy(logits, tensor([Array.from(ids.slice(1))], {dtype: "int32"})).data[0]);
}`,
    rows: (_, {tokens, seen}) =>
      tokens.map((letter, id) => ({letter, left: seen.left[id], tried: seen.tried[id], masked: seen.masked[id]}))
  });
}
