import {FileAttachment} from "observablehq:stdlib";
import {table} from "../../../components/chart/table.js";
import {element} from "../../../components/element.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {Zoo, ZooHead} from "../model/headZoo.kept.js";

type By = "order" | "previous" | "space" | "itself" | "induction" | "spread" | "silenced";

interface Value {
  readonly by: By;
}

const NAMES: Readonly<Record<By, string>> = {
  order: "place",
  previous: "letter before",
  space: "last space",
  itself: "itself",
  induction: "after the same",
  spread: "spread",
  silenced: "missed most"
};

const sorted = ({heads}: Zoo, by: By): readonly ZooHead[] =>
  by === "order" ? heads : [...heads].sort((a, b) => b[by] - a[by]);

/** All heads of the trained transformer, by what they were measured to do. */
export function headZoo(name = "head-zoo") {
  return figure<Value, Zoo>({
    name,
    wide: true,
    title: "Sixteen heads, measured",
    caption:
      "The heads of the transformer that comes with the book, on twelve passages of Moby Dick that it never learned. Shares of a head’s weight on the letter before, on the last space, on the letter itself, and on what followed the same letter when it stood there last; over how many letters the weight is spread; and by how much the loss rises, in nats a letter, when the head is silenced.",
    controls: {
      by: choice<By>(["order", "previous", "space", "itself", "induction", "spread", "silenced"], {
        label: "Sort by",
        format: (by) => NAMES[by]
      })
    },
    compute: async () => (await FileAttachment("../model/headZoo.json").json<{readonly value: Zoo}>()).value,
    draw: ({by}, {result}) =>
      element(
        "div",
        {className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Heads"},
        table(
          sorted(result, by),
          [
            {label: "Head", value: ({layer, head}) => `${layer}.${head}`},
            ...(["previous", "space", "itself", "induction"] as const).map((field) => ({
              label: NAMES[field],
              value: (zoo: ZooHead) => zoo[field],
              format: (x: number) => x.toFixed(2),
              bar: 1
            })),
            {label: "spread", value: ({spread}) => spread, format: (x) => x.toFixed(1)},
            {
              label: "loss rises by",
              value: ({silenced}) => silenced - result.loss,
              format: (x) => x.toFixed(2).replace("-", "−"),
              bar: Math.max(...result.heads.map(({silenced}) => silenced - result.loss))
            }
          ],
          "Layer and head"
        )
      ),
    describe: ({by}, result) => {
      const [first] = sorted(result, by);
      const most = sorted(result, "silenced")[0]!;
      return `Sixteen heads sorted by ${NAMES[by]}; the first is head ${first!.head} of layer ${first!.layer}, with ${first!.previous.toFixed(2)} of its weight on the letter before, ${first!.space.toFixed(2)} on the last space and ${first!.itself.toFixed(2)} on itself. The head that is missed most is head ${most.head} of layer ${most.layer}: without it the loss is ${most.silenced.toFixed(2)} in place of ${result.loss.toFixed(2)} nats.`;
    },
    code: () => `import {key} from "llm-first-principles";
import {tensor, trace} from "llm-first-principles/tensor";
import {llama, transformer} from "llm-first-principles/transformer";

const model = transformer(llama({vocabSize: 30, layers: 2, width: 32, heads: 4, context: 16}));
const params = model.init(key(1)); // train them first
const ids = tensor([[3, 1, 4, 1, 5, 9, 2, 6]], {dtype: "int32"});
const {activations} = trace((p) => model.apply(p, ids, {patterns: true}))(params);
const {data} = activations["layers.0.attention.pattern"]; // [1, heads, length, length]
for (let head = 0; head < 4; head++) {
  let before = 0;
  for (let i = 1; i < 8; i++) before += data[(head * 8 + i) * 8 + i - 1] / 7;
  console.log(head, before); // its weight on the token before
}`,
    rows: ({by}, result) => sorted(result, by).map((zoo) => ({...zoo}))
  });
}
