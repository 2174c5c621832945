import type {Frame, Mark} from "../chart/chart.js";

/**
 * Lets the reader drag in a drawing: `told` gets places in the drawing's own pixels, while the finger moves and when it
 * has ended. The drawing may be made anew meanwhile, as long as it stays in its place.
 */
export function draggable(node: SVGSVGElement, told: (x: number, y: number, ended: boolean) => void): SVGSVGElement {
  const [width, height] = [node.width.baseVal.value, node.height.baseVal.value];
  node.style.touchAction = "pan-y";
  node.style.cursor = "crosshair";
  node.querySelectorAll("[data-reading], .reading-shown").forEach((part) => part.remove());
  node.setAttribute("aria-hidden", "true"); // sliders do the same by keyboard, and words tell what is seen
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const box = node.getBoundingClientRect();
    const tell = (to: PointerEvent, ended: boolean) =>
      told(((to.clientX - box.left) * width) / box.width, ((to.clientY - box.top) * height) / box.height, ended);
    const over = new AbortController();
    addEventListener("pointermove", (move) => tell(move, false), {signal: over.signal});
    const end = (by: PointerEvent) => {
      over.abort();
      if (by.type === "pointerup") tell(by, true);
    };
    for (const type of ["pointerup", "pointercancel"] as const) addEventListener(type, end, {signal: over.signal});
    tell(event, false);
  });
  return node;
}

/** A mark that draws nothing and shows the chart's frame to `see`, for what must be computed in pixels. */
export const seen =
  (see: (frame: Frame) => void): Mark =>
  (frame) => {
    see(frame);
    return [];
  };

/** A number rounded to the steps of a slider, and held within its range. */
export const snapped = (value: number, [min, max]: readonly [number, number], step: number): number =>
  Number((min + Math.round((Math.min(max, Math.max(min, value)) - min) / step) * step).toFixed(9));
