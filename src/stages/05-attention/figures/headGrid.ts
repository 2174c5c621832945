import {attributes, button, element} from "../../../components/element.js";
import type {Control} from "../../../components/figure/control.js";
import {give} from "../../../components/figure/give.js";
import {patternThumbnail} from "./patternThumbnail.js";

interface HeadGrid {
  /** By layer, and in it by head, [length][length]. */
  readonly patterns: readonly (readonly (readonly (readonly number[])[])[])[];
  /** Of the figure, in pixels. */
  readonly width: number;
  /** Both are from 1. */
  readonly chosen: {readonly layer: number; readonly head: number};
  readonly controls: {readonly layer: Control<number>; readonly head: Control<number>};
}

/** All heads of a model as small pictures, each of which chooses its head. */
export function headGrid({patterns, width, chosen, controls}: HeadGrid): HTMLElement {
  const columns = patterns[0]?.length ?? 1;
  const side = Math.min(64, Math.floor((Math.min(width, 340) - 60) / columns));
  return element(
    "div",
    {className: "head-grid"},
    ...patterns.flatMap((row, layer) =>
      row.map((pattern, head) => {
        const node = button("", () => {
          give(controls.layer, layer + 1);
          give(controls.head, head + 1);
        });
        node.append(patternThumbnail(pattern, side));
        return attributes(node, {
          "aria-label": `Layer ${layer + 1}, head ${head + 1}`,
          "aria-pressed": String(layer + 1 === chosen.layer && head + 1 === chosen.head)
        });
      })
    )
  );
}
