import {label} from "../../../components/chart/chart.js";
import {svg} from "../../../components/element.js";
import {moved, settled} from "../../../components/figure/control.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {draggable, snapped} from "../../../components/figure/drag.js";
import {figure} from "../../../components/figure/figure.js";
import {backedOff, COMMON, COUNTS, WORDS, type BackedOff} from "../model/oneContext.js";

/** Contexts of one small world: one unseen word, two of them, and one that frees nothing, without and with a reserve. */
const contexts = {
  the: {counts: COUNTS, reserve: false},
  a: {counts: [2, 1, 0, 0], reserve: false},
  white: {counts: [4, 0, 0, 0], reserve: false},
  "white, one in reserve": {counts: [4, 0, 0, 0], reserve: true}
} as const satisfies Readonly<Record<string, {readonly counts: readonly number[]; readonly reserve: boolean}>>;
type Context = keyof typeof contexts;

interface Value {
  readonly after: Context;
  readonly d: number;
}

const LIMIT = 2;
const D = [0.1, 1] as const;
const TALLEST = 4.3; // counts
const digits = (v: number): string => v.toFixed(3);

/** What stays of counts of 1 and 2 if each loses the same 1 − d. */
const ratiosOf = (d: number): readonly number[] => Array.from({length: LIMIT}, (_, i) => 1 - (1 - d) / (i + 1));

interface Told extends BackedOff {
  readonly counts: readonly number[];
  readonly ratios: readonly number[];
}

function worked({after, d}: Value): Told {
  const {counts, reserve} = contexts[after];
  const ratios = ratiosOf(d);
  return {counts, ratios, ...backedOff(counts, ratios, {reserve})};
}

/** Katz on one context: small counts are cut, large ones stand, and what is freed goes to the unseen words alone. */
export function katzPours() {
  const d = slider(D, {label: "Kept, d₁", value: 0.5, step: 0.05, format: (v) => v.toFixed(2)});
  return figure<Value>({
    name: "katz-pours",
    interactive: true,
    title: "Cut, free, pour",
    caption:
      "Counts after one word. Of a count of 1 the share d₁ stays, and a count of 2 loses as much; larger ones stand. Dashed: what is cut. At the right, what was freed. It is poured over the words that were not seen, and only over them, in proportion to their shares in the whole text, P(w). Drag the top of a small count, or move d₁.",
    controls: {
      after: choice<Context>(["the", "a", "white", "white, one in reserve"], {label: "After"}),
      d
    },
    draw: (value, {width}) => {
      const told = worked(value);
      const {drawing, countAt} = barsOf(told, width);
      return draggable(drawing, (_, y, ended) => {
        d.value = snapped(countAt(y), D, 0.05);
        moved(d);
        if (ended) settled(d);
      });
    },
    describe: (value) => {
      const {counts, kept, freed, open, alpha, total, p} = worked(value);
      const cut = WORDS.map((word, w) => `${word} ${counts[w] ?? 0}, of which ${(kept[w] ?? 0).toFixed(2)} stay`);
      const given =
        freed > 0
          ? `${freed.toFixed(2)} of ${total} are freed; the unseen have ${open.toFixed(1)} without a context, so α is ${alpha.toFixed(2)}.`
          : "Nothing is freed, so α is 0 and what was not seen is impossible.";
      return `After “${value.after}”, with d₁ = ${value.d.toFixed(2)}: ${cut.join("; ")}. ${given} ${WORDS.map((word, w) => `P(${word}) = ${digits(p[w] ?? 0)}`).join(", ")}.`;
    },
    code: (value) => {
      const {counts, ratios} = worked(value);
      const reserve = contexts[value.after].reserve;
      return `const counts = [${counts.join(", ")}]; // ${WORDS.join(", ")}
const lower = [${COMMON.join(", ")}];
const d = [${ratios.map((ratio) => Number(ratio.toFixed(3))).join(", ")}]; // of counts of 1 and 2
const sum = (list) => list.reduce((a, b) => a + b, 0);
const kept = counts.map((c) => c * (d[c - 1] ?? 1));
const freed = ${reserve ? "(sum(counts) - sum(kept)) || 1" : "sum(counts) - sum(kept)"};
const N = sum(kept) + freed;
const alpha = freed / N / sum(lower.filter((_, w) => counts[w] === 0));
console.log(counts.map((c, w) => (c === 0 ? alpha * lower[w] : kept[w] / N)));`;
    },
    rows: (value) => {
      const {counts, kept, p} = worked(value);
      return WORDS.map((word, w) => ({word, count: counts[w], kept: kept[w], lower: COMMON[w], probability: p[w]}));
    }
  });
}

