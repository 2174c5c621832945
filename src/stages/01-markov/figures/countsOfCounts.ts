import type {CorpusText} from "/lib/index.js";
import {label} from "../../../components/chart/chart.js";
import {element, svg} from "../../../components/element.js";
import {moved, settled} from "../../../components/figure/control.js";
import {slider} from "../../../components/figure/controls.js";
import {draggable, snapped} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {halves, type Halves} from "../model/halves.js";
import {encoded} from "../model/models.js";

interface Value {
  readonly order: number;
  readonly r: number;
}

const MOST = 8;
const number = (v: number): string => v.toFixed(2);
const whole = (v: number): string => v.toLocaleString("en");

/** Good–Turing as two rectangles of one area: sightings of n-grams of count r + 1, spread over those of count r. */
export function countsOfCounts(corpus: CorpusText) {
  const {ids, tokenizer} = encoded(corpus.text);
  const shape = (order: number) => ({order, vocabSize: tokenizer.vocabulary.tokens.length});
  const r = slider([1, MOST], {label: "Count r", value: 1});
  return figure<Value, Halves>({
    name: "counts-of-counts",
    interactive: true,
    title: "What is a count of r worth?",
    caption:
      "Above: how many n-grams of the first half of the opening occur r times there (bars by square root, so that all can be seen); beneath them Good–Turing’s r*, and how often these n-grams really occur in the second half. Below: all sightings of the n-grams of count r + 1 as one rectangle, as wide as there are n-grams and as high as the sightings of each; and the same area spread over the n-grams of count r. Drag in the bars, or move r.",
    source: corpus,
    controls: {order: slider([1, 5], {label: "Order", value: 3}), r},
    compute: ({order}) => halves(ids, shape(order), MOST),
    draw: (value, {width, result}) => {
      const bars = barsOf(result, value.r, width);
      const dragged = draggable(bars.drawing, (x, _, ended) => {
        r.value = snapped(bars.countAt(x), [1, MOST], 1);
        moved(r);
        if (ended) settled(r);
      });
      return element("div", {}, dragged, areasOf(result, value.r, width));
    },
    describe: ({order, r}, {kinds, foretold, measured, unseen}) => {
      const [here, next] = [kinds[r] ?? 0, kinds[r + 1] ?? 0];
      return `Order ${order}, first half of the opening. ${whole(here)} n-grams occur ${r === 1 ? "once" : `${r} times`}, and ${whole(next)} occur ${r + 1} times, which makes ${whole((r + 1) * next)} sightings. Spread over ${whole(here)} n-grams they give r* = ${number(foretold[r] ?? NaN)}; in the second half these occur ${number(measured[r] ?? NaN)} times on average. For all r from 1 to ${MOST}: ${kinds
        .slice(1, MOST + 1)
        .map((_, i) => `${i + 1} becomes ${number(foretold[i + 1] ?? NaN)}, measured ${number(measured[i + 1] ?? NaN)}`)
        .join(
          "; "
        )}. New n-grams: ${(100 * unseen.foretold).toFixed(1)}% foretold, ${(100 * unseen.measured).toFixed(1)}% measured.`;
    },
    code: ({order, r}) => `import {heldOut} from "llm-first-principles";
import {countNgrams, totals} from "llm-first-principles/stages/markov";

const {tokenizer, train} = heldOut(text, {share: 0.5});
const shape = {order: ${order}, vocabSize: tokenizer.vocabulary.tokens.length};
const counts = totals(countNgrams([{ids: train}], shape))[${order}].count;
const kinds = (r) => counts.filter((count) => count === r).length;
console.log((${r} + 1) * kinds(${r} + 1) / kinds(${r}));`,
    rows: (_, {kinds, foretold, measured}) =>
      kinds.slice(1, MOST + 1).map((n, i) => ({
        count: i + 1,
        ngrams: n,
        foretold: foretold[i + 1],
        measured: measured[i + 1]
      }))
  });
}

