import {FileAttachment} from "observablehq:stdlib";
import {chart, ends, line, type Point} from "../../../components/chart/chart.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {TokenCount, TokenCounts} from "../model/tokenCounts.kept.js";

type What = "bytes" | "rare";

interface Value {
  readonly what: What;
}

const NAMES: Readonly<Record<What, string>> = {bytes: "bytes a token", rare: "rare tokens"};

/** Of the round numbers on the axis, those that begin with 1 or 3; any other number as it is. */
const named = (value: number): string => {
  const first = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
  return Number.isInteger(first) && first !== 1 && first !== 3 ? "" : value.toLocaleString("en");
};

/** What a larger vocabulary buys, and what it costs. */
export function vocabularySizes(name = "vocabulary-sizes") {
  const lines = ({what}: Value) =>
    what === "rare"
      ? [{title: "rare", meaning: "loss-train", at: ({rare}: TokenCount) => rare}]
      : [
          {title: "learned", meaning: "loss-train", at: ({learned}: TokenCount) => 1 / learned},
          {title: "held out", meaning: "loss-validation", at: ({held}: TokenCount) => 1 / held},
          {title: "speeches", meaning: "attention", at: ({speeches}: TokenCount) => 1 / speeches}
        ];
  return figure<Value, TokenCounts>({
    name,
    title: "What a larger vocabulary buys",
    caption:
      "Byte-level BPE that learned from nine tenths of Moby Dick, by the size of its vocabulary. Bytes a token: on what it learned from, on the last tenth, and on speeches of presidents. Rare tokens: the share of its merged tokens that the nine tenths have fewer than ten times, so that a model could hardly learn what they mean. Counted when the book was made.",
    controls: {what: choice<What>(["bytes", "rare"], {label: "Show", format: (what) => NAMES[what]})},
    compute: async () =>
      (await FileAttachment("../model/tokenCounts.json").json<{readonly value: TokenCounts}>()).value,
    draw: (value, {width, result: {counts}}) => {
      const drawn = lines(value).map(({at, ...rest}) => ({
        ...rest,
        points: counts.map((each): Point => [each.vocabulary, at(each)])
      }));
      return chart({
        width,
        height: 320,
        marginRight: 84,
        x: {domain: [256, 16384], label: "Tokens in the vocabulary", scale: "log", format: named},
        y:
          value.what === "rare"
            ? {domain: [0, 1], label: "Share of merged tokens that are rare"}
            : {domain: [0, 5], label: "Bytes a token"},
        marks: [
          ...drawn.map(({points, meaning, title}) => line(points, {meaning, name: title, dots: true})),
          ends(
            drawn.map(({points, meaning, title}) => ({
              text: title,
              meaning,
              x: points.at(-1)![0],
              y: points.at(-1)![1]
            }))
          )
        ]
      });
    },
    describe: (_, {counts}) =>
      counts
        .map(
          ({vocabulary, learned, held, rare}) =>
            `${vocabulary} tokens: ${(1 / learned).toFixed(2)} bytes a token where it learned, ${(1 / held).toFixed(2)} on the last tenth, ${(100 * rare).toFixed(0)} % of merged tokens rare`
        )
        .join("; "),
    code: () => `import {bpeTokenizer, trainBpe} from "llm-first-principles/tokenizers";

const text = "the whale, the white whale, the whale of whales; and the sea. ".repeat(20); // or a book
for (const size of [256, 264, 272, 280]) {
  const {encode} = bpeTokenizer(trainBpe(text, {size}));
  console.log(size, text.length / encode(text).length);
}`,
    rows: (_, {counts}) => counts.map((each) => ({...each}))
  });
}
