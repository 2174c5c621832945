import {ConfigError} from "../core/errors.js";
import {isTensor, type Tensor} from "../core/tensorData.js";
import {mapTree} from "../core/tree.js";
import {isFloat} from "../tensor/backend.js";
import {givenFunction} from "../tensor/given.js";
import {region, synchronous} from "../tensor/region.js";
import {isTracked, seenOutside, variable, type Tracked} from "./tracked.js";
import {tensorsOf, withTensors} from "./variables.js";

/** A result, and all that was named on the way to it, in the order of the program. */
export interface Trace<R> {
  readonly value: R;
  readonly activations: Readonly<Record<string, Tensor>>;
}

/**
 * f, with a record of every activation that it names (`named("layers.0.attention", x)`) and that its result is made of.
 *
 * @throws ConfigError if two activations have one name.
 */
export const trace =
  <A extends readonly unknown[], R>(f: (...args: A) => R): ((...args: A) => Trace<R>) =>
  (...args) => {
    givenFunction("trace", "f", f);
    return region(() => {
      const lifted = mapTree(
        (leaf: unknown) => (isTensor(leaf) && isFloat(leaf.dtype) ? variable(leaf) : leaf),
        args
      ) as unknown as A;
      const since = tensorsOf(lifted).reduce((first, x) => (isTracked(x) ? Math.min(first, x.birth) : first), Infinity);
      const value = synchronous("trace", f(...lifted));
      const activations: Record<string, Tensor> = {};
      for (const node of namedNodes(tensorsOf(value), since)) {
        if (Object.hasOwn(activations, node.label!))
          throw new ConfigError(
            "trace",
            "each activation has a name of its own",
            [{name: "twice", value: node.label!}],
            "number the layers: `layers.${i}.attention`"
          );
        activations[node.label!] = seenOutside(node, since);
      }
      return {
        value: withTensors(
          value,
          tensorsOf(value).map((x) => seenOutside(x, since))
        ),
        activations
      };
    });
  };

function namedNodes(results: readonly Tensor[], since: number): readonly Tracked[] {
  const seen = new Set<Tracked>();
  const left = results.filter(isTracked);
  while (left.length > 0) {
    const node = left.pop()!;
    if (seen.has(node) || node.birth < since) continue;
    seen.add(node);
    left.push(...node.inputs.filter(isTracked));
  }
  return [...seen].filter(({label}) => label !== undefined).sort((a, b) => a.birth - b.birth);
}
