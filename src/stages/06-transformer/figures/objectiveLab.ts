import {element} from "../../../components/element.js";
import {action, slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Place, View} from "../model/objectiveView.js";

interface Value {
  readonly text: string;
  readonly rate: number;
  readonly span: number;
  readonly draw: number;
}

const SAID: Readonly<Record<Place["kind"], string>> = {
  plain: "",
  mask: "masked",
  random: "exchanged",
  kept: "left as it is",
  sentinel: "sentinel"
};

const box = ({read, say, kind, open}: Place): HTMLElement =>
  element(
    "span",
    {className: `place ${kind}${open ? " open" : ""}`},
    element("b", {}, read),
    element("i", {}, say ?? "·")
  );

const count = ({targets, places}: View): string =>
  `${targets} ${targets === 1 ? "prediction" : "predictions"}, ${places.length} tokens read`;

/** One sentence of the reader’s under each objective. */
export function objectiveLab(name = "objective-lab") {
  return figure<Value, readonly View[]>({
    name,
    title: "One sentence, four tasks",
    caption:
      "Above the line what is read, below it what the model has to say at that place; a dot means nothing. Shaded places are seen by all, so a model may look at them from the left and from the right; the others only by those behind them. A dashed frame is a token that was left as it is, a heavy one a token that was exchanged, though both are to be said. Made by the library’s own functions.",
    controls: {
      text: textInput({
        label: "Sentence",
        value: "the white whale came up from the deep and looked at the ship",
        size: 80,
        valid: (text) => text.trim().split(/\s+/).length >= 4,
        rule: "at least four words",
        example: "call me Ishmael said the man at the door"
      }),
      rate: slider([0.05, 0.7], {label: "Rate", value: 0.3, step: 0.05, format: (x) => `${Math.round(100 * x)}%`}),
      span: slider([1, 5], {label: "Mean span", value: 2}),
      draw: action({label: "Draw again"})
    },
    compute: async ({text, rate, span, draw}) => {
      const {viewsOf} = await import("../model/objectiveView.js");
      return viewsOf(text, {rate, meanSpan: span, draw});
    },
    draw: (_, {result}) =>
      element(
        "div",
        {},
        ...result.map((view) =>
          element(
            "div",
            {className: "objective"},
            element("p", {className: "cut-name"}, `${view.name}: ${count(view)}`),
            element("div", {className: "places"}, ...view.places.map(box))
          )
        )
      ),
    describe: (_, views) =>
      views
        .map(
          (view) =>
            `${view.name}, ${count(view)}: ${view.places
              .map(
                ({read, say, kind}) =>
                  `${read}${kind === "plain" ? "" : ` (${SAID[kind]})`}${say === undefined ? "" : ` → ${say}`}`
              )
              .join(", ")}`
        )
        .join(". "),
    code: ({text, rate, span, draw}) => `import {key, wordTokenizer} from "llm-first-principles";
import {causalLm, maskedLm, spanCorruption} from "llm-first-principles/tensor";

const text = ${JSON.stringify(text)};
const {encode, vocabulary} = wordTokenizer(text);
const size = vocabulary.tokens.length; // ids behind those of words stand for the mask and for spans
console.log(causalLm()(encode(text), key(1), ${draw}));
console.log(maskedLm({vocabSize: size + 1, mask: size, rate: ${rate}})(encode(text), key(1), ${draw}));
const sentinels = Array.from({length: 16}, (_, i) => size + 1 + i);
console.log(spanCorruption({sentinels, rate: ${rate}, meanSpan: ${span}})(encode(text), key(1), ${draw}));`,
    rows: (_, views) =>
      views.flatMap((view) =>
        view.places.map((place, i) => ({objective: view.name, place: i, ...place, say: place.say ?? ""}))
      )
  });
}
