import type {Point} from "../../../components/chart/chart.js";
import {choice, select, slider} from "../../../components/figure/controls.js";
import {element, svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {heat} from "../../../components/chart/heatmap.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {
  loopOrders,
  matrices,
  N,
  runCache,
  touchesOf,
  turnsOf,
  type CacheRun,
  type LoopOrder,
  type Matrix
} from "../model/cacheRuns.js";

const TURNS = N * N * N;

interface Value {
  readonly order: LoopOrder;
  readonly lines: number;
  readonly length: "4" | "8";
  readonly time: Moment;
}

const names: Readonly<Record<LoopOrder, string>> = {
  ijk: "i, j, k",
  ikj: "i, k, j",
  jki: "j, k, i",
  blocks: "blocks of 4"
};

interface Result {
  readonly now: CacheRun;
  /** All turns of every order. */
  readonly whole: Readonly<Record<LoopOrder, readonly number[]>>;
}

/** The three matrices as cells: lines in the cache are shaded, what this turn touches is framed. */
function cells({order, length, time}: Value, {lines, last}: CacheRun, width: number): SVGSVGElement {
  const gap = width < 480 ? 14 : 36;
  const size = Math.floor(Math.min(22, (width - 2 * gap) / (3 * N)));
  const turn = turnsOf(order)[Math.max(0, time.step - 1)];
  const touched = turn === undefined || time.step === 0 ? undefined : touchesOf(turn);
  const held = new Set(lines);
  const draw = (matrix: Matrix, at: number): readonly SVGElement[] => {
    const left = at * (N * size + gap) + 1;
    const places = Array.from({length: N * N}, (_, p) => p);
    const rects = places.map((p) =>
      svg("rect", {
        x: left + (p % N) * size,
        y: 22 + Math.floor(p / N) * size,
        width: size - 1,
        height: size - 1,
        style: `fill:${held.has(`${matrix}${Math.floor(p / Number(length))}`) ? heat("model", 0.45) : "var(--surface)"}`
      })
    );
    const frame =
      touched === undefined
        ? []
        : [touched[matrix]].map((p) =>
            svg("rect", {
              x: left + (p % N) * size,
              y: 22 + Math.floor(p / N) * size,
              width: size - 1,
              height: size - 1,
              fill: "none",
              "stroke-width": 3,
              style: `stroke:var(--${last.includes(matrix) ? "bad" : "ink"})`
            })
          );
    const told = touched === undefined ? "" : last.includes(matrix) ? " · miss" : " · hit";
    return [svg("text", {x: left, y: 14, style: "fill:var(--ink)"}, `${matrix}${told}`), ...rects, ...frame];
  };
  const [wide, high] = [3 * N * size + 2 * gap + 2, N * size + 26];
  return svg(
    "svg",
    {width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, class: "chart"},
    ...matrices.flatMap(draw)
  );
}

/** Which numbers each order of the three loops touches, and how often they are not in the cache. */
export function loopOrder(name = "loop-order") {
  return figure<Value, Result>({
    name,
    title: "The same sums in another order",
    caption: `The product of two matrices of ${N} by ${N}, one turn of the inner loop at a time, before a simulated cache. Shaded: in the cache. Framed: touched now. Memory is brought in whole lines of a row; the line that was unused longest goes. Below: misses so far in every order.`,
    controls: {
      order: select<LoopOrder>(loopOrders, {label: "Loops, from the outside in", format: (o) => names[o]}),
      lines: slider([3, 24], {label: "Lines in the cache", value: 8}),
      length: choice(["4", "8"], {label: "Numbers in a line"}),
      time: scrubber({steps: TURNS, step: 40, forks: false, pace: 12, label: "Turn of the inner loop"})
    },
    compute: ({order, lines, length, time}) => ({
      now: runCache(order, time.step, lines, Number(length)),
      whole: Object.fromEntries(
        loopOrders.map((each) => [each, runCache(each, TURNS, lines, Number(length)).misses])
      ) as Result["whole"]
    }),
    draw: async (value, {width, result: {now, whole}}) => {
      const {chart, ends, line, moment} = await import("../../../components/chart/chart.js"); // when it is near: the page is heavy with the engine
      const {missesOf} = now;
      const most = Math.max(...loopOrders.map((order) => whole[order].at(-1) ?? 0));
      const points = (order: LoopOrder): readonly Point[] => whole[order].map((y, x): Point => [x, y]);
      const said = `After ${value.time.step} turns: ${matrices.map((m) => `${missesOf[m]} of ${m}`).join(", ")} missed, of ${value.time.step} touches each.`;
      return element(
        "div",
        {},
        cells(value, now, width),
        element("p", {className: "cells-rule"}, said),
        chart({
          width,
          height: 220,
          marginRight: 84,
          x: {domain: [0, TURNS], label: "Turns of the inner loop"},
          y: {domain: [0, 1.05 * most], label: "Misses so far"},
          marks: [
            ...loopOrders.map((order) =>
              line(points(order), {
                meaning: order === value.order ? "gradient" : "edge",
                width: order === value.order ? 2.75 : 1.25
              })
            ),
            moment(value.time.step),
            ends(
              loopOrders.map((order) => ({
                x: TURNS,
                y: whole[order].at(-1) ?? NaN,
                text: names[order],
                meaning: order === value.order ? "gradient" : "ink-2"
              }))
            )
          ]
        })
      );
    },
    describe: ({order, lines, length, time}, {now, whole}) =>
      `Loops ${names[order]} with a cache of ${lines} lines of ${length} numbers, after ${time.step} of ${TURNS} turns: ${matrices.map((m) => `${now.missesOf[m]} misses of ${m}`).join(", ")}. Misses in all: ${loopOrders.map((each) => `${whole[each].at(-1)} for ${names[each]}`).join(", ")}.`,
    code: ({order}) => `const n = 512;
const [a, b, c] = [0, 0, 0].map(() => new Float64Array(n * n).fill(0.5));
const began = performance.now();
${
  {
    ijk: "for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) for (let k = 0; k < n; k++)",
    ikj: "for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) for (let j = 0; j < n; j++)",
    jki: "for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) for (let i = 0; i < n; i++)",
    blocks:
      "for (let i0 = 0; i0 < n; i0 += 64) for (let j0 = 0; j0 < n; j0 += 64) for (let k0 = 0; k0 < n; k0 += 64)\n  for (let i = i0; i < i0 + 64; i++) for (let k = k0; k < k0 + 64; k++) for (let j = j0; j < j0 + 64; j++)"
  }[order]
}
  c[i * n + j] += a[i * n + k] * b[k * n + j];
console.log((2 * n ** 3) / (performance.now() - began) / 1e6, "GFLOP/s");`,
    rows: (_, {whole}) =>
      whole.ijk.map((_, turn) => ({
        turn,
        ...Object.fromEntries(loopOrders.map((order) => [order, whole[order][turn]]))
      }))
  });
}