/** Bars of n_1 … n_9 with r* and what is measured beneath; and which count a place belongs to. */
function barsOf({kinds, foretold, measured}: Halves, r: number, width: number) {
  const height = 264;
  const [left, right, top, bottom] = [width < 480 ? 26 : 76, width, 34, height - 72];
  const step = (right - left) / (MOST + 1);
  const small = width < 480;
  const middle = (count: number) => left + step * (count - 0.5);
  const tallest = Math.sqrt(Math.max(...kinds));
  const wide = Math.min(44, step * 0.7);
  const row = (text: string, at: number, style: string, read: (count: number) => string) => [
    label(0, bottom + at, text, {style}),
    ...kinds.slice(1).map((_, i) =>
      label(middle(i + 1), bottom + at, read(i + 1), {
        "text-anchor": "middle",
        style: `${style}${small ? ";font-size:11px" : ""}${i + 1 === r ? ";font-weight:600" : ""}`
      })
    )
  ];
  const known = (list: readonly number[]) => (count: number) => (count > MOST ? "" : number(list[count] ?? NaN));
  const drawing = svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    label(0, 13, "n-grams that occur r times in the first half"),
    svg("line", {x1: left, x2: right, y1: bottom, y2: bottom, class: "tick"}),
    ...kinds.slice(1).flatMap((n, i) => {
      const tall = ((bottom - top) * Math.sqrt(n)) / tallest;
      const [count, box] = [i + 1, {x: middle(i + 1) - wide / 2, width: wide, y: bottom - tall, height: tall}];
      const style =
        count === r
          ? "fill:var(--probability)"
          : count === r + 1
            ? "fill:var(--data)"
            : "fill:var(--data);fill-opacity:0.35";
      return [
        svg("rect", {...box, style}),
        label(middle(count), bottom - tall - 5, whole(n), {
          "text-anchor": "middle",
          style: small ? "font-size:11px" : ""
        })
      ];
    }),
    ...row("r", 18, "fill:var(--ink)", String),
    ...row("r*", 40, "fill:var(--probability)", known(foretold)),
    ...row(small ? "real" : "measured", 60, "fill:var(--ink-2)", known(measured))
  );
  return {drawing, countAt: (x: number) => Math.floor((x - left) / step) + 1};
}

/** Two rectangles as wide as there are n-grams and as high as the sightings of each, on one scale: their areas are equal. */
function areasOf({kinds, foretold, measured}: Halves, r: number, width: number): SVGSVGElement {
  const height = 214;
  const [top, bottom] = [50, height - 30];
  const [here, next] = [kinds[r] ?? 0, kinds[r + 1] ?? 0];
  const [worth, real] = [foretold[r] ?? 0, measured[r] ?? 0];
  const across = (n: number) => ((width - 24) * n) / (here + next);
  const up = (sightings: number) => ((bottom - top) * sightings) / Math.max(r + 1, worth, real);
  const from = 24 + across(next);
  const rect = (x: number, n: number, high: number, meaning: string) =>
    svg("rect", {x, width: across(n), y: bottom - up(high), height: up(high), style: `fill:var(--${meaning})`});
  const line = (at: number, look: Readonly<Record<string, string | number>>) =>
    svg("line", {x1: from, x2: width, y1: bottom - up(at), y2: bottom - up(at), ...look});
  const anchored = (x: number, y: number, text: string, anchor: string, meaning: string) =>
    label(x, y, text, {"text-anchor": anchor, style: `fill:var(--${meaning});font-weight:600`});
  return svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    anchored(0, 16, `${whole(next)} n-grams × ${r + 1} = ${whole((r + 1) * next)}`, "start", "data"),
    anchored(width, 34, `${whole(here)} n-grams × ${number(worth)}`, "end", "probability"),
    rect(0, next, r + 1, "data"),
    rect(from, here, worth, "probability"),
    line(r, {style: "stroke:var(--ink-2)", "stroke-dasharray": "6 4"}),
    line(real, {style: "stroke:var(--paper)", "stroke-width": 5}),
    line(real, {style: "stroke:var(--ink)", "stroke-width": 2}),
    svg("line", {x1: 0, x2: width, y1: bottom, y2: bottom, class: "tick"}),
    label(width, height - 8, `dashed: r = ${r}; line: measured, ${number(real)}`, {"text-anchor": "end"})
  );
}
