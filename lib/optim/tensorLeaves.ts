import {isTensor, type Tensor} from "../core/tensorData.js";
import {eachLeaf, leaves} from "../core/tree.js";
import {isFloat} from "../tensor/backend.js";
import {givenFloats} from "../tensor/given.js";

/** The tensors of a tree, in its order. @throws ConfigError or DtypeError, with the path, for another leaf. */
export function tensorLeaves(where: string, name: string, tree: unknown): readonly Tensor[] {
  const list: Tensor[] = [];
  let odd = false;
  eachLeaf((leaf) => {
    if (isTensor(leaf) && isFloat(leaf.dtype)) list.push(leaf);
    else odd = true;
  }, tree);
  // walked again, with paths, for the error alone
  if (odd) for (const [path, leaf] of leaves(tree)) givenFloats(where, path === "" ? name : `${name}.${path}`, leaf);
  return list;
}