/** The four words and the pool, in counts; and how high a place is. */
function barsOf({counts, ratios, kept, freed, open, alpha, total, p}: Told, width: number) {
  const height = 356;
  const narrow = width < 480;
  const [left, right, top, bottom] = [30, width - 4, 30, height - 82];
  const y = (count: number) => bottom - ((bottom - top) * count) / TALLEST;
  const step = (right - left) / 5;
  const wide = Math.min(78, step * 0.66);
  const middle = (i: number) => left + step * (i + 0.5);
  const rect = (i: number, to: number, from: number, style: string, more = {}) =>
    svg("rect", {x: middle(i) - wide / 2, width: wide, y: y(to), height: Math.max(0, y(from) - y(to)), style, ...more});
  const word = (i: number, below: number, text: string, style = "") =>
    label(middle(i), bottom + below, text, {"text-anchor": "middle", style});
  const ink = "fill:var(--ink)";
  const bars = WORDS.flatMap((name, w) => {
    const [count, stays, lower] = [counts[w] ?? 0, kept[w] ?? 0, COMMON[w] ?? 0];
    const ratio = ratios[count - 1] ?? 1;
    const told = count > 0 ? `${count} × ${ratio === 1 ? "1" : ratio.toFixed(2)}` : `${alpha.toFixed(2)} × ${lower}`;
    return [
      rect(w, stays, 0, "fill:var(--data)"),
      rect(w, count, stays, "fill:none;stroke:var(--data)", {"stroke-dasharray": "3 3"}),
      rect(w, count === 0 ? freed * (lower / open) : 0, 0, "fill:var(--probability)"),
      word(w, 18, name, `${ink};font-weight:600`),
      word(
        w,
        38,
        told,
        `${count > 0 ? "fill:var(--data)" : "fill:var(--probability)"}${narrow ? ";font-size:11px" : ""}`
      ),
      word(w, 58, `${narrow ? "" : "P = "}${digits(p[w] ?? 0)}`, ink)
    ];
  });
  const drawing = svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart"},
    label(0, 13, `Counts, ${Number(total.toFixed(2))} in all`),
    label(right, 13, `α = ${(freed / total).toFixed(2)} / ${Number(open.toFixed(2))} = ${alpha.toFixed(2)}`, {
      "text-anchor": "end",
      style: "fill:var(--probability);font-weight:600"
    }),
    ...[0, 1, 2, 3, 4].flatMap((count) => [
      svg("line", {x1: left, x2: right, y1: y(count), y2: y(count), class: "grid"}),
      label(left - 8, y(count) + 4, String(count), {"text-anchor": "end"})
    ]),
    ...bars,
    rect(4, freed, 0, "fill:none;stroke:var(--probability)", {"stroke-width": 2}),
    word(4, 18, "freed", `${ink};font-weight:600`),
    word(4, 38, freed.toFixed(2), "fill:var(--probability)"),
    label(0, height - 4, "counts × what stays, or α × P(w); then the probability")
  );
  return {drawing, countAt: (at: number) => ((bottom - at) * TALLEST) / (bottom - top)};
}
