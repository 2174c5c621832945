import {element} from "../../../components/element.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import type {cutByItself} from "../model/cuts.js";
import {tokensDrawn} from "./tokensDrawn.js";

interface Value {
  readonly text: string;
  readonly merges: number;
}

type Seen = ReturnType<typeof cutByItself> & {readonly bytes: number};

const LAST = 5;
const shown = (token: string): string => token.replaceAll("Ġ", "␣");

/** Byte-level BPE on the reader’s own text, merge by merge. */
export function mergeLab(name = "merge-lab") {
  return figure<Value, Seen>({
    name,
    title: "Merge by merge",
    caption:
      "The text is bytes at first. Each merge takes the commonest pair of neighbors and makes one token of it, everywhere; pairs that stand only once are left alone. The text teaches its own merges here. Bytes that are only a part of a letter are written as numbers.",
    controls: {
      text: textInput({
        label: "Text",
        value: "the whale, the white whale, the whale that the whalers saw when they were there",
        size: 160,
        valid: (text) => [...text].length >= 2,
        rule: "2 to 160 characters",
        example: "she sells seashells, says she"
      }),
      merges: slider([0, 40], {label: "Merges", value: 6})
    },
    compute: async ({text, merges}) => {
      const cuts = await import("../model/cuts.js");
      return {...cuts.cutByItself(text, merges), bytes: cuts.bytesIn(text)};
    },
    draw: ({merges: wanted}, {result: {merges, cut, bytes}}) => {
      const first = Math.max(0, merges.length - LAST);
      const last = merges
        .slice(first)
        .map(({left, right, count}, i) => `${first + i + 1}. ${shown(left)} + ${shown(right)}, ${count} times`);
      return element(
        "div",
        {},
        tokensDrawn(cut.pieces),
        element(
          "p",
          {className: "fig-note"},
          `${cut.pieces.length} tokens for ${bytes} bytes: ${(bytes / cut.pieces.length).toFixed(2)} bytes a token`
        ),
        element("p", {className: "fig-note"}, last.length === 0 ? "No merge yet." : last.join(" · ")),
        ...(merges.length < wanted
          ? [element("p", {className: "fig-note"}, `After ${merges.length} merges no pair occurs twice.`)]
          : [])
      );
    },
    describe: ({text}, {merges, cut, bytes}) =>
      `“${text}” after ${merges.length} merges has ${cut.pieces.length} tokens for ${bytes} bytes: ${cut.pieces.map((piece) => `“${piece}”`).join(", ")}. ${merges.length === 0 ? "" : `The last merge was ${shown(merges.at(-1)!.left)} with ${shown(merges.at(-1)!.right)}, ${merges.at(-1)!.count} times.`}`,
    code: ({text, merges}) => `import {bpeMerges, countPieces} from "llm-first-principles/tokenizers";

const text = ${JSON.stringify(text)};
for (const {left, right, count} of bpeMerges(countPieces(text, "gpt2"), ${Math.max(1, merges)}, {minCount: 2}))
  console.log(left, "+", right, count); // Ġ is a space`,
    rows: (_, {merges}) => merges.map((merge, i) => ({merge: i + 1, ...merge}))
  });
}
