import {ShapeError, type Finding} from "./errors.js";
import {isTensor, type Tensor} from "./tensorData.js";

/** Types that are never looked into, whatever they hold. */
export type Atom =
  | string
  | number
  | boolean
  | bigint
  | symbol
  | null
  | undefined
  | ((...args: never[]) => unknown)
  | Tensor
  | ArrayBufferView
  | ArrayBuffer
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | Date
  | RegExp;

/** The leaves of a tree of type T: what is left after records, tuples and arrays are opened. */
export type Leaf<T> = T extends Atom
  ? T
  : T extends readonly (infer U)[]
    ? Leaf<U>
    : T extends object
      ? Leaf<T[keyof T]>
      : T;

/** The structure of T with leaves of type R. */
export type Mapped<T, R> = unknown extends T
  ? unknown
  : T extends Atom
    ? R
    : T extends object
      ? {readonly [K in keyof T]: Mapped<T[K], R>}
      : R;

type Branch = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Arrays and plain records are branches. All else is a leaf: tensors, typed arrays, functions, objects with a prototype. */
export function isBranch(tree: unknown): tree is Branch {
  if (tree === null || typeof tree !== "object") return false;
  if (Array.isArray(tree)) return true;
  const prototype: unknown = Object.getPrototypeOf(tree);
  return (prototype === Object.prototype || prototype === null) && !isTensor(tree);
}

const keysOf = (branch: Branch): readonly string[] =>
  Array.isArray(branch) ? Array.from(branch, (_, i) => String(i)) : Object.keys(branch);

const child = (branch: Branch, key: string): unknown => (branch as Readonly<Record<string, unknown>>)[key];

/** The path of a child: names and positions joined with points, such as `layers.0.weight`; the root's is empty. */
export const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

const at = (path: string): string => (path === "" ? "the root" : path);

function describe(tree: unknown): string {
  if (Array.isArray(tree)) return `a list of ${tree.length}`;
  return isBranch(tree) ? `a record {${Object.keys(tree).join(", ")}}` : "a leaf";
}

/** What errors call the function that was called, and its trees. */
interface Names {
  readonly where: string;
  readonly tree: (i: number) => string;
}

const numbered = (where: string): Names => ({where, tree: (i) => `tree ${i + 1}`});

function mismatch({where, tree}: Names, path: string, first: unknown, other: unknown, i: number): ShapeError {
  const findings: readonly Finding[] = [
    {name: `${tree(0)} at ${at(path)}`, value: describe(first)},
    {name: `${tree(i)} at ${at(path)}`, value: describe(other)}
  ];
  return new ShapeError(where, "all trees have the same structure", findings, "give trees made from one another");
}

/** Refuses a tree whose branch here has other children than the first tree's. */
function check(
  names: Names,
  path: string,
  first: unknown,
  keys: readonly string[] | undefined,
  other: unknown,
  i: number
): void {
  if (keys === undefined) {
    if (isBranch(other)) throw mismatch(names, path, first, other, i);
    return;
  }
  const same =
    isBranch(other) &&
    Array.isArray(first) === Array.isArray(other) &&
    keysOf(other).length === keys.length &&
    keys.every((key) => Object.hasOwn(other, key));
  if (!same) throw mismatch(names, path, first, other, i);
}

function build(
  names: Names,
  path: string,
  trees: readonly unknown[],
  f: (leaves: readonly unknown[], path: string) => unknown
): unknown {
  const first = trees[0];
  const keys = isBranch(first) ? keysOf(first) : undefined;
  for (let i = 1; i < trees.length; i++) check(names, path, first, keys, trees[i], i);
  if (keys === undefined) return f(trees, path);
  const below = keys.map((key) =>
    build(
      names,
      join(path, key),
      trees.map((tree) => child(tree as Branch, key)),
      f
    )
  );
  // fromEntries defines its keys, so that a key named __proto__ is a key like others
  return Array.isArray(first) ? below : Object.fromEntries(keys.map((key, i) => [key, below[i]]));
}

