import {isTensor, type Tensor} from "../core/tensorData.js";
import {leaves} from "../core/tree.js";
import {selected, type Selector} from "../core/selector.js";
import {tensorsAlike} from "../autodiff/tensorsAlike.js";
import {withTensors} from "../autodiff/variables.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {zerosOf} from "./moments.js";
import {tensorLeaves} from "./tensorLeaves.js";

/** Tensors by their paths: a tree of one level, which every transformation takes. */
type ByPath = Readonly<Record<string, Tensor>>;

/** The tensors of a tree with their paths, in its order. */
export const tensorsByPath = (tree: object): readonly (readonly [path: string, tensor: Tensor])[] =>
  leaves<unknown>(tree).flatMap(([path, leaf]) => (isTensor(leaf) ? [[path, leaf] as const] : []));

/** Refuses parameters that are none, and updates of another tree, before they are taken apart. */
export function checkTrees(where: string, params: object, updates: object): void {
  tensorLeaves(where, "params", params);
  tensorsAlike(where, ["params", params], ["updates", updates]);
}

/** Some tensors of a tree, by their paths. */
export const pick = (tree: object, chosen: ReadonlySet<string>): ByPath =>
  Object.fromEntries(tensorsByPath(tree).filter(([path]) => chosen.has(path)));

/** A tree with those tensors in place of its own that are given. */
export const put = <P extends object>(tree: P, given: ByPath): P =>
  withTensors(
    tree,
    tensorsByPath(tree).map(([path, tensor]) => given[path] ?? tensor)
  );

/**
 * A transformation of those parameters alone that a selector means, by the paths of the parameters; the updates of others
 * pass as they are. So biases and norms escape weight decay: `masked("**.weight", addDecayedWeights(0.1))`.
 *
 * @throws ConfigError, at `init`, where a pattern means no parameter.
 */
export function masked<S>(selector: Selector, inner: GradientTransformation<S>): GradientTransformation<S> {
  const chosen = (tree: object): ReadonlySet<string> =>
    selected(
      "masked.selector",
      selector,
      tensorsByPath(tree).map(([path]) => path)
    );
  return {
    init: (params) => inner.init(pick(params, chosen(params))),
    update: (updates, state, params) => {
      checkTrees("masked", params, updates);
      const mine = chosen(params);
      const [changed, next] = inner.update(pick(updates, mine), state, pick(params, mine));
      return [put(updates, changed), next];
    }
  };
}

/** No update for what a selector means: those parameters stay as they are, also where their gradient is NaN. */
export const freeze = (selector: Selector): GradientTransformation<null> =>
  masked(selector, {init: () => null, update: (updates) => [zerosOf("freeze", ["updates", updates]), null]});
