import {excerpt} from "../../../../tools/corpora.js";
import {NOISE_AFTER, type NoiseLook} from "./batchPlan.js";
import {namesProblem} from "./namePairs.js";
import {noiseLooks} from "./gradientNoise.js";

const brief = (x: number): number => Number(x.toPrecision(5));

/** Looks at four moments of a run. */
export const value = (): readonly NoiseLook[] =>
  noiseLooks(excerpt("names").text, NOISE_AFTER).map((look) => ({
    after: look.after,
    loss: brief(look.loss),
    square: brief(look.square),
    deviations: look.deviations.map(brief),
    trace: brief(look.trace),
    estimated: {square: brief(look.estimated.square), trace: brief(look.estimated.trace)},
    curvature: brief(look.curvature),
    noise: brief(look.noise)
  }));

/** A gradient of some pairs, which a test repeats. */
export const firstSteps = (): string => {
  const problem = namesProblem(excerpt("names").text);
  return JSON.stringify(
    Array.from(
      problem.gradient(
        problem.params(),
        Uint32Array.from({length: 64}, (_, i) => 7 * i)
      )
    )
  );
};
