/** Whose rows are compared: each optimizer with its best rate in the race on the model, and as many steps. */
import type {MovedRow} from "./rowsMoved.js";
import type {ModelRacer} from "./modelRuns.js";

export const ROWS_OF = ["sgd", "momentum", "adagrad", "adam", "lion", "muon"] as const satisfies readonly ModelRacer[];
export type RowsOf = (typeof ROWS_OF)[number];

/** Of one optimizer. */
export interface RowsRun {
  readonly optimizer: RowsOf;
  readonly rate: number;
  readonly rows: readonly MovedRow[];
}

/** The slope of log movement by log frequency: 1 where a row goes in proportion to how often it comes, 0 where all go alike. */
export function slopeOf(rows: readonly MovedRow[]): number {
  const points = rows.map(({perThousand, moved}) => [Math.log(perThousand), Math.log(moved)] as const);
  const mean = (which: 0 | 1): number => points.reduce((sum, point) => sum + point[which], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const [top, bottom] = points.reduce(([t, b], [x, y]) => [t + (x - mx) * (y - my), b + (x - mx) * (x - mx)], [0, 0]);
  return top / bottom;
}
