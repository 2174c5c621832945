import {ConfigError, found} from "../core/errors.js";
import type {Tensor} from "../core/tensorData.js";
import {checkTrees, pick, put, tensorsByPath} from "./masked.js";
import type {GradientTransformation} from "./gradientTransformation.js";

/** Says which part a parameter belongs to, by its path and itself. */
export type GroupOf<K extends string> = (path: string, parameter: Tensor) => K;

/** The states of the parts, by their names. */
export type PartitionState<S> = {readonly [K in keyof S]: S[K]};

/**
 * Each parameter to one of several transformations: its own learning rate, or its own optimizer.
 *
 * @throws ConfigError for a group that is none of the parts.
 */
export function partition<S extends Readonly<Record<string, unknown>>>(
  groupOf: GroupOf<Extract<keyof S, string>>,
  parts: {readonly [K in keyof S]: GradientTransformation<S[K]>}
): GradientTransformation<PartitionState<S>> {
  // of different states, each of which only its own part sees
  const list = Object.entries(parts) as readonly (readonly [string, GradientTransformation<unknown>])[];
  const groups = (params: object): ReadonlyMap<string, ReadonlySet<string>> => {
    const sets = new Map(list.map(([name]) => [name, new Set<string>()]));
    for (const [path, parameter] of tensorsByPath(params)) {
      const group = groupOf(path, parameter);
      const set = sets.get(group);
      if (set === undefined)
        throw new ConfigError("partition.groupOf", "a group is one of the parts", [
          found(path, group),
          {name: "parts", value: [...sets.keys()].join(", ")}
        ]);
      set.add(path);
    }
    return sets;
  };
  const record = <T>(f: (name: string, part: GradientTransformation<unknown>) => T) =>
    Object.fromEntries(list.map(([name, part]) => [name, f(name, part)]));
  return {
    init: (params) => {
      const mine = groups(params);
      return record((name, {init}) => init(pick(params, mine.get(name)!))) as PartitionState<S>; // a state for each part
    },
    update: (updates, state, params) => {
      checkTrees("partition", params, updates);
      const mine = groups(params);
      let changed = updates;
      const next = record((name, {update}) => {
        const paths = mine.get(name)!;
        const [own, kept] = update(pick(updates, paths), state[name], pick(params, paths));
        changed = put(changed, own);
        return kept;
      });
      return [changed, next as PartitionState<S>];
    }
  };
}
