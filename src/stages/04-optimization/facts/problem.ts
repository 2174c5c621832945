import {landscapes} from "/lib/stages/optimization.js";
import spectra from "../model/spectrum.json" with {type: "json"};
import {curvatureAt} from "../model/curvature.js";
import {escape} from "../model/escape.js";

const SMALL = 0.001; // as in the figure

/** What the page on the shape of a loss measures: curvatures of landscapes and of a network, and the way off a saddle. */
export function facts() {
  const [before, early, late] = spectra.value as readonly (typeof spectra.value)[number][];
  const of = (spectrum: typeof before, name: string) => ({
    [`${name}Largest`]: spectrum!.curvatures[0]!,
    [`${name}Least`]: spectrum!.curvatures.at(-1)!,
    [`${name}Down`]: spectrum!.curvatures.filter((c) => c < -SMALL).length,
    [`${name}Flat`]: spectrum!.curvatures.filter((c) => Math.abs(c) <= SMALL).length,
    [`${name}Tenth`]: spectrum!.curvatures[29]!
  });
  const valley = curvatureAt(landscapes.rosenbrock, [1, 1]).axes;
  const start = curvatureAt(landscapes.rosenbrock, [-1.2, 1]).axes;
  const [near, nearer] = [escape(4, 0.2, 300), escape(8, 0.2, 300)];
  return {
    ...of(before, "before"),
    ...of(early, "early"),
    ...of(late, "late"),
    directions: late!.curvatures.length,
    lateGradient: late!.gradientNorm,
    valleySteep: valley[0].curvature,
    valleyShallow: valley[1].curvature,
    valleyRatio: valley[0].curvature / valley[1].curvature,
    startSteep: start[0].curvature,
    nearSteps: near.steps ?? NaN,
    nearPredicted: near.predicted,
    nearerSteps: nearer.steps ?? NaN,
    nearerPredicted: nearer.predicted
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const of = (name: string): number => (f as Readonly<Record<string, number>>)[name] ?? NaN;
  return {
    allSaddles: ["before", "early", "late"].every((name) => of(`${name}Least`) < -0.01 && of(`${name}Largest`) > 0.01),
    beforeEven: of("beforeLargest") < 1.2 * Math.abs(of("beforeLeast")),
    lateOneSided: of("lateLargest") > 10 * Math.abs(of("lateLeast")),
    largestGrows: of("earlyLargest") > 2 * of("beforeLargest") && of("lateLargest") > 1.5 * of("earlyLargest"),
    fewerDown: of("lateDown") < of("earlyDown") && of("earlyDown") < of("beforeDown"),
    manyFlat: of("lateFlat") > of("directions") / 4,
    fewLarge: of("lateTenth") < of("lateLargest") / 8,
    doublesNotSquares: of("nearerSteps") < 2.2 * of("nearSteps"),
    predicted:
      Math.abs(of("nearSteps") - of("nearPredicted")) < 4 && Math.abs(of("nearerSteps") - of("nearerPredicted")) < 4
  };
};
