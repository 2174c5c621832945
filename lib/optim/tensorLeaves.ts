import type {Tensor} from "../core/tensor.js";
import {leaves} from "../core/tree.js";
import {givenFloats} from "../tensor/given.js";

/** The tensors of a tree, in its order. @throws ConfigError or DtypeError, with the path, for another leaf. */
export const tensorLeaves = (where: string, name: string, tree: unknown): readonly Tensor[] =>
  leaves<unknown>(tree).map(([path, leaf]) => givenFloats(where, path === "" ? name : `${name}.${path}`, leaf));
