import type {Matrix} from "./linear.js";

export type MoveName = "quarter turn" | "mirror" | "stretch" | "shear";

/** Matrices that move the plane in a way that can be seen. */
export const moves: Readonly<Record<MoveName, Matrix>> = {
  "quarter turn": [
    [0, -1],
    [1, 0]
  ],
  mirror: [
    [-1, 0],
    [0, 1]
  ],
  stretch: [
    [2, 0],
    [0, 1]
  ],
  shear: [
    [1, 1],
    [0, 1]
  ]
};