/** The leaf types of a list of trees, in order. */
export type Leaves<O extends readonly unknown[]> = {readonly [K in keyof O]: Leaf<O[K]>};

/**
 * A tree of the same structure whose leaves are f of the leaves at the same place of the given trees.
 *
 * Branches are arrays, tuples and plain records, of any depth.
 *
 * @throws ShapeError, with both paths, where another tree has another structure than the first.
 *
 * @example
 * mapTree((x) => x + 1, {a: 1, b: [2, 3]}); // {"a": 2, "b": [3, 4]}
 */
export const mapTree = <T, R, O extends readonly unknown[]>(
  f: (leaf: Leaf<T>, ...others: Leaves<O>) => R,
  tree: T,
  ...others: O
): Mapped<T, R> =>
  build(numbered("mapTree"), "", [tree, ...others], ([leaf, ...rest]) =>
    f(leaf as Leaf<T>, ...(rest as unknown as Leaves<O>))
  ) as Mapped<T, R>;

/** A tree of pairs: the leaves of two trees of the same structure. */
export const zipTree = <A, B>(a: A, b: B): Mapped<A, readonly [Leaf<A>, Leaf<B>]> =>
  build(numbered("zipTree"), "", [a, b], ([x, y]) => [x, y]) as Mapped<A, readonly [Leaf<A>, Leaf<B>]>;

/** A fold over the leaves, in the order of their keys, with the path of each. */
export function foldTree<T, S>(f: (state: S, leaf: Leaf<T>, path: string) => S, initial: S, tree: T): S {
  let state = initial;
  build(numbered("foldTree"), "", [tree], ([leaf], path) => {
    state = f(state, leaf as Leaf<T>, path);
  });
  return state;
}

/**
 * The leaves with their paths, such as `["layers.0.weight", leaf]`; the path of a tree that is a leaf is empty.
 *
 * @example
 * leaves({a: 1, b: {c: 2}}); // [["a", 1], ["b.c", 2]]
 */
export function leaves<T>(tree: T): readonly (readonly [path: string, leaf: Leaf<T>])[] {
  const list: (readonly [string, Leaf<T>])[] = [];
  build(numbered("leaves"), "", [tree], ([leaf], path) => void list.push([path, leaf as Leaf<T>]));
  return list;
}

/**
 * Calls f with the leaves at the same place of trees of one structure, and with their path, in the order of the first.
 *
 * @throws ShapeError, with both paths and the names of the trees, where one has another structure than the first.
 */
export function alignTrees(
  where: string,
  names: readonly string[],
  trees: readonly unknown[],
  f: (leaves: readonly unknown[], path: string) => void
): void {
  build({where, tree: (i) => names[i]!}, "", trees, f);
}

/** Calls f with each leaf, in the order of their keys: `foldTree` without paths, for trees that are walked at every step. */
export function eachLeaf(f: (leaf: unknown) => void, tree: unknown): void {
  if (!isBranch(tree)) return f(tree);
  if (Array.isArray(tree)) for (const item of tree as readonly unknown[]) eachLeaf(f, item);
  else for (const key of Object.keys(tree)) eachLeaf(f, child(tree, key));
}

/** A tree with f of each leaf in its place: `mapTree` of one tree without checks, for trees that are walked at every step. */
export function replaceLeaves<T>(f: (leaf: unknown) => unknown, tree: T): T {
  const replace = (at: unknown): unknown => {
    if (!isBranch(at)) return f(at);
    if (Array.isArray(at)) return at.map(replace);
    const made: Record<string, unknown> = {};
    for (const key of Object.keys(at)) {
      const value = replace(child(at, key));
      // assigning would change what the record inherits
      if (key === "__proto__")
        Object.defineProperty(made, key, {value, enumerable: true, configurable: true, writable: true});
      else made[key] = value;
    }
    return made;
  };
  return replace(tree) as T;
}
