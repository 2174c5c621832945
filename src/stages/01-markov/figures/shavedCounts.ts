import {label} from "../../../components/chart/chart.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {moved, settled} from "../../../components/figure/control.js";
import {svg} from "../../../components/element.js";
import {draggable, snapped} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {COMMON, COUNTS, discounted, PLACES, WORDS} from "../model/oneContext.js";

interface Value {
  readonly D: number;
  readonly to: "how common words are" | "in how many places";
}

const LARGEST = 3.3; // counts: the tallest bar, and what may be poured onto it
const lowerOf = ({to}: Value) => (to === "how common words are" ? COMMON : PLACES);

/** Counts as bars: D is shaved off each, pooled, and poured out again over all words, also the one that was not seen. */
export function shavedCounts() {
  const parts = (value: Value) => {
    const shaved = COUNTS.map((count) => Math.min(value.D, count));
    const pool = shaved.reduce((a, b) => a + b, 0);
    return {pool, shaved, poured: lowerOf(value).map((share) => pool * share), p: discounted(value.D, lowerOf(value))};
  };
  const D = slider([0, 1], {
    label: "D: taken from each count",
    value: 0.5,
    step: 0.05,
    format: (v) => v.toFixed(2)
  });
  return figure<Value>({
    name: "shaved-counts",
    interactive: true,
    title: "Shave, pool, pour",
    caption:
      "After “the” came whale 3 times, sea and ship once, boat never. Dashed: what D takes from each bar. At the right, the pool. Solid on top: what each word gets back. Drag the pool, or move D.",
    controls: {
      D,
      to: choice<Value["to"]>(["how common words are", "in how many places"], {label: "Poured out by"})
    },
    draw: (value, {width}) => {
      const {pool, shaved, poured, p} = parts(value);
      const height = 330;
      const [left, right, top, bottom] = [30, width - 6, 30, height - 62];
      const y = (count: number) => bottom - ((bottom - top) * count) / LARGEST;
      const step = (right - left) / 5;
      const wide = Math.min(78, step * 0.66);
      const at = (i: number) => left + step * i + (step - wide) / 2;
      const rect = (i: number, from: number, to: number, style: string, more = {}) =>
        svg("rect", {x: at(i), width: wide, y: y(to), height: Math.max(0, y(from) - y(to)), style, ...more});
      const middle = (i: number, text: string, below: number, style = "") =>
        label(at(i) + wide / 2, bottom + below, text, {"text-anchor": "middle", style});
      const drawing = svg(
        "svg",
        {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
        label(0, 13, "Counts after “the”"),
        ...[0, 1, 2, 3].flatMap((count) => [
          svg("line", {x1: left, x2: right, y1: y(count), y2: y(count), class: "grid"}),
          label(left - 8, y(count) + 4, String(count), {"text-anchor": "end"})
        ]),
        ...WORDS.flatMap((word, i) => {
          const kept = (COUNTS[i] ?? 0) - (shaved[i] ?? 0);
          return [
            rect(i, 0, kept, "fill:var(--data)"),
            rect(i, kept, COUNTS[i] ?? 0, "fill:none;stroke:var(--data)", {"stroke-dasharray": "3 3"}),
            rect(i, kept, kept + (poured[i] ?? 0), "fill:var(--probability)"),
            middle(i, word, 18, "fill:var(--ink);font-weight:600"),
            middle(i, `${COUNTS[i] ?? 0} − ${(shaved[i] ?? 0).toFixed(2)}`, 36),
            middle(i, `${width < 480 ? "" : "P = "}${(p[i] ?? 0).toFixed(3)}`, 54, "fill:var(--ink)")
          ];
        }),
        rect(4, 0, pool, "fill:var(--probability)"),
        middle(4, "pool", 18, "fill:var(--ink);font-weight:600"),
        middle(4, pool.toFixed(2), 36)
      );
      return draggable(drawing, (_, py, ended) => {
        const count = ((bottom - py) * LARGEST) / (bottom - top);
        D.value = snapped(count / 3, [0, 1], 0.05); // three words give D
        moved(D);
        if (ended) settled(D);
      });
    },
    describe: (value) => {
      const {pool, p} = parts(value);
      return `D = ${value.D.toFixed(2)}: three words that were seen give it, so ${pool.toFixed(2)} of 5 counts are pooled, and poured out by ${value.to}. ${WORDS.map((word, i) => `P(${word}) = ${(p[i] ?? 0).toFixed(3)}`).join(", ")}; together ${p.reduce((a, b) => a + b, 0).toFixed(3)}.`;
    },
    code: (value) => `const counts = [${COUNTS.join(", ")}]; // ${WORDS.join(", ")}
const lower = [${lowerOf(value).join(", ")}];
const [D, N] = [${value.D}, 5];
const pool = counts.filter((c) => c > 0).length * D;
console.log(counts.map((c, w) => (Math.max(c - D, 0) + pool * lower[w]) / N));`,
    rows: (value) => {
      const {shaved, poured, p} = parts(value);
      return WORDS.map((word, i) => ({word, count: COUNTS[i], taken: shaved[i], given: poured[i], probability: p[i]}));
    }
  });
}
