import {key, uniform} from "/lib/index.js";
import {backward, duals, expressions, variable, type Arithmetic, type Dual} from "/lib/scalar.js";
import {choice, slider} from "../../../components/figure/controls.js";
import {svg} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {signed} from "../../../components/chart/heatmap.js";
import type {Moment} from "../../../components/figure/moment.js";
import {scrubber} from "../../../components/figure/scrubber.js";
import {numberText} from "../model/autogradTrace.js";

type Mode = "reverse" | "forward";

interface Value {
  readonly n: number;
  readonly m: number;
  readonly mode: Mode;
  readonly time: Moment;
}

interface Result {
  /** By rows, one reverse pass each: [m][n]. */
  readonly rows: readonly (readonly number[])[];
  /** By columns, one forward pass each: [n][m]. */
  readonly columns: readonly (readonly number[])[];
}

const MOST = 8;
const K = key(7);
const weight = (i: number, j: number): number => 2 * uniform(K, i * MOST + j) - 1;
const input = (j: number): number => uniform(key(8), j) - 0.5;

/** yᵢ = tanh(Σⱼ wᵢⱼ xⱼ), in any arithmetic: m neurons that see n numbers. */
const layer =
  (m: number) =>
  <T>(o: Arithmetic<T>, xs: readonly T[]): readonly T[] =>
    Array.from({length: m}, (_, i) =>
      o.tanh(xs.map((x, j) => o.mul(weight(i, j), x)).reduce((total, term) => o.add(total, term)))
    );

function jacobians({n, m}: Value): Result {
  const f = layer(m);
  const xs = Array.from({length: n}, (_, j) => variable(input(j)));
  const rows = f(expressions, xs).map((y) => {
    const gradient = backward(y);
    return xs.map((x) => gradient.get(x));
  });
  const columns = xs.map((_, j) =>
    f(
      duals,
      Array.from({length: n}, (_, i): Dual => ({value: input(i), tangent: i === j ? 1 : 0}))
    ).map(({tangent}) => tangent)
  );
  return {rows, columns};
}

