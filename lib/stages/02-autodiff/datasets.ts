import {cos, sin} from "../../core/math/trig.js";
import {fold} from "../../core/random/key.js";
import {normal} from "../../core/random/normal.js";
import type {Key} from "../../core/random/threefry.js";
import {uniform} from "../../core/random/uniform.js";

/** A point of the plane that is of one of two classes. */
export interface LabeledPoint {
  readonly x: readonly [number, number];
  readonly label: 1 | -1;
}

/** Points that a key draws: half of each class, by turns, all within about 1.5 of the origin. */
export type PointSet = (
  key: Key,
  options: {
    readonly samples: number;
    /** Standard deviation of what is added to each coordinate. */
    readonly noise: number;
  }
) => readonly LabeledPoint[];

const PI = 3.141592653589793;

/** A set from where the point of a class is, given a uniform number: on a curve, before the noise. */
const along =
  (curve: (t: number, label: 1 | -1, index: number) => readonly [number, number]): PointSet =>
  (key, {samples, noise}) => {
    const [places, spread] = [fold(key, 0), fold(key, 1)];
    return Array.from({length: samples}, (_, i) => {
      const label = i % 2 === 0 ? 1 : -1;
      const [x, y] = curve(uniform(places, i), label, i);
      return {x: [x + noise * normal(spread, 2 * i), y + noise * normal(spread, 2 * i + 1)], label};
    });
  };

/** Four clusters at the corners of a square: those on one diagonal are of one class. No line parts them. */
const xor: PointSet = along((_, label, i) => {
  const x = i % 4 < 2 ? 1 : -1;
  return [x, label * x];
});

/** Two half circles, each reaching into the other. */
const twoMoons: PointSet = along((t, label) =>
  label === 1 ? [cos(PI * t) - 0.5, sin(PI * t) - 0.25] : [0.5 - cos(PI * t), 0.25 - sin(PI * t)]
);

/** A circle around another. */
const circles: PointSet = along((t, label) => {
  const radius = label === 1 ? 1.2 : 0.5;
  return [radius * cos(2 * PI * t), radius * sin(2 * PI * t)];
});

/** Two spirals of one and a half turns, wound around each other. */
const spirals: PointSet = along((t, label) => {
  const radius = label * (0.15 + 1.2 * t);
  return [radius * cos(3 * PI * t), radius * sin(3 * PI * t)];
});

/** The sets of points that a config may name. */
export const pointSets = {xor, twoMoons, circles, spirals} as const;
