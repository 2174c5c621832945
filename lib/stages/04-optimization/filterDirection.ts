import {withTensors} from "../../autodiff/variables.js";
import {whole} from "../../core/check.js";
import {checkFields, oneOf} from "../../core/checkFields.js";
import {normal} from "../../core/random/normal.js";
import {fold} from "../../core/random/key.js";
import type {Key} from "../../core/random/threefry.js";
import {sizeOf, type Tensor} from "../../core/tensorData.js";
import {leaves} from "../../core/tree.js";
import {tensorLeaves} from "../../optim/tensorLeaves.js";
import {givenKey} from "../../tensor/given.js";
import {tensor, zerosLike} from "../../tensor/make.js";

/** What counts as a filter. */
export interface FilterDirectionOptions {
  /**
   * The axis of a parameter that numbers its filters: the last unless it is named, which for a dense layer's
   * [inputs, outputs] makes a filter of all that goes into one output.
   */
  readonly axisOf?: (path: string, shape: readonly number[]) => number;
  /**
   * What becomes of parameters of fewer than two axes, such as biases and the gains of norms: they stay where they are, as
   * in the paper, unless this is `move`, which makes each one filter.
   */
  readonly vectors?: "stay" | "move";
}

/** Normal numbers of a tensor's shape, scaled so that each filter is as long as the tensor's own. */
function likeFilters(key: Key, {data, shape, dtype}: Tensor, axis: number | undefined): Tensor {
  const count = axis === undefined ? 1 : shape[axis]!;
  const inner = axis === undefined ? data.length : sizeOf(shape.slice(axis + 1));
  const drawn = Float64Array.from({length: data.length}, (_, i) => normal(key, i));
  const filterOf = (i: number): number => Math.floor(i / inner) % count;
  const [own, other] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < drawn.length; i++) {
    own[filterOf(i)]! += data[i]! * data[i]!;
    other[filterOf(i)]! += drawn[i]! * drawn[i]!;
  }
  const scaled = drawn.map((x, i) => x * Math.sqrt(own[filterOf(i)]! / other[filterOf(i)]!));
  return tensor(scaled, {shape, dtype});
}

/**
 * A random direction in which a model's loss is looked at: normal numbers, each filter of them as long as the parameters'
 * own, so that layers of small weights are not drowned by those of large ones, and pictures of different models can be
 * compared (Li et al. 2018, Visualizing the Loss Landscape of Neural Nets, arXiv 1712.09913, section 4).
 *
 * @returns a tree like `params`.
 * @throws ConfigError for a leaf that is no tensor, or an axis that a parameter does not have.
 */
export function filterDirection<P extends object>(key: Key, params: P, options: FilterDirectionOptions = {}): P {
  const where = "filterDirection";
  givenKey(where, key);
  checkFields(`${where}.options`, options, ["axisOf", "vectors"]);
  const {axisOf = (_path, shape) => shape.length - 1, vectors = "stay"} = options;
  const moves = oneOf(`${where}.options.vectors`, vectors, ["stay", "move"]) === "move";
  const tensors = tensorLeaves(where, "params", params);
  const paths = leaves<unknown>(params).map(([path]) => path);
  const directions = tensors.map((each, i) => {
    const {shape} = each;
    if (shape.length < 2) return moves ? likeFilters(fold(key, i), each, undefined) : zerosLike(each);
    const axis = whole(`${where}.options.axisOf(${paths[i]})`, axisOf(paths[i]!, shape), {
      least: 0,
      below: shape.length
    });
    return likeFilters(fold(key, i), each, axis);
  });
  return withTensors(params, directions);
}
