/** Layers from the plane to the plane, with or without a bend between them, and the one affine map that comes closest. */
import {cos, fold, key, sin, uniform} from "/lib/index.js";
import {bends, type Bend} from "./bends.js";

export type Point = readonly [x: number, y: number];
export type PlaneBend = Bend | "none";

/** p ↦ M p + b, with M by its rows. */
export interface Affine {
  readonly matrix: readonly [Point, Point];
  readonly bias: Point;
}

const TURN = 2 * Math.PI;

/** A layer that turns, stretches and moves: drawn, with no direction stretched to nothing. */
function drawnLayer(seed: number, layer: number): Affine {
  const own = fold(key(seed), layer);
  const [a, b] = [uniform(own, 0) * TURN, uniform(own, 1) * TURN];
  const [s, t] = [0.8 + 0.9 * uniform(own, 2), 0.8 + 0.9 * uniform(own, 3)];
  const [ca, sa, cb, sb] = [cos(a), sin(a), cos(b), sin(b)];
  return {
    matrix: [
      [ca * s * cb - sa * t * sb, -ca * s * sb - sa * t * cb],
      [sa * s * cb + ca * t * sb, -sa * s * sb + ca * t * cb]
    ],
    bias: [uniform(own, 4) - 0.5, uniform(own, 5) - 0.5]
  };
}

export const drawnLayers = (seed: number, count: number): readonly Affine[] =>
  Array.from({length: count}, (_, layer) => drawnLayer(seed, layer));

export const moved = ({matrix: [r, s], bias}: Affine, [x, y]: Point): Point => [
  r[0] * x + r[1] * y + bias[0],
  s[0] * x + s[1] * y + bias[1]
];

/** The point behind all layers; each bends what it gives, unless there is no bend. */
export const through = (layers: readonly Affine[], bend: PlaneBend, start: Point): Point =>
  layers.reduce<Point>((at, layer) => {
    const [x, y] = moved(layer, at);
    return bend === "none" ? [x, y] : [bends[bend].at(x), bends[bend].at(y)];
  }, start);

/** Two affine maps as one: first `f`, then `g`. */
function joined(f: Affine, g: Affine): Affine {
  const [[a, b], [c, d]] = f.matrix;
  const row = ([p, q]: Point): Point => [p * a + q * c, p * b + q * d];
  return {matrix: [row(g.matrix[0]), row(g.matrix[1])], bias: moved(g, f.bias)};
}

/** All layers without bends, as one. */
export const product = (layers: readonly Affine[]): Affine =>
  layers.reduce(joined, {
    matrix: [
      [1, 0],
      [0, 1]
    ],
    bias: [0, 0]
  });

type Row = readonly [number, number, number];

const det3 = (m: readonly Row[]): number => {
  const [[a, b, c], [d, e, f], [g, h, i]] = m as readonly [Row, Row, Row];
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
};

/** The affine map whose squared distance from these images of points is least. */
export function closest(points: readonly Point[], images: readonly Point[]): Affine {
  const rows = points.map(([x, y]) => [x, y, 1] as const);
  const sum = (f: (i: number) => number): number => rows.reduce((total, _, i) => total + f(i), 0);
  const normal = [0, 1, 2].map((i) => [0, 1, 2].map((j) => sum((n) => rows[n]![i]! * rows[n]![j]!)));
  const base = det3(normal as never);
  const solved = (coordinate: 0 | 1): readonly [number, number, number] => {
    const right = [0, 1, 2].map((i) => sum((n) => rows[n]![i]! * images[n]![coordinate]));
    const column = (j: number) => normal.map((row, i) => row.map((v, k) => (k === j ? right[i]! : v)));
    return [0, 1, 2].map((j) => det3(column(j) as never) / base) as [number, number, number];
  };
  const [first, second] = [solved(0), solved(1)];
  return {
    matrix: [
      [first[0], first[1]],
      [second[0], second[1]]
    ],
    bias: [first[2], second[2]]
  };
}

/** How far the map is from the images, where it is farthest. */
export const farthest = (map: Affine, points: readonly Point[], images: readonly Point[]): number =>
  points.reduce((most, p, i) => {
    const [x, y] = moved(map, p);
    return Math.max(most, Math.abs(x - images[i]![0]), Math.abs(y - images[i]![1]));
  }, 0);

/**
 * Of points in two classes, how many a straight line can have on their right side, at most. Every split by a line is one by
 * a line close to two of the points, so that a fan of directions with a cut between any two neighbors finds them all.
 */
export function bestLine(points: readonly Point[], classes: readonly boolean[]): number {
  let best = 0;
  for (let i = 0; i < 720; i++) {
    const angle = (TURN * (i + 0.5)) / 720;
    const along = points.map(([x, y]) => x * cos(angle) + y * sin(angle));
    const sorted = [...along].sort((a, b) => a - b);
    const cuts = [sorted[0]! - 1, ...sorted.slice(1).map((v, k) => (v + sorted[k]!) / 2)];
    for (const cut of cuts) best = Math.max(best, along.filter((v, k) => v > cut === classes[k]).length);
  }
  return best;
}
