import {heat, heatmap} from "../../../components/chart/heatmap.js";
import {element} from "../../../components/element.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import {looks, MASKS, reach, sees, type MaskName} from "../model/masks.js";

interface Value {
  readonly mask: MaskName;
  readonly window: number;
  readonly prefix: number;
  readonly place: number;
  readonly layers: number;
}

const TEXT = [..."Call me Ishmael. Some years"];

/** Who may look at whom, and how far back a token hears through several layers. */
export function maskPicture(name = "mask-picture") {
  const n = TEXT.length;
  const reached = ({mask, place, layers, ...settings}: Value): number => reach(mask, place - 1, layers, settings);
  return figure<Value>({
    name,
    title: "Who may look at whom",
    caption:
      "A row is a letter that looks, a column one that is looked at; filled squares are allowed. In the row of the chosen letter, darker squares are those that it can hear of through so many layers, because what it looks at has looked further back before.",
    controls: {
      mask: choice<MaskName>([...MASKS], {label: "Mask", value: "window"}),
      window: slider([1, 12], {label: "Window", value: 5}),
      prefix: slider([0, 16], {label: "Prefix", value: 8}),
      place: slider([1, n], {label: "Letter", value: 20}),
      layers: slider([1, 8], {label: "Layers", value: 2})
    },
    draw: (value, {width}) => {
      const first = reached(value);
      return element(
        "div",
        {},
        heatmap({
          width: Math.min(width, 460),
          title: "Allowed looks",
          rows: TEXT.map(visibleText),
          columns: TEXT.map(visibleText),
          fill: (i, j) => {
            if (i === value.place - 1 && j >= first && (j <= i || sees(value.mask, i, j, value)))
              return heat("query", sees(value.mask, i, j, value) ? 1 : 0.45);
            return heat("attention", sees(value.mask, i, j, value) ? 0.7 : 0);
          }
        }),
        element(
          "p",
          {className: "fig-note"},
          `Looks allowed: ${MASKS.map((mask) => `${mask} ${looks(mask, n, value)}`).join(", ")} · through ${value.layers} ${value.layers === 1 ? "layer" : "layers"}, letter ${value.place} hears of letters back to ${first + 1}`
        )
      );
    },
    describe: (value) =>
      `With the mask “${value.mask}” (window ${value.window}, prefix ${value.prefix}), ${looks(value.mask, n, value)} of ${n * n} looks are allowed among ${n} letters. Through ${value.layers} layers, letter ${value.place} hears of letters back to ${reached(value) + 1}.`,
    code: ({
      mask,
      window,
      prefix
    }) => `import {attentionPattern, key, randomNormal, show} from "llm-first-principles/tensor";

const x = randomNormal(key(1), [1, 1, 6, 4]); // [batch, heads, length, headDim]
const options = {causal: ${mask !== "both ways"}${mask === "window" ? `, window: ${window}` : ""}${mask === "prefix" ? `, prefix: ${prefix}` : ""}};
console.log(show(attentionPattern(x, x, options)));`,
    rows: (value) =>
      TEXT.flatMap((_, i) => TEXT.map((__, j) => ({from: i + 1, to: j + 1, allowed: sees(value.mask, i, j, value)})))
  });
}
