export type MapName = "bowl" | "valley" | "saddle";

/** A function of two numbers: a landscape, with its slopes to the east and to the north. */
interface Landscape {
  readonly text: string;
  readonly of: (x: number, y: number) => number;
  readonly slopes: (x: number, y: number) => readonly [number, number];
}

export const landscapes: Readonly<Record<MapName, Landscape>> = {
  bowl: {text: "x² + y²", of: (x, y) => x * x + y * y, slopes: (x, y) => [2 * x, 2 * y]},
  valley: {text: "x² + 8y²", of: (x, y) => x * x + 8 * y * y, slopes: (x, y) => [2 * x, 16 * y]},
  saddle: {text: "x² − y²", of: (x, y) => x * x - y * y, slopes: (x, y) => [2 * x, -2 * y]}
};
