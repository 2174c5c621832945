import {DtypeError, shown} from "../core/errors.js";
import {isTensor, type Tensor} from "../core/tensor.js";
import {eachLeaf, leaves, replaceLeaves} from "../core/tree.js";
import {isFloat} from "../tensor/backend.js";
import {variable, type Tracked} from "./tracked.js";

/** A tree whose tensors are variables, with the list of them in the tree's order. */
interface Variables<T> {
  readonly tree: T;
  readonly nodes: readonly Tracked[];
}

const isDifferentiable = (leaf: unknown): leaf is Tensor => isTensor(leaf) && isFloat(leaf.dtype);

/**
 * A tree with a variable in place of each tensor: what a function is given to be differentiated.
 *
 * @throws DtypeError for a leaf that has no derivative: whole numbers, masks, anything that is no tensor.
 */
export function variables<T>(where: string, tree: T): Variables<T> {
  const nodes: Tracked[] = [];
  const lifted = replaceLeaves((leaf) => {
    if (!isDifferentiable(leaf)) throw noDerivative(where, tree);
    const node = variable(leaf);
    nodes.push(node);
    return node;
  }, tree);
  return {tree: lifted, nodes};
}

/** Refuses a tree with a leaf that has no derivative. @throws DtypeError */
export function checkDifferentiable(where: string, tree: unknown): void {
  eachLeaf((leaf) => {
    if (!isDifferentiable(leaf)) throw noDerivative(where, tree);
  }, tree);
}

function noDerivative(where: string, tree: unknown): DtypeError {
  const [path, leaf] = leaves<unknown>(tree).find(([, each]) => !isDifferentiable(each))!;
  return new DtypeError(
    where,
    "derivatives are taken with respect to float tensors",
    [{name: path === "" ? "argument" : path, value: isTensor(leaf) ? `a tensor of ${leaf.dtype}` : shown(leaf)}],
    /(^|\.)(shape|data)\.\d+$/.test(path)
      ? "JSON loses typed arrays: write with JSON.stringify(state, tensorToJson), read with JSON.parse(text, tensorFromJson)"
      : "pass what is not to be differentiated as a later argument, or inside the function"
  );
}

/** The tensors of a tree, in its order; other leaves are left out. */
export function tensorsOf(tree: unknown): readonly Tensor[] {
  const list: Tensor[] = [];
  eachLeaf((leaf) => {
    if (isTensor(leaf)) list.push(leaf);
  }, tree);
  return list;
}

/** A tree with its tensors replaced, in the tree's order. */
export function withTensors<T>(tree: T, tensors: readonly Tensor[]): T {
  let next = 0;
  return replaceLeaves((leaf) => (isTensor(leaf) ? tensors[next++] : leaf), tree);
}
