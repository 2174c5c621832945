import type {Tensor} from "../../core/tensorData.js";
import {named} from "../../autodiff/tracked.js";

/** Puts another tensor of the same shape in the place of a named activation, or leaves it: patching and ablation. */
export type Edit = (name: string, x: Tensor) => Tensor;

/** An activation under its name, as `trace` reports it, after whoever wants to change it has. */
export type At = (name: string, x: Tensor) => Tensor;

export const at = (edit: Edit | undefined): At =>
  edit === undefined ? named : (name, x) => named(name, edit(name, x));
