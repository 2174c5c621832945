import {tensorsAlike} from "../autodiff/tensorsAlike.js";
import {withTensors} from "../autodiff/variables.js";
import type {Tensor} from "../core/tensorData.js";
import {computed} from "../tensor/region.js";
import {tensorLeaves} from "./tensorLeaves.js";

/** A tree with the name that errors call it by. */
export type NamedTree = readonly [name: string, tree: object];

/**
 * A tree like the first whose tensors are f of those at the same place of all the trees.
 *
 * @throws ShapeError or DtypeError, with the path, where trees differ; ConfigError for a leaf that is no tensor.
 */
export function mapTensors<P extends object>(
  where: string,
  f: (...tensors: readonly [Tensor, Tensor, Tensor]) => Tensor,
  first: readonly [name: string, tree: P],
  ...others: readonly NamedTree[]
): P {
  const [name, tree] = first;
  const lists = [tensorLeaves(where, name, tree), ...others.map((other) => tensorsAlike(where, first, other))];
  const at = (i: number) => lists.map((list) => list[i]!) as unknown as readonly [Tensor, Tensor, Tensor];
  return computed("float32", () =>
    withTensors(
      tree,
      lists[0]!.map((_, i) => f(...at(i)))
    )
  );
}
