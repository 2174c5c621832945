import type {Expression} from "./expression.js";
import {reach, type Reach} from "./reach.js";
import {slopeAt} from "./rules.js";

/** A number for every expression of a graph. It reads like a Map, and cannot be written. */
export interface ScalarMap extends Iterable<readonly [expression: Expression, number: number]> {
  /** 0 for an expression that is no part of the graph. */
  readonly get: (expression: Expression) => number;
  readonly has: (expression: Expression) => boolean;
}

/**
 * The derivative of a root with respect to everything that it depends on: reverse mode.
 *
 * The root's is 1. Every expression, youngest first, hands its own derivative times a slope to each of its inputs; when
 * its turn comes, all that use it have done so. Nothing is changed: asking twice gives the same.
 *
 * $$\bar x = \sum_{y \text{ uses } x} \bar y \, \frac{\partial y}{\partial x}$$
 *
 * @example
 * const x = variable(3);
 * const y = mul(x, x);
 * backward(y).get(x); // 6
 */
export function backward(root: Expression): ScalarMap {
  const graph = reach(root);
  const {at, places, placeOf} = graph;
  const gradients = new Float64Array(places);
  gradients[places - 1] = 1;
  for (let place = places - 1; place >= 0; place--) {
    const expression = at[place];
    if (expression === undefined) continue;
    const gradient = gradients[place]!;
    const {rule, value, first, second} = expression;
    if (first === undefined) {
      const {rest} = expression;
      if (rest !== undefined)
        for (let i = 0; i < rest.length; i++) gradients[placeOf(rest[i]!)]! += gradient * rule.slopeOfRest!(rest, i);
    } else if (second === undefined) {
      gradients[placeOf(first)]! += gradient * slopeAt(rule.slopes[0]!, value, first.value, NaN);
    } else {
      gradients[placeOf(first)]! += gradient * slopeAt(rule.slopes[0]!, value, first.value, second.value);
      gradients[placeOf(second)]! += gradient * slopeAt(rule.slopes[1]!, value, first.value, second.value);
    }
  }
  return scalarMap(graph, gradients);
}

/** The numbers at the places of a graph, as a map. */
export function scalarMap({at, placeOf}: Reach, numbers: Float64Array): ScalarMap {
  const has = (expression: Expression): boolean => at[placeOf(expression)] === expression;
  return {
    has,
    get: (expression) => (has(expression) ? numbers[placeOf(expression)]! : 0),
    *[Symbol.iterator]() {
      for (let place = at.length - 1; place >= 0; place--) {
        const expression = at[place];
        if (expression !== undefined) yield [expression, numbers[place]!] as const;
      }
    }
  };
}
