import {scalarMap, type ScalarMap} from "./backward.js";
import {inputsOf, slopeOf, type Expression} from "./expression.js";
import {reach} from "./reach.js";

/**
 * How fast everything that a root depends on changes when variables move: forward mode.
 *
 * Each expression has a tangent, the sum of its inputs' times the slopes, oldest first. One sweep answers for one
 * direction and every result, where `backward` answers for one result and every direction.
 *
 * $$\dot y = \sum_{x \text{ in } y} \frac{\partial y}{\partial x} \, \dot x$$
 *
 * @param direction - the speed of each variable; 0 for those that it leaves out.
 */
export function tangents(root: Expression, direction: ReadonlyMap<Expression, number>): ScalarMap {
  const graph = reach(root);
  const {at, places, placeOf} = graph;
  const speeds = new Float64Array(places);
  for (let place = 0; place < places; place++) {
    const expression = at[place];
    if (expression === undefined) continue;
    let speed = direction.get(expression) ?? 0;
    const inputs = inputsOf(expression);
    for (let i = 0; i < inputs.length; i++) {
      const moved = speeds[placeOf(inputs[i]!)]!;
      // what does not move contributes nothing, also where its slope is no number
      if (moved !== 0) speed += slopeOf(expression, i) * moved;
    }
    speeds[place] = speed;
  }
  return scalarMap(graph, speeds);
}
