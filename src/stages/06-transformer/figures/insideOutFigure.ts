import {heat, heatmap, signed} from "../../../components/chart/heatmap.js";
import {table} from "../../../components/chart/table.js";
import {attributes, button, element} from "../../../components/element.js";
import {select, slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {give} from "../../../components/figure/give.js";
import {SENTENCE_LETTERS, sentenceInput} from "../../../components/languageModel/sentenceInput.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import type {InsideSeen} from "../model/insideOut.js";
import {CHANGES, PART_NAMES, PARTS, type Change, type PartName} from "../model/insideParts.js";

interface Value {
  readonly text: string;
  readonly other: string;
  readonly part: PartName;
  readonly layer: number;
  readonly head: number;
  readonly letter: number;
  readonly change: Change;
}

const [LAYERS, HEADS] = [4, 4];
const FIRST = 6;
const number = (x: number, digits = 2): string => x.toFixed(digits).replace("-", "−");
const bytesOf = (letter: string): string => [...new TextEncoder().encode(letter)].join(" ");

async function computed({letter, layer, head, ...asked}: Value): Promise<InsideSeen> {
  const [{characterGpt}, {insideOut}] = await Promise.all([
    import("../../../components/languageModel/characterGpt.js"),
    import("../model/insideOut.js")
  ]);
  const place = Math.min(letter, [...asked.text].length) - 1;
  return insideOut(await characterGpt(), {...asked, layer: layer - 1, head: head - 1, place});
}

/** From bytes to probabilities: each tensor of a trained transformer on the reader’s text, and what it is there for. */
export function insideOutFigure(name = "inside-out") {
  const part = select<PartName>([...PART_NAMES], {
    label: "Tensor",
    value: "attention.heads",
    format: (each) => PARTS[each].label
  });
  const letter = slider([1, SENTENCE_LETTERS], {label: "Letter", value: 34});
  const placeOf = ({letter: wanted}: Value, {letters}: InsideSeen): number => Math.min(wanted, letters.length) - 1;
  const titleOf = ({part: at, layer, head}: Value): string => {
    const {label, layered, headed} = PARTS[at];
    return `${label}${layered ? `, block ${layer}` : ""}${headed ? `, head ${head}` : ""}`;
  };
  return figure<Value, InsideSeen>({
    name,
    wide: true,
    interactive: true,
    title: "A transformer, inside out",
    caption:
      "The transformer that comes with the book reads your text. Follow it from bytes to probabilities: choose a tensor, and see its numbers, a row for each letter, orange above 0 and blue below. Then change it at one letter: put zeros in its place, or what it is when the other text is read, and see what the model says of the letter that comes after the last.",
    controls: {
      text: sentenceInput(),
      part,
      layer: slider([1, LAYERS], {label: "Block", value: 1}),
      head: slider([1, HEADS], {label: "Head", value: 1}),
      letter,
      change: select<Change>([...CHANGES], {label: "At this letter", value: "of the other text"}),
      other: textInput({
        label: "Other text",
        value: "The whale, the white whale, the se",
        size: SENTENCE_LETTERS,
        valid: (text) => text.length > 0,
        rule: "1 to 40 characters",
        example: "The whale, the black whale, the sh"
      })
    },
    compute: computed,
    draw: (value, {width, result}) => {
      const {letters, rows, shape, said, changed, divergence} = result;
      const place = placeOf(value, result);
      const wide = width >= 720;
      const {about} = PARTS[value.part];
      const chosen = rows[place]!;
      const flow = element(
        "div",
        {className: "inside-flow"},
        ...PART_NAMES.map((each) =>
          attributes(
            button(PARTS[each].label, () => give(part, each)),
            {"aria-pressed": String(each === value.part)}
          )
        )
      );
      const isShare = value.part === "attention.pattern" || value.part === "probabilities";
      const largest = rows.flat().reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9);
      const names = letters.map(visibleText);
      const columns =
        value.part === "attention.pattern" ? names : rows[0]!.map((_, i) => (i % 8 === 0 ? String(i + 1) : ""));
      const picture = heatmap({
        width: wide ? Math.min(560, width - 270) : width,
        title: `${titleOf(value)} [${shape.join(", ")}]`,
        rows: names,
        columns,
        fill: (i, j) =>
          isShare ? heat(i === place ? "query" : "attention", rows[i]![j]!) : signed(rows[i]![j]! / largest)
      });
      const mean = chosen.reduce((sum, x) => sum + x, 0) / chosen.length;
      const size = Math.sqrt(chosen.reduce((sum, x) => sum + x * x, 0) / chosen.length);
      const likely = table(
        said.map(({token, probability}, i) => ({token, before: probability, now: changed[i]!.probability})),
        [
          {label: "Next", value: ({token}) => visibleText(token)},
          {label: "As it is", value: ({before}) => before, format: (x) => number(x, 3), bar: 1},
          {label: "Changed", value: ({now}) => now, format: (x) => number(x, 3), bar: 1}
        ],
        `After “${visibleText(letters.at(-1)!)}”`
      );
      return element(
        "div",
        {},
        flow,
        element(
          "div",
          {className: wide ? "inside wide" : "inside"},
          element(
            "div",
            {},
            element("p", {className: "fig-note"}, `${PARTS[value.part].label}: ${about}.`),
            element(
              "p",
              {className: "fig-note"},
              `Letter ${place + 1} “${visibleText(letters[place]!)}”: bytes ${bytesOf(letters[place]!)}. Its row begins ${chosen
                .slice(0, FIRST)
                .map((x) => number(x))
                .join(", ")}; ${chosen.length} numbers, mean ${number(mean)}, root mean square ${number(size)}.`
            ),
            likely,
            element(
              "p",
              {className: "fig-note"},
              value.change === "as it is"
                ? "Nothing is changed."
                : `The change moves what is said by ${number(divergence, 3)} nats.`
            )
          ),
          picture
        )
      );
    },
    describe: (value, result) => {
      const {letters, rows, shape, said, changed, divergence} = result;
      const place = placeOf(value, result);
      const told = said.map(
        ({token, probability}, i) =>
          `“${token}” ${number(probability, 3)}${value.change === "as it is" ? "" : `, changed ${number(changed[i]!.probability, 3)}`}`
      );
      return `${titleOf(value)} of “${value.text}”, shape ${shape.join(" by ")}. The row of letter ${place + 1}, “${letters[place]}”, begins with ${rows[
        place
      ]!.slice(0, FIRST)
        .map((x) => number(x))
        .join(
          ", "
        )}. At this letter: ${value.change}${value.change === "of the other text" ? `, “${result.others.join("")}”` : ""}. After the last letter come ${told.join("; ")}. The change moves what is said by ${number(divergence, 3)} nats.`;
    },
    code: ({text, letter: at}) => `import {key} from "llm-first-principles";
import {tensor, trace, zerosLike} from "llm-first-principles/tensor";
import {llama, patchResidual, transformer} from "llm-first-principles/transformer";

const text = ${JSON.stringify(text)};
const characters = [...new Set(text)];
const model = transformer(llama({vocabSize: characters.length, layers: 2, width: 32, heads: 4, context: 64}));
const params = model.init(key(1)); // train them first: transformerLm of stages/transformer
const ids = tensor([Array.from(text, (c) => characters.indexOf(c))], {dtype: "int32"});
const {activations} = trace((p) => model.apply(p, ids, {patterns: true}))(params);
for (const [name, {shape}] of Object.entries(activations)) console.log(name, shape.join(" × "));
const edit = patchResidual(1, ${Math.min(at, [...text].length) - 1}, zerosLike(activations["layers.0.residual"]));
console.log(model.apply(params, ids, {edit}).shape);`,
    rows: (value, {letters, rows}) =>
      rows.flatMap((row, i) => row.map((x, j) => ({letter: letters[i]!, place: i + 1, number: j + 1, value: x})))
  });
}
