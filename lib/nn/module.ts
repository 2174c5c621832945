import type {Key} from "../core/random/threefry.js";
import type {Tensor} from "../core/tensorData.js";

/**
 * A part of a model is two pure functions. It holds no parameters: it makes them from a key, and is given them back.
 *
 * `P` is the tree of parameters, `I` what goes in and `O` what comes out.
 */
export interface Module<P, I = Tensor, O = Tensor> {
  readonly init: (key: Key) => P;
  readonly apply: (params: P, input: I) => O;
}
