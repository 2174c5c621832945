import {DtypeError, ShapeError, type Finding} from "../core/errors.js";
import {isTensor, shapeText, type Tensor} from "../core/tensorData.js";
import {alignTrees, isBranch} from "../core/tree.js";
import {given} from "../tensor/given.js";
import {sameShape} from "../tensor/shape.js";

type Named = readonly [name: string, tree: unknown];

const place = (name: string, path: string): string => (path === "" ? name : `${name}.${path}`);
const findings = (names: readonly string[], path: string, values: readonly string[]): readonly Finding[] =>
  names.map((name, i) => ({name: place(name, path), value: values[i]!}));

/**
 * The tensors of a tree that go with those of another, in the other's order: paired by their paths, and of the same
 * shapes and kinds. Whatever stands where the other has no tensor is left out.
 *
 * @throws ShapeError or DtypeError, with the path, where they differ; ConfigError where one has no tensor.
 */
export function tensorsAlike(where: string, one: Named, other: Named): readonly Tensor[] {
  const list: Tensor[] = [];
  return alike(one[1], other[1], list) ? list : explain(where, one, other);
}

/** Whether two trees go together; the second one's tensors are put on the list. */
function alike(tree: unknown, other: unknown, list: Tensor[]): boolean {
  if (isTensor(tree)) {
    if (!isTensor(other) || tree.dtype !== other.dtype || !sameShape(tree.shape, other.shape)) return false;
    list.push(other);
    return true;
  }
  if (!isBranch(tree)) return !isBranch(other);
  if (!isBranch(other) || Array.isArray(tree) !== Array.isArray(other)) return false;
  const keys = Object.keys(tree);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && alike(Reflect.get(tree, key), Reflect.get(other, key), list))
  );
}

/** The same walk with paths: to say where trees differ. */
function explain(where: string, [name, tree]: Named, [otherName, other]: Named): readonly Tensor[] {
  const names = [name, otherName];
  const list: Tensor[] = [];
  alignTrees(where, names, [tree, other], ([expected, value], path) => {
    if (!isTensor(expected)) return;
    const tensor = given(where, place(otherName, path), value);
    if (!sameShape(tensor.shape, expected.shape))
      throw new ShapeError(
        where,
        "tensors of the same shapes",
        findings(names, path, [shapeText(expected.shape), shapeText(tensor.shape)])
      );
    if (tensor.dtype !== expected.dtype)
      throw new DtypeError(
        where,
        `tensors of the same kinds (${expected.dtype} ≠ ${tensor.dtype})`,
        findings(names, path, [expected.dtype, tensor.dtype]),
        `convert one with cast(x, "${expected.dtype}")`
      );
    list.push(tensor);
  });
  return list;
}
