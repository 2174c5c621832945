import {DtypeError, shown} from "../core/errors.js";
import {isTensor, type Tensor} from "../core/tensor.js";
import {join, mapTree} from "../core/tree.js";
import {isFloat} from "../tensor/backend.js";
import {variable, type Tracked} from "./tracked.js";

/** A tree whose tensors are variables, with the list of them and their paths, in the tree's order. */
export interface Variables<T> {
  readonly tree: T;
  readonly nodes: readonly Tracked[];
  readonly paths: readonly string[];
}

/**
 * A tree with a variable in place of each tensor: what a function is given to be differentiated.
 *
 * @throws DtypeError for a leaf that has no derivative: whole numbers, masks, anything that is no tensor.
 */
export function variables<T>(where: string, tree: T): Variables<T> {
  const nodes: Tracked[] = [];
  const paths: string[] = [];
  const lifted = walk("", tree, (leaf, path) => {
    if (!isTensor(leaf) || !isFloat(leaf.dtype))
      throw new DtypeError(
        where,
        "derivatives are taken with respect to float tensors",
        [{name: path === "" ? "argument" : path, value: isTensor(leaf) ? `a tensor of ${leaf.dtype}` : shown(leaf)}],
        "pass what is not to be differentiated as a later argument, or inside the function"
      );
    const node = variable(leaf);
    nodes.push(node);
    paths.push(path);
    return node;
  });
  return {tree: lifted as T, nodes, paths};
}

function walk(path: string, tree: unknown, f: (leaf: unknown, path: string) => unknown): unknown {
  if (isTensor(tree) || tree === null || typeof tree !== "object") return f(tree, path);
  if (Array.isArray(tree)) return tree.map((child, i) => walk(join(path, String(i)), child, f));
  if (![Object.prototype, null].includes(Object.getPrototypeOf(tree) as object | null)) return f(tree, path);
  return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, walk(join(path, key), child, f)]));
}

/** The tensors of a tree, in its order; other leaves are left out. */
export function tensorsOf(tree: unknown): readonly Tensor[] {
  const list: Tensor[] = [];
  mapTree((leaf: unknown) => {
    if (isTensor(leaf)) list.push(leaf);
  }, tree);
  return list;
}

/** A tree with its tensors replaced, in the tree's order. */
export function withTensors<T>(tree: T, tensors: readonly Tensor[]): T {
  let next = 0;
  return mapTree((leaf: unknown) => (isTensor(leaf) ? tensors[next++]! : leaf), tree) as T;
}
