import {heat} from "../../../components/chart/heatmap.js";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {give} from "../../../components/figure/give.js";
import {SENTENCE_LETTERS, sentenceInput} from "../../../components/languageModel/sentenceInput.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import type {StreamSeen} from "../model/streamSeen.js";

interface Value {
  readonly text: string;
  readonly depth: number;
  readonly letter: number;
}

const LAYERS = 4;
const number = (x: number): string => x.toFixed(2).replace("-", "−");
const depthName = (depth: number): string => (depth === 0 ? "embedding" : `block ${depth}`);

/** What each depth of a trained transformer would say next, on the reader’s own sentence. */
export function logitLens(name = "logit-lens") {
  const depth = slider([0, LAYERS], {label: "After", value: 2, format: depthName});
  const letter = slider([1, SENTENCE_LETTERS], {label: "Letter", value: 7});
  const at = ({letter: wanted}: Value, {letters}: StreamSeen): number => Math.min(wanted, letters.length) - 1;
  const saying = (value: Value, seen: StreamSeen) => seen.lens[value.depth]![at(value, seen)]!;
  return figure<Value, StreamSeen>({
    name,
    wide: true,
    interactive: true,
    title: "What each block would say",
    caption:
      "The transformer that comes with the book, on your sentence. In each row the stream is read out after so many blocks, as if they were all: the letter that would come next, darker the surer it is. The lowest row is what the model says. Choose a letter and a depth, or touch a cell; the table has the likeliest, and the note what the letter that does follow costs at each depth.",
    controls: {
      text: sentenceInput(),
      depth,
      letter
    },
    compute: async ({text}) => {
      const [{characterGpt}, {streamSeen}] = await Promise.all([
        import("../../../components/languageModel/characterGpt.js"),
        import("../model/streamSeen.js")
      ]);
      return streamSeen(await characterGpt(), text);
    },
    draw: (value, {result}) => {
      const {letters, lens} = result;
      const place = at(value, result);
      const cell = (content: string, color: string, chosen: boolean, choose: () => void) => {
        const node = element("td", {className: chosen ? "chosen" : "", onclick: choose}, content);
        node.style.background = color;
        return node;
      };
      const rows = lens.map((row, d) =>
        element(
          "tr",
          {},
          element("th", {scope: "row"}, d === 0 ? "emb." : String(d)),
          ...row.map(({likeliest: [first]}, i) =>
            cell(
              visibleText(first!.token),
              heat("probability", 0.55 * first!.probability),
              d === value.depth && i === place,
              () => {
                give(depth, d);
                give(letter, i + 1);
              }
            )
          )
        )
      );
      const head = element(
        "tr",
        {},
        element("th", {scope: "row"}, "reads"),
        ...letters.map((each, i) =>
          element("th", {scope: "col", className: i === place ? "chosen" : ""}, visibleText(each))
        )
      );
      const {likeliest} = saying(value, result);
      const next = letters[place + 1];
      return element(
        "div",
        {},
        element(
          "div",
          {className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Letters by depth"},
          element("table", {className: "lens"}, element("thead", {}, head), element("tbody", {}, ...rows))
        ),
        table(
          likeliest,
          [
            {label: "Next", value: ({token}) => visibleText(token)},
            {label: "Probability", value: ({probability}) => probability, format: (x) => x.toFixed(3), bar: 1}
          ],
          `After “${visibleText(letters[place]!)}” (${place + 1}), read out after ${value.depth === 0 ? "the embedding" : depthName(value.depth)}`
        ),
        element(
          "p",
          {className: "fig-note"},
          next === undefined
            ? "After the last letter nothing follows that could be judged."
            : `What follows, “${visibleText(next)}”, costs by depth ${lens.map((row) => number(row[place]!.nats!)).join(", ")} nats.`
        )
      );
    },
    describe: (value, seen) => {
      const place = at(value, seen);
      return `After letter ${place + 1}, “${seen.letters[place]}”, of “${value.text}”: ${seen.lens.map((row, d) => `${d === 0 ? "the embedding" : depthName(d)} would say “${row[place]!.likeliest[0]!.token}” with ${number(row[place]!.likeliest[0]!.probability)}`).join(", ")}.`;
    },
    code: ({text}) => `import {key} from "llm-first-principles";
import {tensor, trace} from "llm-first-principles/tensor";
import {llama, transformer} from "llm-first-principles/transformer";

const text = ${JSON.stringify(text)};
const characters = [...new Set(text)];
const model = transformer(llama({vocabSize: characters.length, layers: 2, width: 32, heads: 4, context: 64}));
const params = model.init(key(1)); // train them first: transformerLm of stages/transformer
const ids = tensor([Array.from(text, (c) => characters.indexOf(c))], {dtype: "int32"});
const {activations} = trace((p) => model.apply(p, ids))(params);
for (const name of ["embedding", "layers.0.residual", "layers.1.residual"])
  console.log(name, model.unembed(params, activations[name]).shape); // [1, length, characters]`,
    rows: (_, {lens, letters}) =>
      lens.flatMap((row, d) =>
        row.map(({likeliest: [first], nats}, i) => ({
          depth: d,
          letter: letters[i],
          says: first!.token,
          probability: first!.probability,
          natsOfNext: nats ?? ""
        }))
      )
  });
}
