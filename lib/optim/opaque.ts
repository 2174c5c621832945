import type {GradientTransformation} from "./gradientTransformation.js";

/** A transformation whose state nobody else looks into: what `init` makes goes to `update` alone. */
export const opaque = <S>(transformation: GradientTransformation<S>): GradientTransformation<unknown> =>
  transformation as unknown as GradientTransformation<unknown>;
