import {affine} from "../../autodiff/ops/affine.js";
import {add, mul, sub} from "../../autodiff/ops/binary.js";
import {sum} from "../../autodiff/ops/broadcast.js";
import {split} from "../../autodiff/ops/join.js";
import {cos, sin, square} from "../../autodiff/ops/unary.js";
import type {Tensor} from "../../core/tensorData.js";
import {pointOf, type Landscape} from "./landscape.js";
import {quadratic} from "./quadratic.js";

/** Landscapes by their names. */
export const LANDSCAPES = ["quadratic", "rosenbrock", "beale", "himmelblau", "saddle", "ravine", "rastrigin"] as const;
/** The landscapes of the stage by their names. */
export type LandscapeName = (typeof LANDSCAPES)[number];

const FULL_TURN = 6.283185307179586; // 2π

/** A function of two coordinates, each [1], as one of a point. */
const ofTwo =
  (where: string, height: (x: Tensor, y: Tensor) => Tensor): Landscape["value"] =>
  (point) => {
    const [x, y] = split(pointOf(where, point, 2), 2, 0) as readonly [Tensor, Tensor];
    return sum(height(x, y));
  };

/** (1 − x)² + 100 (y − x²)², from (−1.2, 1): Rosenbrock 1960, The Computer Journal 3, p. 175. */
const rosenbrock: Landscape = {
  label: "Rosenbrock’s valley",
  value: ofTwo("rosenbrock", (x, y) => add(square(sub(1, x)), mul(square(sub(y, square(x))), 100))),
  minima: [{at: [1, 1], value: 0}],
  box: {x: [-2, 2], y: [-1, 3]},
  start: [-1.2, 1]
};

/** Σ (cₖ − x (1 − yᵏ))² with c = 1.5, 2.25, 2.625: Beale 1958, Princeton technical report 25. */
const beale: Landscape = {
  label: "Beale’s plateau",
  value: ofTwo("beale", (x, y) => {
    const powers = [y, square(y), mul(square(y), y)];
    const missed = [1.5, 2.25, 2.625].map((c, k) => square(sub(c, mul(x, sub(1, powers[k]!)))));
    return missed.reduce((total, part) => add(total, part));
  }),
  minima: [{at: [3, 0.5], value: 0}],
  box: {x: [-4.5, 4.5], y: [-4.5, 4.5]},
  start: [1, 1]
};

/** (x² + y − 11)² + (x + y² − 7)², with four minima: Himmelblau 1972, Applied Nonlinear Programming. */
const himmelblau: Landscape = {
  label: "Himmelblau’s four valleys",
  value: ofTwo("himmelblau", (x, y) =>
    add(square(affine(add(square(x), y), 1, -11)), square(affine(add(x, square(y)), 1, -7)))
  ),
  minima: [
    {at: [3, 2], value: 0},
    {at: [-2.805118086952745, 3.131312518250573], value: 0},
    {at: [-3.779310253377747, -3.28318599128617], value: 0},
    {at: [3.584428340330492, -1.848126526964404], value: 0}
  ],
  box: {x: [-5, 5], y: [-5, 5]},
  start: [-0.5, -1]
};

/**
 * x²/2 + y⁴/4 − y²/2: gradient descent from y = 0 ends on the saddle at 0, from anywhere else in one of two minima. Nesterov
 * 2004, Introductory Lectures on Convex Optimization, example 1.2.2.
 */
const saddle: Landscape = {
  label: "Saddle",
  value: ofTwo("saddle", (x, y) => add(mul(square(x), 0.5), sub(mul(square(square(y)), 0.25), mul(square(y), 0.5)))),
  minima: [
    {at: [0, -1], value: -0.25},
    {at: [0, 1], value: -0.25}
  ],
  box: {x: [-2, 2], y: [-1.75, 1.75]},
  start: [-1.5, 0.01]
};

/** x²/20 + 10 (y − sin x)²: a narrow valley that winds, and hardly falls along its floor. */
const ravine: Landscape = {
  label: "Winding ravine",
  value: ofTwo("ravine", (x, y) => add(mul(square(x), 0.05), mul(square(sub(y, sin(x))), 10))),
  minima: [{at: [0, 0], value: 0}],
  box: {x: [-5, 5], y: [-2.5, 2.5]},
  start: [-4, 1.5]
};

/** 20 + Σ (x² − 10 cos 2πx), with a local minimum near each whole point: Rastrigin 1974, Systems of Extremal Control. */
const rastrigin: Landscape = {
  label: "Rastrigin’s egg box",
  value: (point) => {
    const x = pointOf("rastrigin", point, 2);
    return sum(affine(sub(square(x), mul(cos(mul(x, FULL_TURN)), 10)), 1, 10));
  },
  minima: [{at: [0, 0], value: 0}],
  box: {x: [-5.12, 5.12], y: [-5.12, 5.12]},
  start: [-2.4, 1.7]
};

/** Functions of two coordinates on which optimizers are watched. The quadratic has a condition number of 10. */
export const landscapes: Readonly<Record<LandscapeName, Landscape>> = {
  quadratic: quadratic(),
  rosenbrock,
  beale,
  himmelblau,
  saddle,
  ravine,
  rastrigin
};
