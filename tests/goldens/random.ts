import {threefry2x32} from "../../lib/core/random/threefry.js";
import {uniformFromBits} from "../../lib/core/random/uniform.js";
import {numbers, type Families} from "./types.js";

export const families: Families = {
  random_threefry: ({inputs, config, expected}) => {
    if (inputs["bits"] !== undefined)
      return [{what: "uniform", actual: numbers(inputs["bits"]).map(uniformFromBits), expected: expected["uniform"]}];
    if (config["rounds"] !== 20) throw new RangeError(`threefry2x32 has 20 rounds, not ${String(config["rounds"])}`);
    const [k0, k1] = numbers(inputs["key"]);
    const [c0, c1] = numbers(inputs["counter"]);
    return [{what: "output", actual: threefry2x32([k0!, k1!], c0!, c1!), expected: expected["output"]}];
  }
};
