import {svg} from "../../../components/element.js";

interface Cells {
  readonly title: string;
  readonly shape: readonly number[];
  /** What stands in a cell. */
  readonly write: (i: number) => string;
  readonly fill: (i: number) => string;
  /** The cell with a frame. */
  readonly framed: number | undefined;
  /** Cells whose text is faint. */
  readonly faint: (i: number) => boolean;
  readonly size: number;
}

const label = (x: number, y: number, text: string, more: Readonly<Record<string, string | number>>): SVGTextElement =>
  svg("text", {x, y, ...more}, text);

const TITLE = 22;
const GAP = 8;

/** Where cell i of a tensor stands: rows downwards, columns to the right, blocks of a third axis where there is room. */
function placed(shape: readonly number[], size: number) {
  const [blocks, rows, columns] = [shape.at(-3) ?? 1, shape.at(-2) ?? 1, shape.at(-1) ?? 1];
  const down = rows <= columns;
  const at = (i: number): readonly [x: number, y: number] => {
    const [block, row, column] = [Math.floor(i / (rows * columns)), Math.floor(i / columns) % rows, i % columns];
    const [x, y] = [column * size, row * size];
    return down ? [x, y + block * (rows * size + GAP)] : [x + block * (columns * size + GAP), y];
  };
  const more = blocks * GAP - GAP;
  return down
    ? {at, width: columns * size, height: blocks * rows * size + more}
    : {at, width: blocks * columns * size + more, height: rows * size};
}

/** The place of cell i in a tensor, as an index for each axis. */
export function indexOf(i: number, shape: readonly number[]): readonly number[] {
  const index: number[] = [];
  for (let axis = shape.length - 1, left = i; axis >= 0; axis--) {
    index.unshift(left % shape[axis]!);
    left = Math.floor(left / shape[axis]!);
  }
  return index;
}

/** A tensor of up to three axes as cells; each cell carries its number as `data-cell`. */
export function tensorCells({title, shape, write, fill, framed, faint, size}: Cells): SVGSVGElement {
  const {at, width, height} = placed(shape, size);
  const count = shape.reduce((a, b) => a * b, 1);
  const wide = Math.max(width, 7.6 * title.length) + 4;
  const cell = (i: number): readonly SVGElement[] => {
    const [x, y] = at(i);
    const box = {x: x + 2, y: y + TITLE, width: size, height: size};
    const number = label(x + 2 + size / 2, y + TITLE + size / 2 + 4, write(i), {
      "text-anchor": "middle",
      style: `fill:var(${faint(i) ? "--ink-3" : "--ink"});font-size:${size < 30 ? 10 : 12}px;pointer-events:none`
    });
    return [
      svg("rect", {...box, "data-cell": i, stroke: "var(--rule)", style: `fill:${fill(i)};cursor:pointer`}),
      number
    ];
  };
  const frame =
    framed === undefined
      ? []
      : [framed].map((i) =>
          svg("rect", {
            x: at(i)[0] + 3,
            y: at(i)[1] + TITLE + 1,
            width: size - 2,
            height: size - 2,
            fill: "none",
            stroke: "var(--ink)",
            "stroke-width": 2.5,
            style: "pointer-events:none"
          })
        );
  const all = [wide, TITLE + height + 3] as const;
  return svg(
    "svg",
    {width: all[0], height: all[1], viewBox: `0 0 ${all[0]} ${all[1]}`, class: "chart"},
    label(2, 14, title, {style: "fill:var(--ink)"}),
    ...Array.from({length: count}, (_, i) => cell(i)).flat(),
    ...frame
  );
}
