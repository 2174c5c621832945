import {choice, select, slider, textInput} from "../../../components/figure/controls.js";
import {moved, settled} from "../../../components/figure/control.js";
import {element} from "../../../components/element.js";
import {figure} from "../../../components/figure/figure.js";
import {heat, signed} from "../../../components/chart/heatmap.js";
import {messageOf} from "../../../components/message.js";
import {tensors, type Tensors} from "../../../components/tensors.js";
import {meanings, operations, text, type Operation} from "../model/shapesOperations.js";
import {indexOf, tensorCells} from "./tensorCells.js";

const LARGEST = 6;
const MOST = 36;

type Side = "result" | "a" | "b";

interface Value {
  readonly operation: Operation;
  readonly a: string;
  readonly b: string;
  readonly side: Side;
  readonly cell: number;
  readonly show: "values" | "derivatives";
}

interface Numbers {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

interface Result {
  readonly refusal?: string;
  readonly a: Numbers;
  readonly b: Numbers | undefined;
  readonly c?: Numbers;
  /** ∂c/∂a and ∂c/∂b, a row for each number of c. */
  readonly slopes?: {readonly a: readonly number[]; readonly b: readonly number[]};
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);
const shapeOf = (written: string): readonly number[] =>
  written
    .split(",")
    .map((n) => n.trim())
    .filter((n) => n !== "")
    .map(Number);
const valid = (written: string): boolean => {
  const shape = shapeOf(written);
  return (
    shape.length <= 3 && shape.every((n) => Number.isInteger(n) && n >= 1 && n <= LARGEST) && sizeOf(shape) <= MOST
  );
};

/** Numbers from 1 to 9 in an order that repeats late, so that rows differ; quarters of them where they are exponents. */
const fill = (size: number, step: number, operation: Operation): Float64Array =>
  Float64Array.from({length: size}, (_, i) => (1 + ((step * i + step) % 9)) * (operation === "softmax" ? 0.25 : 1));

function computed(t: Tensors, {operation, a: first, b: second}: Value): Result {
  const {run, operands} = meanings[operation];
  const make = (written: string, step: number) =>
    t.tensor(fill(sizeOf(shapeOf(written)), step, operation), {shape: shapeOf(written), dtype: "float64"});
  const [a, b] = [make(first, 7), make(second, 5)];
  const read = ({shape, data}: typeof a): Numbers => ({shape, data: Array.from(data)});
  const given = {a: read(a), b: operands === 2 ? read(b) : undefined};
  try {
    const c = run(t, a, b);
    if (sizeOf(c.shape) > 2 * MOST)
      return {
        ...given,
        refusal: `The result, ${text(c.shape)}, has ${sizeOf(c.shape)} numbers: more than can be drawn here. Choose smaller extents.`
      };
    const slopes = (f: Parameters<typeof t.jacobian>[0], x: typeof a) => Array.from(t.jacobian(f, x).data);
    return {
      ...given,
      c: read(c),
      slopes: {a: slopes((x) => run(t, x, b), a), b: operands === 2 ? slopes((x) => run(t, a, x), b) : []}
    };
  } catch (error) {
    return {...given, refusal: messageOf(error)};
  }
}

/** Three significant digits at most, in little room. */
const short = (x: number): string =>
  (Number.isInteger(x) ? String(x) : Math.abs(x) >= 10 ? x.toFixed(0) : x.toFixed(Math.abs(x) < 1 ? 2 : 1))
    .replace(/^(-?)0\./, "$1.")
    .replace("-", "−");

/** What one cell has to do with the cells of the other tensors: ∂ result / ∂ operand. */
function related({side, cell}: Value, {a, b, c, slopes}: Result) {
  if (c === undefined || slopes === undefined) return undefined;
  const from: Side = side === "b" && b === undefined ? "a" : side;
  const own = {result: c, a, b: b ?? a}[from];
  const at = cell % own.data.length;
  const row = (of: readonly number[], n: number) => Array.from({length: n}, (_, j) => of[at * n + j] ?? 0);
  const column = (of: readonly number[], n: number) => c.data.map((_, i) => of[i * n + at] ?? 0);
  const na = a.data.length;
  const nb = b?.data.length ?? 0;
  const marks: Record<Side, readonly number[]> =
    from === "result"
      ? {result: [], a: row(slopes.a, na), b: row(slopes.b, nb)}
      : {result: column(slopes[from], from === "a" ? na : nb), a: [], b: []};
  return {from, at, marks, largest: Math.max(1e-12, ...Object.values(marks).flat().map(Math.abs))};
}

/** Chosen shapes through a chosen operation: which cells a result reads, and which results send a gradient to a cell. */
export function shapesExplorer(name = "shapes-explorer") {
  const rule = `extents from 1 to ${LARGEST}, at most three of them, such as 4, 3`;
  const side = choice<Side>(["result", "a", "b"], {
    label: "A cell of",
    format: (s) => (s === "result" ? "C, the result" : s.toUpperCase())
  });
  const cell = slider([0, MOST - 1], {label: "Number", value: 5});
  let last: {readonly key: string; readonly result: Result} | undefined;

  const pick = (to: Side, at: number, ended: boolean) => {
    if (side.value !== to || cell.value !== at) {
      side.value = to;
      cell.value = at;
      moved(cell);
    }
    if (ended) settled(cell);
  };
  const hear = (node: SVGSVGElement, which: Side): SVGSVGElement => {
    const at = (event: Event) => Number((event.target as SVGElement).dataset["cell"] ?? NaN);
    node.addEventListener(
      "pointerover",
      (event) => event.pointerType === "mouse" && at(event) >= 0 && pick(which, at(event), false)
    );
    node.addEventListener("click", (event) => at(event) >= 0 && pick(which, at(event), true));
    return node;
  };

  return figure<Value, Result>({
    name,
    title: "Which numbers meet which",
    caption:
      "Point at a cell, or choose one. Of a cell of C, the cells of A and B that it is computed from are shaded; of a cell of A or B, the cells of C through which its gradient comes back. Shades are the size of the local derivative, found by the library. The numbers are made up.",
    interactive: true,
    controls: {
      operation: select<Operation>(operations, {label: "Operation", format: (o) => meanings[o].label}),
      a: textInput({label: "Shape of A", value: "4, 3", size: 9, rule, example: "4, 1", valid}),
      b: textInput({label: "Shape of B", value: "3", size: 9, rule, example: "1, 3", valid}),
      side,
      cell,
      show: choice(["values", "derivatives"], {label: "In the cells"})
    },
    compute: async (value) => {
      const key = [value.operation, value.a, value.b].join("|");
      if (last?.key !== key) last = {key, result: computed(await tensors(), value)};
      return last.result;
    },
    draw: (value, {width, result}) => {
      const {a, b, c, refusal} = result;
      const relation = related(value, result);
      const size = width < 480 ? 26 : 34;
      const draw = (which: Side, of: Numbers, title: string) => {
        const marks = relation?.marks[which] ?? [];
        const derivatives = value.show === "derivatives" && marks.length > 0;
        return hear(
          tensorCells({
            title: `${title} ${text(of.shape)}`,
            shape: of.shape,
            size,
            framed: relation?.from === which ? relation.at : undefined,
            write: (i) => short(derivatives ? (marks[i] ?? 0) : (of.data[i] ?? NaN)),
            faint: (i) => derivatives && (marks[i] ?? 0) === 0,
            fill: (i) => {
              const d = (marks[i] ?? 0) / (relation?.largest ?? 1);
              if (d === 0) return "var(--surface)";
              return which === "result"
                ? heat("gradient", 0.15 + 0.45 * Math.abs(d))
                : signed(Math.sign(d) * (0.15 + 0.45 * Math.abs(d)));
            }
          }),
          which
        );
      };
      const sign = (mark: string) => element("span", {className: "cells-sign"}, mark);
      const two =
        b === undefined
          ? []
          : [sign({add: "+", mul: "⊙", matmul: "·"}[value.operation as "add"] ?? ""), draw("b", b, "B")];
      const row = element("div", {className: "cells-row"}, draw("a", a, "A"), ...two, sign("→"));
      row.append(
        c === undefined ? element("pre", {className: "cells-refusal"}, refusal ?? "") : draw("result", c, "C")
      );
      const rules = c === undefined ? [] : meanings[value.operation].rules(a.shape, b?.shape ?? [], c.shape);
      return element("div", {}, row, ...rules.map((line) => element("p", {className: "cells-rule"}, line)));
    },
    describe: (value, result) => {
      const {a, b, c, refusal} = result;
      const relation = related(value, result);
      const what = `${meanings[value.operation].label}: A is ${text(a.shape)}${b === undefined ? "" : `, B is ${text(b.shape)}`}`;
      if (c === undefined || relation === undefined) return `${what}. The library refuses: ${refusal ?? ""}`;
      const own = {result: c, a, b: b ?? a}[relation.from];
      const count = (s: Side) => relation.marks[s].filter((d) => d !== 0).length;
      const place = `${relation.from === "result" ? "C" : relation.from.toUpperCase()}[${indexOf(relation.at, own.shape).join(", ")}]`;
      const meets =
        relation.from === "result"
          ? `${place} reads ${count("a")} of ${a.data.length} numbers of A${b === undefined ? "" : ` and ${count("b")} of ${b.data.length} of B`}`
          : `${place} gets gradient from ${count("result")} of ${c.data.length} numbers of C`;
      return `${what}, the result is ${text(c.shape)}. ${meets}. ${meanings[value.operation].rules(a.shape, b?.shape ?? [], c.shape).join(". ")}.`;
    },
    code: ({operation, a, b}) => {
      const {code, operands} = meanings[operation];
      const names = [
        ...new Set(["tensor", "randomNormal", "key", "vjp", "onesLike", ...(code.match(/\b[a-zA-Z]+(?=\()/g) ?? [])])
      ].filter((n) => !["key", "tensor", "at"].includes(n));
      return `import {key} from "llm-first-principles";
import {${names.join(", ")}} from "llm-first-principles/tensor";

const a = randomNormal(key(1), [${shapeOf(a).join(", ")}], "float64");${operands === 2 ? `\nconst b = randomNormal(key(2), [${shapeOf(b).join(", ")}], "float64");` : ""}
const {value, pull} = vjp(${operands === 2 ? `([a, b]) => ${code}, [a, b]` : `(a) => ${code}, a`});
const gradient = pull(onesLike(value)); // of the sum of all results
console.log(value.shape, ${operands === 2 ? "gradient.map(({shape}) => shape)" : "gradient.shape"});`;
    },
    rows: (value, {a, b, c, slopes}) =>
      (c?.data ?? []).flatMap((_, i) =>
        [
          ["A", a, slopes?.a],
          ["B", b, slopes?.b]
        ].flatMap(([operand, of, slope]) =>
          ((of as Numbers | undefined)?.data ?? []).map((_, j) => ({
            operand,
            result: i,
            input: j,
            derivative: (slope as readonly number[])[i * (of as Numbers).data.length + j]
          }))
        )
      )
  });
}