const many = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : count > 1 && word.endsWith("s") ? "es" : "s"}`;

/** The Jacobian of m neurons that see n numbers, filled row by row in reverse mode and column by column in forward mode. */
export function jacobianModes() {
  const time = scrubber({steps: MOST, step: 2, pace: 1.5, forks: false, label: "Passes"});
  const n = slider([1, MOST], {label: "Inputs, n", value: 6});
  const m = slider([1, MOST], {label: "Outputs, m", value: 3});
  const mode = choice<Mode>(["reverse", "forward"], {label: "Mode"});
  const follow = () => time.extent(mode.value === "reverse" ? m.value : n.value);
  for (const control of [n, m, mode]) control.addEventListener("input", follow);
  follow();
  time.value = {step: 2, fork: null};

  return figure<Value, Result>({
    name: "jacobian-modes",
    title: "A matrix of derivatives, by rows or by columns",
    caption:
      "The Jacobian of m neurons with n inputs: row i, column j is ∂yᵢ/∂xⱼ, orange above zero and blue below. A reverse pass starts from one output and fills a row; a forward pass starts from one input and fills a column. The 1 shows where the pass starts.",
    controls: {n, m, mode, time},
    compute: jacobians,
    draw: ({n, m, mode, time: {step}}, {width, result: {rows}}) => {
      const passes = mode === "reverse" ? m : n;
      if (step > passes) follow();
      const done = Math.min(step, passes);
      const [left, top] = [44, 80];
      const cell = Math.min(72, (width - left - 8) / MOST, 40 + 300 / MOST);
      const tall = 34;
      const at = (i: number, j: number) => [left + j * cell, top + i * tall] as const;
      const now = done - 1;
      const parts = rows.flatMap((row, i) =>
        row.flatMap((value, j) => {
          const known = mode === "reverse" ? i < done : j < done;
          const [x, y] = at(i, j);
          const box = svg("rect", {
            x,
            y,
            width: cell - 2,
            height: tall - 2,
            style: `fill:${known ? signed(value) : "var(--surface)"};stroke:var(--rule)`
          });
          const text =
            cell < 34
              ? []
              : [
                  svg(
                    "text",
                    {
                      x: x + cell / 2 - 1,
                      y: y + tall / 2 + 4,
                      "text-anchor": "middle",
                      style: `font-size:${cell < 48 ? 10 : 12}px;fill:var(--ink)`
                    },
                    known ? numberText(value, 2) : ""
                  )
                ];
          return [box, ...text];
        })
      );
      const names = [
        ...Array.from({length: n}, (_, j) =>
          svg("text", {x: at(0, j)[0] + cell / 2, y: top - 8, "text-anchor": "middle"}, `x${j + 1}`)
        ),
        ...Array.from({length: m}, (_, i) =>
          svg("text", {x: left - 8, y: at(i, 0)[1] + tall / 2 + 4, "text-anchor": "end"}, `y${i + 1}`)
        )
      ];
      const [x, y] = mode === "reverse" ? at(Math.max(0, now), 0) : at(0, Math.max(0, now));
      const frame =
        now < 0
          ? []
          : [
              svg("rect", {
                x: x - 1,
                y: y - 1,
                width: mode === "reverse" ? n * cell : cell,
                height: mode === "reverse" ? tall : m * tall,
                fill: "none",
                "stroke-width": 2.5,
                style: "stroke:var(--gradient)"
              })
            ];
      const seed = (i: number, on: boolean) => {
        const [sx, sy] = mode === "reverse" ? [8, at(i, 0)[1] + tall / 2 + 4] : [at(0, i)[0] + cell / 2, top - 26];
        return svg(
          "text",
          {
            x: sx,
            y: sy,
            "text-anchor": "middle",
            style: on ? "fill:var(--gradient);font-weight:700" : "fill:var(--ink-3)"
          },
          on ? "1" : "0"
        );
      };
      const seeds = now < 0 ? [] : Array.from({length: passes}, (_, i) => seed(i, i === now));
      const reached = done === passes ? "the whole Jacobian" : many(done, mode === "reverse" ? "row" : "column");
      const texts = [
        `${many(done, "pass")} of ${passes}: ${reached}.`,
        `The other mode needs ${many(mode === "reverse" ? n : m, "pass")}.`
      ];
      return svg(
        "svg",
        {width, height: top + MOST * 34 + 6, viewBox: `0 0 ${width} ${top + MOST * 34 + 6}`, class: "chart"},
        ...(width < 480 ? texts : [texts.join(" ")]).map((text, i) =>
          svg("text", {x: 0, y: 14 + 18 * i, style: "font-size:14px;fill:var(--ink)"}, text)
        ),
        ...parts,
        ...names,
        ...frame,
        ...seeds
      );
    },
    describe: ({n, m, mode, time: {step}}, {rows, columns}) => {
      const passes = mode === "reverse" ? m : n;
      const done = Math.min(step, passes);
      const most = Math.max(...rows.flatMap((row, i) => row.map((value, j) => Math.abs(value - columns[j]![i]!))));
      const list = (mode === "reverse" ? rows : columns)
        .slice(0, done)
        .map(
          (part, i) =>
            `${mode === "reverse" ? `row of y${i + 1}` : `column of x${i + 1}`}: ${part.map((value) => numberText(value, 3)).join(", ")}`
        )
        .join("; ");
      return `${n} inputs and ${m} outputs, ${mode} mode, ${done} of ${passes} passes done. ${list === "" ? "Nothing is filled yet" : list}. Row by row the matrix takes ${many(m, "pass")}, column by column ${many(n, "pass")}; the two results differ by at most ${numberText(most, 2)}.`;
    },
    code: ({n, m}) => `import {backward, duals, expressions, variable} from "llm-first-principles/scalar";

const f = (o, xs) => Array.from({length: ${m}}, (_, i) => o.tanh(xs.reduce((sum, x, j) => o.add(sum, o.mul(Math.sin(i + 2 * j + 1), x)), 0)));
const point = Array.from({length: ${n}}, (_, j) => j / ${n});
const xs = point.map((x) => variable(x));
const rows = f(expressions, xs).map((y) => xs.map((x) => backward(y).get(x))); // ${m} reverse passes
const columns = point.map((_, j) => f(duals, point.map((value, i) => ({value, tangent: i === j ? 1 : 0}))).map(({tangent}) => tangent)); // ${n} forward passes
console.log(rows, columns);`,
    rows: (_, {rows, columns}) =>
      rows.flatMap((row, i) =>
        row.map((value, j) => ({output: i + 1, input: j + 1, reverse: value, forward: columns[j]![i]}))
      )
  });
}
