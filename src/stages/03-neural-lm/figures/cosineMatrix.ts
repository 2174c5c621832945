import {FileAttachment} from "observablehq:stdlib";
import {heatmap, signed} from "../../../components/chart/heatmap.js";
import {choice} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import {courseFrom, type Course, type KeptCourse} from "../model/course.js";
import {STEPS} from "../model/embeddingSpec.js";
import {cosine, isLetter, isVowel} from "../model/geometry.js";

interface Value {
  readonly of: "one-hot" | "beginning" | "learned";
}

interface Seen {
  readonly names: readonly string[];
  readonly cosines: Readonly<Record<Value["of"], readonly (readonly number[])[]>>;
}

const TITLES: Readonly<Record<Value["of"], string>> = {
  "one-hot": "one-hot rows",
  beginning: "random beginning",
  learned: `after ${STEPS.toLocaleString("en")} steps`
};

/** Vowels before consonants, small letters before capitals; what is no letter comes last. */
function group(token: string): number {
  const small = token.toLowerCase();
  if (!isLetter(small)) return 4;
  return (token === small ? 0 : 2) + (isVowel(small) ? 0 : 1);
}

function seenIn({tokens, frames}: Course): Seen {
  const order = tokens.map((_, i) => i).sort((i, j) => group(tokens[i]!) - group(tokens[j]!) || i - j);
  const all = (vectors: readonly (readonly number[])[]) =>
    order.map((i) => order.map((j) => cosine(vectors[i]!, vectors[j]!)));
  return {
    names: order.map((i) => visibleText(tokens[i]!)),
    cosines: {
      "one-hot": all(tokens.map((_, i) => tokens.map((_, j) => (i === j ? 1 : 0)))),
      beginning: all(frames[0]!),
      learned: all(frames.at(-1)!)
    }
  };
}

/** Every token with every other, by the cosine of their vectors: as one-hot rows, at the start, and when learned. */
export function cosineMatrix(name = "cosine-matrix") {
  return figure<Value, Seen>({
    name,
    title: "Who is like whom",
    caption:
      "The cosine of each two tokens’ vectors in the run of the map above: orange above 0, blue below. Small vowels come first, then small consonants, capital vowels, capital consonants, and the end of a name.",
    controls: {
      of: choice<Value["of"]>(["one-hot", "beginning", "learned"], {label: "Vectors", format: (of) => TITLES[of]})
    },
    compute: async () => {
      const file = FileAttachment("../model/embeddingMap.json");
      return seenIn(courseFrom((await file.json<{readonly value: KeptCourse}>()).value));
    },
    draw: ({of}, {width, result: {names, cosines}}) =>
      heatmap({
        width: Math.min(width, 560),
        title: `Cosines, ${TITLES[of]}`,
        rows: names,
        columns: names,
        fill: (i, j) => signed(Math.round(20 * cosines[of][i]![j]!) / 20)
      }),
    describe: ({of}, {names, cosines}) => {
      const list = cosines[of].flatMap((row, i) => row.slice(i + 1));
      const mean = list.reduce((sum, x) => sum + Math.abs(x), 0) / list.length;
      const nearest = ["a", "t", "A"].flatMap((token) => {
        const row = cosines[of][names.indexOf(token)];
        if (row === undefined) return [];
        const others = row.map((x, j) => ({name: names[j]!, x})).filter((one) => one.name !== token);
        const best = others.reduce((a, b) => (b.x > a.x ? b : a));
        return [`“${token}” is most like “${best.name}”, with ${best.x.toFixed(2)}`];
      });
      return `Cosines of ${names.length} tokens, ${TITLES[of]}. Between two different ones the mean size is ${mean.toFixed(2)}. ${of === "one-hot" ? "All are 0." : `${nearest.join("; ")}.`}`;
    },
    rows: ({of}, {names, cosines}) =>
      names.map((token, i) => ({token, ...Object.fromEntries(names.map((other, j) => [other, cosines[of][i]![j]]))}))
  });
}
