import {attributes, svg} from "../element.js";

/** One place of a chart that can be read: its dots, and what they say. */
export interface Stop {
  readonly x: number;
  readonly dots: readonly {readonly y: number; readonly meaning: string}[];
  /** The first says where, the others what is there. */
  readonly lines: readonly string[];
}

/** From values to pixels, and where the drawing ends. */
export interface Frame {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 17;

/** What makes a drawing readable: the layer below its marks that keys reach, and the one above them that shows. */
export interface Reading {
  readonly area: SVGElement;
  readonly shown: SVGElement;
  /** Follows the pointer over a drawing. */
  readonly follow: (drawing: SVGSVGElement) => void;
}

/**
 * Lets a chart be read point by point: a rule, dots and a tip under the mouse or a finger; by keys it is a slider that says
 * each place (arrows, Home, End, Escape). A finger that moves up or down scrolls the page; a button that is held drags
 * something, and reads nothing. The stops are made when somebody first looks, so a chart that is drawn often pays little.
 */
export function reading(make: () => readonly Stop[], frame: Frame, spoken: string): Reading {
  let made: readonly Stop[] | undefined;
  const stops = (): readonly Stop[] => (made ??= make());
  const shown = svg("g", {class: "reading-shown", "pointer-events": "none"});
  const {left, right, top, bottom} = frame;
  const box = {x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top)};
  const area = svg("rect", {
    ...box,
    fill: "transparent",
    class: "reading",
    "data-reading": "",
    tabindex: 0,
    role: "slider",
    "aria-label": spoken,
    "aria-valuemin": 0,
    "aria-valuenow": 0
  });
  let at = -1;
  const show = (i: number): void => {
    const all = stops();
    at = Math.min(all.length - 1, Math.max(0, i));
    const stop = all[at];
    if (stop === undefined) return;
    const said = {"aria-valuemax": all.length - 1, "aria-valuenow": at, "aria-valuetext": stop.lines.join(", ")};
    attributes(area, said);
    shown.replaceChildren(...marksOf(stop, frame, shown.ownerSVGElement?.width.baseVal.value ?? right));
  };
  const hide = (): void => shown.replaceChildren();
  area.addEventListener("focus", () => show(Math.max(0, at)));
  area.addEventListener("blur", hide);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const to = next(event.key, at, stops().length);
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  });
  const follow = (drawing: SVGSVGElement): void => {
    const point = (event: PointerEvent): void => {
      const dragging = event.pointerType === "mouse" && event.buttons !== 0;
      const here = dragging ? undefined : placeOf(event, drawing);
      const over = here !== undefined && here.x >= left - 8 && here.x <= right + 8 && here.y >= top && here.y <= bottom;
      if (over) show(nearest(stops(), frame, here.x));
      else hide();
    };
    drawing.addEventListener("pointermove", point);
    drawing.addEventListener("pointerdown", point);
    // a finger that is lifted leaves, and what it found stays until something else is touched
    drawing.addEventListener("pointerleave", ({pointerType}) => pointerType === "touch" || hide());
    drawing.addEventListener("pointercancel", hide);
  };
  return {area, shown, follow};
}

/** Where a key leads from a stop, if it leads anywhere. */
function next(key: string, at: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    Home: 0,
    End: count - 1
  };
  return moves[key];
}

/** Where a pointer is in the drawing's own coordinates. */
function placeOf(event: PointerEvent, drawing: SVGSVGElement): DOMPoint | undefined {
  const matrix = drawing.getScreenCTM();
  return matrix === null ? undefined : new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
}

/** The stop that is nearest from side to side. */
function nearest(stops: readonly Stop[], {x}: Frame, here: number): number {
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(x(stop.x) - here) < Math.abs(x(stops[best]!.x) - here)) best = i;
  });
  return best;
}

/** The rule, the dots, and the tip, which stands on the side where there is room. */
function marksOf(stop: Stop, {x, y, top, bottom}: Frame, wide: number): readonly SVGElement[] {
  const at = x(stop.x);
  const width = 16 + 6.8 * Math.max(...stop.lines.map((line) => line.length));
  const height = 10 + LINE * stop.lines.length;
  const from = Math.max(0, at + 10 + width <= wide ? at + 10 : Math.min(at - 10 - width, wide - width));
  const text = (line: string, i: number): SVGElement =>
    svg(
      "text",
      {
        x: from + 8,
        y: top + 5 + LINE * (i + 0.75),
        fill: "var(--ink)",
        "text-anchor": "start",
        style: `font-weight: ${i === 0 ? 600 : 400}`
      },
      line
    );
  return [
    svg("line", {x1: at, x2: at, y1: top, y2: bottom, stroke: "var(--edge)"}),
    ...stop.dots
      .filter((dot) => Number.isFinite(dot.y))
      .map((dot) => svg("circle", {cx: at, cy: y(dot.y), r: 4, fill: `var(--${dot.meaning})`, stroke: "var(--paper)"})),
    svg("rect", {x: from, y: top, width, height, fill: "var(--raised)", stroke: "var(--edge)"}),
    ...stop.lines.map(text)
  ];
}
