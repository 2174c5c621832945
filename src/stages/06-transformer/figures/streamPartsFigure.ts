import {FileAttachment} from "observablehq:stdlib";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {StreamParts} from "../model/streamParts.kept.js";

type By = "order" | "length" | "share" | "without";

interface Value {
  readonly by: By;
}

const NAMES: Readonly<Record<By, string>> = {
  order: "place",
  length: "length",
  share: "share",
  without: "missed most"
};
const KINDS = {attention: "attention", feedForward: "feed-forward"} as const;

const sorted = ({parts}: StreamParts, by: By): StreamParts["parts"] =>
  by === "order" ? parts : [...parts].sort((a, b) => b[by] - a[by]);

/** What the eight parts of a trained transformer add to its stream. */
export function streamPartsFigure(name = "stream-parts") {
  return figure<Value, StreamParts>({
    name,
    title: "Eight terms of a sum",
    caption:
      "What each part of the book’s transformer adds, on twelve passages of Moby Dick that it never learned. Length: of what is added, beside the stream that it is added to. Share: how much of the last stream it is, by projection; with the embedding’s the shares add up to 1. And by how much the loss rises, in nats a letter, when it is taken away.",
    controls: {
      by: choice<By>(["order", "length", "share", "without"], {label: "Sort by", format: (by) => NAMES[by]})
    },
    compute: async () =>
      (await FileAttachment("../model/streamParts.json").json<{readonly value: StreamParts}>()).value,
    draw: ({by}, {result}) => {
      const whole = result.lens.at(-1)!;
      return element(
        "div",
        {className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Parts"},
        table(
          sorted(result, by),
          [
            {label: "Part", value: ({layer, kind}) => `${layer} ${KINDS[kind]}`},
            {label: "Length", value: ({length}) => length, format: (x) => x.toFixed(2)},
            {label: "Share", value: ({share}) => share, format: (x) => x.toFixed(3), bar: 1},
            {
              label: "Loss rises by",
              value: ({without}) => without - whole,
              format: (x) => x.toFixed(2),
              bar: Math.max(...result.parts.map(({without}) => without - whole))
            }
          ],
          "Block and part"
        )
      );
    },
    describe: ({by}, result) =>
      `Sorted by ${NAMES[by]}: ${sorted(result, by)
        .map(
          ({layer, kind, length, share, without}) =>
            `${KINDS[kind]} of block ${layer}, length ${length.toFixed(2)}, share ${share.toFixed(3)}, loss without it ${without.toFixed(2)}`
        )
        .join("; ")}.`,
    code: () => `import {key} from "llm-first-principles";
import {tensor, trace} from "llm-first-principles/tensor";
import {llama, transformer} from "llm-first-principles/transformer";

const model = transformer(llama({vocabSize: 30, layers: 2, width: 32, heads: 4, context: 16}));
const ids = tensor([[3, 1, 4, 1, 5, 9, 2, 6]], {dtype: "int32"});
const {activations} = trace((p) => model.apply(p, ids))(model.init(key(1))); // train them first
const lengthOf = ({data}) => Math.hypot(...data);
for (const [name, x] of Object.entries(activations))
  if (/output|residual|embedding/.test(name)) console.log(name, lengthOf(x));`,
    rows: ({by}, result) => sorted(result, by).map((part) => ({...part}))
  });
}
