import {add, mul} from "../autodiff/ops/binary.js";
import {whole} from "../core/check.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {mapTensors} from "./mapTensors.js";
import {zerosOf} from "./moments.js";

/** What accumulation remembers: how many gradients it holds, their sum, and the state of what they are for. */
export interface AccumulateState<S> {
  readonly held: number;
  readonly sum: object;
  readonly inner: S;
}

/**
 * Collects the gradients of k steps and gives their mean to another transformation; in the steps between, updates are 0.
 * So k small batches do what one large one does, in the memory of a small one.
 *
 * @throws ConfigError unless k is a whole number from 1 up.
 */
export function accumulate<S>(k: number, inner: GradientTransformation<S>): GradientTransformation<AccumulateState<S>> {
  const where = "accumulate";
  whole(`${where}.k`, k, {least: 1});
  const nothing = <P extends object>(tree: P): P => zerosOf(where, ["tree", tree]);
  return {
    init: (params) => ({held: 0, sum: nothing(params), inner: inner.init(params)}),
    update: (updates, state, params) => {
      const sum = mapTensors(where, (u, s) => add(s, u), ["updates", updates], ["sum", state.sum]);
      const held = state.held + 1;
      if (held < k) return [nothing(updates), {...state, held, sum}];
      const mean = mapTensors(where, (s) => mul(s, 1 / k), ["sum", sum]);
      const [changed, next] = inner.update(mean, state.inner, params);
      return [changed, {held: 0, sum: nothing(updates), inner: next}];
    }
  };
}
