/** A lookup that is soft: the mean of values, weighted by how well their keys fit a query. */

import {softmaxOf} from "./scoresDrawn.js";

interface Entry {
  readonly key: number;
  readonly value: number;
}

/** How well a key fits: the product of the two as points on a circle, or minus half the square of their distance. */
export type Similarity = "product" | "distance";

/** The entries of the figure: keys are angles in degrees. */
export const entries: readonly Entry[] = [
  {key: 20, value: 1},
  {key: 55, value: 3},
  {key: 80, value: 2.5},
  {key: 120, value: 4},
  {key: 165, value: 1.5}
];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
type Pair = readonly [number, number];
const pointAt = (degrees: number): Pair => [Math.cos(radians(degrees)), Math.sin(radians(degrees))];

/** Of a query and a key of length 1. */
function similarity(kind: Similarity, query: number, key: number): number {
  const [[a, b], [c, d]] = [pointAt(query), pointAt(key)];
  return kind === "product" ? a * c + b * d : -((a - c) * (a - c) + (b - d) * (b - d)) / 2;
}

/** Weights of all entries, and the answer. */
export function lookUp(query: number, sharpness: number, kind: Similarity, list = entries) {
  const weights = softmaxOf(list.map(({key}) => sharpness * similarity(kind, query, key)));
  return {weights, answer: weights.reduce((sum, weight, i) => sum + weight * list[i]!.value, 0)};
}

/** What a dictionary would say: the value of the key that fits best. */
export const lookUpHard = (query: number, list = entries): number =>
  list.reduce((best, entry) =>
    similarity("product", query, entry.key) > similarity("product", query, best.key) ? entry : best
  ).value;
