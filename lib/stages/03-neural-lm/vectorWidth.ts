import type {NumberField} from "../../core/fields.js";

/** Numbers of a token's vector, as every network of the stage has them. */
export const vectorWidth: NumberField = {
  kind: "whole",
  label: "Vector width",
  about: "numbers of a token’s vector",
  default: 16,
  least: 1,
  offered: [2, 4, 8, 16, 32]
};
