/** A walk down a landscape, as the stage's figures draw it. */
import {descent, type DescentConfig, type Landscape} from "/lib/stages/optimization.js";
import {inRegion, item, NaNError, tensor} from "/lib/tensor.js";

export type Place = readonly [x: number, y: number];

export interface Walk {
  /** Where it was before each step, and after the last one. */
  readonly path: readonly Place[];
  /** How high it was there. */
  readonly heights: readonly number[];
  /** The step that could not be done, where numbers were no longer finite. */
  readonly broke: number | undefined;
}

/** The height of a landscape at two numbers. */
export const heightOf = ({value}: Landscape): ((x: number, y: number) => number) =>
  inRegion((x: number, y: number) => item(value(tensor([x, y], "float64"))));

/** A number of steps of a walk, or fewer where it comes to numbers that are not finite. */
export function walk(config: DescentConfig, steps: number): Walk {
  const {landscape, data, model, step} = descent(config);
  const height = heightOf(landscape);
  const placeOf = ({params}: ReturnType<typeof model>): Place => {
    const [x = NaN, y = NaN] = params.x.data;
    return [x, y];
  };
  let state = model();
  const path = [placeOf(state)];
  let broke: number | undefined;
  while (broke === undefined && path.length <= steps)
    try {
      state = step(state, data(state.step));
      path.push(placeOf(state));
    } catch (error) {
      if (!(error instanceof NaNError)) throw error;
      broke = state.step;
    }
  return {path, heights: path.map(([x, y]) => height(x, y)), broke};
}

/** The way to the nearest lowest point. */
export const toMinimum = ({minima}: Landscape, [x, y]: Place): number =>
  Math.min(...minima.map(({at: [a = 0, b = 0]}) => Math.sqrt((x - a) * (x - a) + (y - b) * (y - b))));

/** Heights on a square grid over a landscape's box, the lowest row first. */
export function heightsOn(landscape: Landscape, size: number): Float64Array {
  const height = heightOf(landscape);
  const {x, y} = landscape.box;
  const at = ([from, to]: Place, k: number): number => from + ((to - from) * k) / (size - 1);
  return Float64Array.from({length: size * size}, (_, k) => height(at(x, k % size), at(y, Math.floor(k / size))));
}
