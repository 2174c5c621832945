import {ground, ink, plot, withPlot} from "../components/chart/plot.js";
import {select} from "../components/figure/controls.js";
import {figure} from "../components/figure/figure.js";
import {writeNumber} from "../components/number.js";
import type {BenchRow, Dashboard} from "./ngramsDashboard.js";

const ROW = 26;
const LEFT = 340; // room for the longest name of a workload
const EVERY = "all peers";

/** Ratios of the kept benchmark on a logarithmic scale, so that twice as fast and half as fast are equally far from 1. */
export function benchChart({bench}: Dashboard, name = "dashboard-bench") {
  const rows = bench?.rows ?? [];
  const suites = [...new Set(rows.map(({suite}) => suite))];
  const peers = [...new Set(rows.map(({peer}) => peer))].sort();
  const chosen = (suite: string, peer: string): readonly BenchRow[] =>
    rows.filter((row) => row.suite === suite && (peer === EVERY || row.peer === peer));
  return figure<{readonly suite: string; readonly peer: string}>({
    name,
    title: "Ours against theirs",
    caption:
      "Each dot is one workload beside one peer, timed by turns in one run. To the right of the line we do better.",
    wide: true,
    interactive: true,
    controls: {suite: select(suites, {label: "Suite"}), peer: select([EVERY, ...peers], {label: "Peer"})},
    draw: ({suite, peer}, {width}) => {
      const list = [...chosen(suite, peer)].sort((a, b) => b.ratio - a.ratio);
      const named = width >= 640; // else the names stand above their lines
      const row = named ? ROW : 1.7 * ROW;
      const labels = new Map(list.map((one) => [one, `${one.workload} · ${one.peer}`]));
      const y = (one: BenchRow): string => labels.get(one) ?? "";
      const [low, high] = [Math.min(0.8, ...list.map((r) => r.ratio)), Math.max(2, ...list.map((r) => r.ratio))];
      const sides = [
        {rows: list.filter(({ratio}) => ratio >= 1), dx: 10, textAnchor: "start"},
        {rows: list.filter(({ratio}) => ratio < 1), dx: -10, textAnchor: "end"}
      ] as const;
      return withPlot((P) =>
        plot(P, {
          width,
          height: 80 + row * list.length,
          marginLeft: named ? LEFT : 8,
          marginRight: 64,
          x: {
            type: "log",
            domain: [low / 1.1, high * 1.1],
            label: "Times better than the peer",
            ticks: 5,
            tickFormat: (v: number) => writeNumber(v, 2)
          },
          y: {type: "point", domain: [...labels.values()], label: null, ...(named ? {} : {ticks: []})},
          marks: [
            ...ground(P).slice(1),
            P.ruleX([1], {stroke: ink("ink-2")}),
            P.ruleY(list, {x1: 1, x2: "ratio", y, stroke: ink("edge")}),
            P.dot(list, {
              x: "ratio",
              y,
              r: 5,
              fill: (row: BenchRow) => ink(row.ratio >= 1 ? "plus" : "minus")
            }),
            ...(named
              ? []
              : [P.text(list, {x: () => low, y, text: y, dy: -15, textAnchor: "start", fill: ink("ink-2")})]),
            ...sides.map(({rows, dx, textAnchor}) =>
              P.text(rows, {
                x: "ratio",
                y,
                text: (one: BenchRow) => `× ${writeNumber(one.ratio, 2)}`,
                dx,
                textAnchor,
                fill: ink("ink")
              })
            )
          ]
        })
      );
    },
    describe: ({suite, peer}) =>
      chosen(suite, peer)
        .map((row) => `${row.workload} beside ${row.peer}: ${writeNumber(row.ratio, 3)} times`)
        .join("; ") || "This peer is not in this suite.",
    rows: ({suite, peer}) =>
      chosen(suite, peer).map(({workload, peer: beside, unit, ours, theirs, ratio}) => ({
        workload,
        peer: beside,
        unit,
        ours,
        theirs,
        ratio
      }))
  });
}
