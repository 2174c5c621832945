import {alibiSlopes} from "../../lib/nn/alibiSlopes.js";
import {ropeFrequencies, type RopeScaling} from "../../lib/nn/ropeFrequencies.js";
import {sinusoidalPositions, type SinusoidalLayout} from "../../lib/nn/sinusoidalPositions.js";
import {compare} from "./tensor.js";
import {number, numbers, type Families} from "./types.js";

export const families: Families = {
  rope_frequencies: ({inputs, config, expected}) => {
    const options = {base: number(config["base"]), scaling: config["scaling"] as RopeScaling};
    const actual = ropeFrequencies(number(inputs["headDim"]), options);
    return Object.entries(expected).map(([what, value]) => ({
      what,
      actual: actual[what as keyof typeof actual],
      expected: value
    }));
  },
  pos_alibi: ({inputs, expected}) => [
    {what: "slopes", actual: alibiSlopes(number(inputs["heads"])), expected: expected["slopes"]}
  ],
  pos_sinusoidal: ({inputs, config, expected}) => {
    const options = {
      base: number(config["base"]),
      layout: config["layout"] as SinusoidalLayout,
      dtype: "float64"
    } as const;
    return [
      compare(
        "encoding",
        sinusoidalPositions(numbers(inputs["positions"]), number(config["dModel"]), options),
        expected["encoding"]
      )
    ];
  }
};
