import {heat, heatmap} from "../../../components/chart/heatmap.js";
import {table} from "../../../components/chart/table.js";
import {attributes, button, element} from "../../../components/element.js";
import {slider, toggle} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {give} from "../../../components/figure/give.js";
import {SENTENCE_LETTERS, sentenceInput} from "../../../components/languageModel/sentenceInput.js";
import {visibleText} from "../../../components/languageModel/visibleText.js";
import type {SentenceSeen} from "../model/attentionSeen.js";
import {explorerCode} from "../model/explorerCode.js";
import {headGrid} from "./headGrid.js";

interface Value {
  readonly text: string;
  readonly layer: number;
  readonly head: number;
  readonly letter: number;
  readonly silenced: boolean;
  readonly masked: boolean;
  readonly positions: boolean;
}

const [LAYERS, HEADS, SHOWN] = [4, 4, 6];
const number = (x: number, digits = 2): string => x.toFixed(digits).replace("-", "−");

async function computed({text, layer, head, silenced, masked, positions}: Value): Promise<SentenceSeen> {
  const [{characterGpt}, {attentionSeen}] = await Promise.all([
    import("../../../components/languageModel/characterGpt.js"),
    import("../model/attentionSeen.js")
  ]);
  return attentionSeen(await characterGpt(), text, {
    causal: masked,
    positions,
    ...(silenced && {ablated: {layer: layer - 1, head: head - 1}})
  });
}

/** What the chosen letter asks of the letters that it sees, by weight. */
function looksOf({layer, head}: Value, at: number, {heads, letters}: SentenceSeen) {
  const {pattern, queries, keys} = heads[layer - 1]![head - 1]!;
  const query = queries[at]!;
  return letters
    .map((letter, place) => {
      const product = query.reduce((sum, x, d) => sum + x * keys[place]![d]!, 0);
      return {letter, place, product, score: product / Math.sqrt(query.length), weight: pattern[at]![place]!};
    })
    .sort((a, b) => b.weight - a.weight);
}

/** A trained transformer on the reader’s own sentence: every head, and the arithmetic of each look. */
export function attentionExplorer(name = "attention-explorer") {
  const layer = slider([1, LAYERS], {label: "Layer", value: 2});
  const head = slider([1, HEADS], {label: "Head", value: 1});
  const letter = slider([1, SENTENCE_LETTERS], {label: "Letter", value: 22});
  const at = ({letter: wanted}: Value, {letters}: SentenceSeen): number => Math.min(wanted, letters.length) - 1;
  return figure<Value, SentenceSeen>({
    name,
    wide: true,
    interactive: true,
    title: "Who looks at whom",
    caption:
      "A transformer of four layers with four heads each, which learned Moby Dick letter by letter before this page was made. Small pictures: all of its heads on your sentence; a row is a letter that looks, a column one that is looked at. Choose a head, then a letter: darker letters are those it looks at, and the table has the arithmetic. The loss is that of predicting the sentence, in nats a letter.",
    controls: {
      text: sentenceInput(),
      layer,
      head,
      letter,
      silenced: toggle({label: "Silence this head"}),
      masked: toggle({label: "Hide what comes after", value: true}),
      positions: toggle({label: "Tell positions", value: true})
    },
    compute: computed,
    draw: (value, {width, result}) => {
      const {letters, heads, loss, lossAsTrained, likeliest} = result;
      const place = at(value, result);
      const {pattern} = heads[value.layer - 1]![value.head - 1]!;
      const looks = looksOf(value, place, result).slice(0, SHOWN);
      const thumbnails = headGrid({
        patterns: heads.map((row) => row.map(({pattern: each}) => each)),
        width,
        chosen: value,
        controls: {layer, head}
      });
      const sentence = element(
        "div",
        {className: "looked-at"},
        ...letters.map((each, i) => {
          const node = button(visibleText(each), () => give(letter, i + 1));
          node.style.background = heat("attention", 0.5 * pattern[place]![i]!);
          return attributes(node, {
            "aria-label": `Letter ${i + 1}, “${each}”, weight ${number(pattern[place]![i]!)}`,
            "aria-pressed": String(i === place)
          });
        })
      );
      const wide = width >= 720;
      const names = letters.map(visibleText);
      const picture = heatmap({
        width: wide ? Math.min(420, width - 330) : width,
        title: `Layer ${value.layer}, head ${value.head}`,
        rows: names,
        columns: names,
        fill: (i, j) => heat(i === place ? "query" : "attention", pattern[i]![j]!)
      });
      const next = likeliest[place]!.map(({token, probability}) => `${visibleText(token)} ${number(probability)}`).join(
        "   "
      );
      const arithmetic = table(
        looks,
        [
          {label: "Letter", value: ({letter: each, place: i}) => `${visibleText(each)} (${i + 1})`},
          {label: "query · key", value: ({product}) => product, format: (x) => number(x)},
          {label: "÷ √d", value: ({score}) => score, format: (x) => number(x)},
          {label: "Weight", value: ({weight}) => weight, format: (x) => number(x, 3), bar: 1}
        ],
        `What “${visibleText(letters[place]!)}” (${place + 1}) looks at`
      );
      return element(
        "div",
        {className: wide ? "explorer wide" : "explorer"},
        element("div", {}, thumbnails, arithmetic),
        element(
          "div",
          {},
          sentence,
          picture,
          element("p", {className: "fig-note"}, `After this letter it expects   ${next}`),
          element(
            "p",
            {className: "fig-note"},
            `Loss on the sentence ${number(loss, 3)} nats a letter`,
            Math.abs(loss - lossAsTrained) < 1e-4 ? "" : `, as trained ${number(lossAsTrained, 3)}`
          )
        )
      );
    },
    describe: (value, result) => {
      const place = at(value, result);
      const looks = looksOf(value, place, result).slice(0, 3);
      return `Layer ${value.layer}, head ${value.head} on “${value.text}”. Letter ${place + 1}, “${result.letters[place]}”, looks most at ${looks.map(({letter: each, place: i, weight}) => `“${each}” (letter ${i + 1}, weight ${number(weight, 3)})`).join(", ")}. The loss on the sentence is ${number(result.loss, 3)} nats a letter, as trained ${number(result.lossAsTrained, 3)}.`;
    },
    code: ({text}) => explorerCode(text),
    rows: (value, result) => looksOf(value, at(value, result), result).map((look) => ({...look, place: look.place + 1}))
  });
}
