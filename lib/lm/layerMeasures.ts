import {isTensor} from "../core/tensorData.js";
import {leaves} from "../core/tree.js";
import {globalNorm} from "../optim/globalNorm.js";
import {item} from "../tensor/make.js";

/** Lengths of one parameter, of its gradient, and of what the next step adds to it: √Σ x² of each. */
export interface LayerMeasure {
  /** Such as `layers.0.weight`. */
  readonly path: string;
  readonly weightNorm: number;
  readonly gradientNorm: number;
  readonly updateNorm: number;
}

const lengths = (tree: object): ReadonlyMap<string, number> =>
  new Map(leaves(tree).flatMap(([path, leaf]) => (isTensor(leaf) ? [[path, item(globalNorm([leaf]))]] : [])));

/** What moves how far: each parameter beside its gradient and its update, which are trees of the same paths. */
export function layerMeasures(params: object, grads: object, updates: object): readonly LayerMeasure[] {
  const [gradientOf, updateOf] = [lengths(grads), lengths(updates)];
  return [...lengths(params)].map(([path, weightNorm]) => ({
    path,
    weightNorm,
    gradientNorm: gradientOf.get(path) ?? NaN,
    updateNorm: updateOf.get(path) ?? NaN
  }));
}
