import {LANDSCAPES, landscapes, type LandscapeName} from "/lib/stages/optimization.js";
import {moved, settled} from "../../../components/figure/control.js";
import {select, slider} from "../../../components/figure/controls.js";
import {snapped} from "../../../components/figure/drag.js";
import {heightsOn, type Place} from "../model/walk.js";

interface PlaceOnMapSpec {
  readonly landscape: LandscapeName;
  /** What the place is called before its coordinates: “Start, ” makes “Start, x”. */
  readonly prefix?: string;
  readonly step: number;
}

/** Wider than any landscape's map, with room for a mark at its edge. */
const RANGE = [-5.1, 5.1] as const;
const GRID = 41;

/**
 * Controls for a landscape and a place on it, which a drag moves as well. Another landscape brings the place to its own start.
 * Heights are computed once for each landscape that is chosen.
 */
export function placeOnMap({landscape: first, prefix = "", step}: PlaceOnMapSpec) {
  const landscape = select<LandscapeName>([...LANDSCAPES], {
    label: "Landscape",
    value: first,
    format: (name) => landscapes[name].label
  });
  const [startX, startY] = landscapes[first].start as Place; // of two dimensions
  const coordinate = (name: string, value: number) =>
    slider(RANGE, {label: `${prefix}${name}`, value, step, format: (v) => v.toFixed(2).replace("-", "−")});
  const [x, y] = [coordinate("x", startX), coordinate("y", startY)];
  const held = (v: number, [from, to]: Place): number => snapped(Math.min(to, Math.max(from, v)), RANGE, step);
  const put = ([a = 0, b = 0]: readonly number[]): void => {
    const {box} = landscapes[landscape.value];
    x.value = held(a, box.x);
    y.value = held(b, box.y);
  };
  landscape.addEventListener("input", () => put(landscapes[landscape.value].start));
  let known: {readonly of: LandscapeName; readonly heights: Float64Array} | undefined;
  return {
    landscape,
    x,
    y,
    /** Told where the reader drags. */
    drag: (place: Place, ended: boolean): void => {
      put(place);
      moved(x);
      if (ended) settled(x);
    },
    heights: (of: LandscapeName): Float64Array => {
      if (known?.of !== of) known = {of, heights: heightsOn(landscapes[of], GRID)};
      return known.heights;
    }
  };
}
