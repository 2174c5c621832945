import {attributes, svg} from "../../../components/element.js";
import {heat} from "../../../components/chart/heatmap.js";

export type Shares = readonly [number, number, number];

interface SimplexSpec {
  readonly size: number;
  readonly at: Shares;
  /** From 0 to 1, for the shade of a place. */
  readonly level: (shares: Shares) => number;
  readonly names: readonly [string, string, string];
  /** Told while the reader drags the point. */
  readonly drag: (shares: Shares, ended: boolean) => void;
}

const ROWS = 22;
const EDGE = 22;

/** All distributions over three outcomes as a triangle: the nearer to a corner, the likelier its outcome. */
export function simplex({size, at, level, names, drag}: SimplexSpec): SVGSVGElement {
  const [width, height] = [size, Math.round(size * 0.9)];
  const corners = [
    [width / 2, EDGE],
    [EDGE, height - EDGE],
    [width - EDGE, height - EDGE]
  ] as const;
  const place = ([a, b, c]: Shares): readonly [number, number] => [
    a * corners[0][0] + b * corners[1][0] + c * corners[2][0],
    a * corners[0][1] + b * corners[1][1] + c * corners[2][1]
  ];
  const sharesAt = (x: number, y: number): Shares => {
    const a = (corners[1][1] - y) / (corners[1][1] - corners[0][1]);
    const c = (x - a * corners[0][0] - (1 - a) * corners[1][0]) / (corners[2][0] - corners[1][0]);
    const clamped = [a, 1 - a - c, c].map((share) => Math.max(0, share));
    const total = clamped.reduce((sum, share) => sum + share, 0);
    return clamped.map((share) => share / total) as unknown as Shares; // three stay three
  };

  const paths = new Map<string, string>();
  const cell = (list: readonly Shares[]) => {
    const middle = [0, 1, 2].map(
      (k) => list.reduce((sum, shares) => sum + (shares[k] ?? 0), 0) / 3
    ) as unknown as Shares; // of three
    const color = heat("model", Math.round(14 * level(middle)) / 20);
    const [first, ...rest] = list.map((shares) =>
      place(shares)
        .map((v) => v.toFixed(1))
        .join(" ")
    );
    paths.set(color, `${paths.get(color) ?? ""}M${first ?? ""}L${rest.join("L")}z`);
  };
  const grid = (i: number, j: number): Shares => [i / ROWS, j / ROWS, (ROWS - i - j) / ROWS];
  for (let i = 0; i < ROWS; i++)
    for (let j = 0; i + j < ROWS; j++) {
      cell([grid(i, j), grid(i + 1, j), grid(i, j + 1)]);
      if (i + j + 2 <= ROWS) cell([grid(i + 1, j + 1), grid(i + 1, j), grid(i, j + 1)]);
    }
  const [x, y] = place(at);
  const name = (text: string, x: number, y: number) =>
    svg("text", {x, y, "text-anchor": "middle", "font-weight": 600}, text);
  const node = svg(
    "svg",
    {width, height, viewBox: `0 0 ${width} ${height}`, class: "chart", style: "cursor:crosshair;touch-action:pan-y"},
    ...[...paths].map(([color, d]) => svg("path", {d, style: `fill:${color};stroke:${color};stroke-width:0.5`})),
    name(names[0], corners[0][0], corners[0][1] - 8),
    name(names[1], corners[1][0] - 12, corners[1][1] + 14),
    name(names[2], corners[2][0] + 12, corners[2][1] + 14),
    svg("circle", {cx: x, cy: y, r: 7, style: "fill:var(--paper);stroke:var(--ink);stroke-width:3"})
  );
  attributes(node, {"aria-hidden": "true"});
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const box = node.getBoundingClientRect(); // the drawing is made anew while the point moves, in the same place
    const told = (to: PointerEvent, ended: boolean) =>
      drag(
        sharesAt(((to.clientX - box.left) * width) / box.width, ((to.clientY - box.top) * height) / box.height),
        ended
      );
    const over = new AbortController();
    addEventListener("pointermove", (move) => told(move, false), {signal: over.signal});
    const end = (by: PointerEvent) => {
      over.abort();
      if (by.type === "pointerup") told(by, true);
    };
    for (const type of ["pointerup", "pointercancel"] as const) addEventListener(type, end, {signal: over.signal});
    told(event, false);
  });
  return node;
}
