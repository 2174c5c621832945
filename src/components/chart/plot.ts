/**
 * Observable Plot in the book's look: loaded when a chart first draws, in the colors of the theme, readable point by point.
 * For charts that its grammar serves (facets, bins, stacks, bands); what is dragged or moves at 30 Hz is drawn by chart.ts.
 */
import type * as Entry from "/lib/plot.js";
import {reading, type Stop} from "./reading.js";
import {spread} from "./spread.js";
import {svg} from "../element.js";

export type Grammar = typeof Entry;

let loaded: Grammar | undefined;
let loading: Promise<Grammar> | undefined;

/** What `draw` makes of Plot: at once where it is there already, so that a redraw keeps the keyboard's place. */
export function withPlot<T>(draw: (P: Grammar) => T): T | Promise<T> {
  if (loaded !== undefined) return draw(loaded);
  loading ??= import("/lib/plot.js").then((made) => (loaded = made));
  loading.catch(() => (loading = undefined)); // a failed load is tried again
  return loading.then(draw);
}

/** Plot, for pages whose cells draw with it. */
export const loadPlot = async (): Promise<Grammar> => withPlot((P) => P);

/** A color of the theme by its meaning, such as `loss-train`: it follows a switch of theme by itself. */
export const ink = (meaning: string): string => `var(--${meaning})`;

type PlotSpec = Entry.PlotOptions & {
  /** What can be read point by point: by mouse, touch and keys. Left out while a run moves. */
  readonly stops?: readonly Stop[];
  /** What the points are, for those who hear them: "Bits per character by order". */
  readonly spoken?: string;
};

/** A plot with the book's margins, axes and type. */
export function plot(
  P: Grammar,
  {x, y, marginLeft = 44, marks = [], stops = [], spoken = "", ...options}: PlotSpec
): SVGSVGElement {
  const made = P.plot({
    className: "plot",
    marginTop: 28,
    marginRight: 12,
    marginBottom: 40,
    marginLeft,
    ...options,
    marks,
    x: {labelAnchor: "center", labelArrow: "none", labelOffset: 36, tickSize: 4, tickPadding: 6, ...x},
    y: {
      labelAnchor: "top",
      labelArrow: "none",
      labelOffset: marginLeft + 1,
      tickSize: 0,
      tickPadding: 8,
      ticks: 5,
      ...y
    }
  });
  // without legend, title and caption Plot gives the drawing itself
  const drawing = made as unknown as SVGSVGElement & {readonly scale: (name: string) => Scale | undefined};
  drawing.querySelector("style")?.remove();
  // names on groups without a role say nothing to anybody, and are a fault of accessibility
  for (const group of drawing.querySelectorAll("[aria-label], [aria-description]"))
    for (const name of ["aria-label", "aria-description"]) group.removeAttribute(name);
  const [xs, ys] = [drawing.scale("x"), drawing.scale("y")];
  if (stops.length > 0 && xs !== undefined && ys !== undefined) {
    const box = {
      left: marginLeft,
      right: sizeOf(drawing).width - (options.marginRight ?? 12),
      top: 28,
      bottom: sizeOf(drawing).height - 40
    };
    const scales = {x: (v: number) => Number(xs.apply(v)), y: (v: number) => Number(ys.apply(v))};
    const read = reading(() => stops, {...scales, ...box}, spoken);
    drawing.append(read.area, read.shown);
    read.follow(drawing);
  }
  return drawing;
}

interface Scale {
  readonly apply: (value: number) => unknown;
}

const sizeOf = (drawing: SVGSVGElement) => ({
  width: Number(drawing.getAttribute("width")),
  height: Number(drawing.getAttribute("height"))
});

/** Rules across the chart and a line under it. On a logarithmic axis give the ticks as a list: it has too many of its own. */
export const ground = (P: Grammar, ticks: number | readonly number[] = 5): readonly Entry.Markish[] => [
  P.gridY({ticks: ticks as number, stroke: ink("rule"), strokeOpacity: 1}),
  P.frame({anchor: "bottom", stroke: ink("edge")})
];

interface LineEnd {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly meaning: string;
}

/** Names of lines at their ends, moved apart where they would touch. */
export const lineEnds =
  (list: readonly LineEnd[]): Entry.RenderFunction =>
  (_, {x, y}, __, {height, marginTop, marginBottom}) => {
    const [toX, toY] = [x as (v: number) => number, y as (v: number) => number];
    const finite = list.filter((end) => Number.isFinite(end.y));
    const at = spread(
      finite.map((end) => toY(end.y)),
      17,
      [marginTop, height - marginBottom]
    );
    const names = finite.map((end, i) =>
      svg(
        "text",
        {
          x: toX(end.x) + 8,
          y: at[i] ?? 0,
          dy: "0.32em",
          "text-anchor": "start",
          fill: ink(end.meaning),
          stroke: "var(--paper)",
          "stroke-width": 4,
          "paint-order": "stroke",
          "font-weight": 600
        },
        end.text
      )
    );
    return svg("g", {}, ...names);
  };
