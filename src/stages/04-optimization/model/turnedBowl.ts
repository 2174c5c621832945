/** The bowl of the stage, turned about its lowest point: what dividing number by number owes to the axes. */
import {adaptiveStep, nothing, type Memory} from "./adaptiveStep.js";
import type {Place} from "./walk.js";

/** Who walks down the turned bowl. */
export const TURNED = ["gradient descent", "momentum", "AdaGrad", "Adam"] as const;
export type Turned = (typeof TURNED)[number];

/** Steps of a walk. */
export const TURNED_STEPS = 60;

/** Rates that are tried for each: eight to each power of ten. */
const TRIED = Array.from({length: 41}, (_, i) => 10 ** (-4 + i / 8));

interface Bowl {
  /** The condition number: curvatures are 1 and this. */
  readonly kappa: number;
  /** How far it is turned, in degrees. */
  readonly angle: number;
}

const radians = (angle: number): number => (angle * Math.PI) / 180;
const turned = (angle: number, [x, y]: Place): Place => {
  const [c, s] = [Math.cos(radians(angle)), Math.sin(radians(angle))];
  return [c * x - s * y, s * x + c * y];
};

/** Half of x² + κ y² in the bowl's own axes. */
export function turnedHeight({kappa, angle}: Bowl, place: Place): number {
  const [a, b] = turned(-angle, place);
  return (a * a + kappa * b * b) / 2;
}

/** Its slopes along the axes in which the optimizer counts. */
export function turnedSlopes({kappa, angle}: Bowl, place: Place): Place {
  const [a, b] = turned(-angle, place);
  return turned(angle, [a, kappa * b]);
}

/** A walk from (10, 1) in the bowl's own axes. */
export function turnedWalk(bowl: Bowl, method: Turned, rate: number, steps = TURNED_STEPS): readonly Place[] {
  const path = [turned(bowl.angle, [10, 1])];
  let memories: readonly Memory[] = [nothing, nothing];
  for (let step = 0; step < steps; step++) {
    const here = path[step]!;
    const moved = turnedSlopes(bowl, here).map((g, i): readonly [number, Memory] => {
      const memory = memories[i]!;
      if (method === "gradient descent") return [g, memory];
      if (method === "momentum") {
        const m = 0.9 * memory.m + g;
        return [m, {...memory, m}];
      }
      return adaptiveStep(method, {b1: 0.9, b2: 0.999}, memory, g);
    });
    memories = moved.map(([, memory]) => memory);
    path.push([here[0] - rate * moved[0]![0], here[1] - rate * moved[1]![0]]);
  }
  return path;
}

/** The walk, of all rates, that ends lowest. */
export function bestTurned(bowl: Bowl, method: Turned) {
  const walks = TRIED.map((rate) => {
    const path = turnedWalk(bowl, method, rate);
    const height = turnedHeight(bowl, path.at(-1)!);
    return {rate, path, height: Number.isFinite(height) ? height : Infinity};
  });
  return walks.reduce((best, each) => (each.height < best.height ? each : best));
}
