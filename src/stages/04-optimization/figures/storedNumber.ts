import {chart, type Mark} from "../../../components/chart/chart.js";
import {table} from "../../../components/chart/table.js";
import {element, svg} from "../../../components/element.js";
import {slider, textInput} from "../../../components/figure/controls.js";
import {figure} from "../../../components/figure/figure.js";
import {readDecimal, writeNumber} from "../../../components/number.js";
import {FORMATS, gapAt, numbersBetween, roundTo, type FloatFormat} from "../../../components/floats.js";

interface Value {
  readonly weight: string;
  /** Of the update, as a power of ten. */
  readonly power: number;
}

interface Row {
  readonly format: FloatFormat;
  readonly stored: number;
  readonly gap: number;
  readonly after: number;
}

/** A number and an update, and what three formats keep of them. */
export function storedNumber(name = "stored-number") {
  const rows = ({weight, power}: Value): readonly Row[] =>
    FORMATS.map((format) => {
      const stored = roundTo(format, Number(weight));
      return {format, stored, gap: gapAt(format, stored), after: roundTo(format, stored + 10 ** power)};
    });
  const fate = ({stored, after}: Row): string =>
    !Number.isFinite(after) ? "too large" : after === stored ? "lost" : "moves";
  return figure<Value>({
    name,
    title: "What is stored",
    caption:
      "A weight, and an update that is added to it, in three formats. Strokes are the numbers that a format has there; the dot is the weight as it is stored, the thick line ends at the exact sum, and the ring is what is stored of it. Where strokes would be too dense there is a band.",
    controls: {
      weight: textInput({
        label: "Weight",
        value: "1",
        size: 12,
        valid: (text) => {
          const value = readDecimal(text);
          return value !== undefined && Math.abs(value) <= 60000;
        },
        rule: "a number between −60000 and 60000, such as 0.1 or 3e-6",
        example: "0.1"
      }),
      power: slider([-9, 0], {label: "Update", value: -3, step: 0.25, format: (v) => writeNumber(10 ** v, 2)})
    },
    draw: (value, {width}) => {
      const all = rows(value);
      const update = 10 ** value.power;
      const [low, high] = frameOf(all, update);
      return element(
        "div",
        {},
        chart({
          width,
          height: 200,
          marginLeft: 12,
          readable: false,
          x: {domain: [low, high], label: "Number", ticks: width < 500 ? 2 : 4, format: (v) => writeNumber(v, 6)},
          y: {domain: [0, all.length], label: "", ticks: 0},
          marks: all.map((row, i) => strip(row, all.length - i - 0.6, update, [low, high]))
        }),
        table(all, [
          {label: "Format", value: ({format}) => format.name},
          ...(width < 500
            ? []
            : [
                {label: "Stored", value: ({stored}: Row) => writeNumber(stored, 9)},
                {label: "Gap there", value: ({gap}: Row) => writeNumber(gap, 3)}
              ]),
          {label: "After the update", value: ({after}) => writeNumber(after, 9)},
          {label: "So it", value: fate}
        ])
      );
    },
    describe: (value) =>
      rows(value)
        .map((row) => `${row.format.name}: ${writeNumber(row.stored, 9)} becomes ${writeNumber(row.after, 9)}`)
        .join("; "),
    rows: (value) => rows(value).map(({format, stored, gap, after}) => ({format: format.name, stored, gap, after}))
  });
}

/** The part of the axis that is shown: some gaps of the coarsest format, and the sum. */
function frameOf(all: readonly Row[], update: number): readonly [number, number] {
  const gap = Math.max(...all.map((row) => row.gap));
  const at = all.find((row) => row.gap === gap)!.stored;
  const reach = Math.max(3.5 * gap, 1.4 * update);
  return [at - reach, at + reach];
}

/** The numbers of a format along a line, with the weight, the sum, and what is stored of it. */
function strip(
  {format, stored, after}: Row,
  height: number,
  update: number,
  [low, high]: readonly [number, number]
): Mark {
  return ({x, y, left, right}) => {
    const at = y(height);
    const inside = (place: number): boolean => place >= left && place <= right;
    const numbers = numbersBetween(format, low, high, (right - left) / 4);
    const strokes =
      numbers === undefined
        ? [svg("rect", {x: left, y: at - 7, width: right - left, height: 14, style: "fill:var(--ink-2);opacity:0.18"})]
        : numbers
            .map((number) => x(number))
            .map((place) =>
              svg("line", {x1: place, x2: place, y1: at - 7, y2: at + 7, style: "stroke:var(--ink-2);stroke-width:1.5"})
            );
    const end = Math.min(right, x(stored + update));
    return [
      svg("line", {x1: left, x2: right, y1: at, y2: at, class: "grid"}),
      ...strokes,
      svg("text", {x: left, y: at - 14}, format.name),
      svg("line", {x1: x(stored), x2: end, y1: at, y2: at, style: "stroke:var(--gradient);stroke-width:3"}),
      svg("line", {x1: end, x2: end, y1: at - 5, y2: at + 5, style: "stroke:var(--gradient);stroke-width:3"}),
      svg("circle", {cx: x(stored), cy: at, r: 4, style: "fill:var(--model)"}),
      ...(inside(x(after))
        ? [svg("circle", {cx: x(after), cy: at, r: 8, style: "fill:none;stroke:var(--model);stroke-width:2"})]
        : [])
    ];
  };
}
