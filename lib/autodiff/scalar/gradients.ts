import {constant, inputsOf, type Expression, type Operand} from "./expression.js";
import {add, mul, neg} from "./operations.js";
import {reach, type Reach} from "./reach.js";
import {slopeExpression} from "./slopeExpressions.js";

/**
 * The derivatives of a root with respect to some expressions, as expressions: they can be differentiated again.
 *
 * Their values are those of `backward`. It is the same sweep, with operations in place of arithmetic, along the paths
 * that lead to the expressions asked for.
 *
 * @returns one for each of `wrt`; the constant 0 where the root does not depend on it.
 */
export function gradients(root: Expression, wrt: readonly Expression[]): readonly Expression[] {
  const graph = reach(root);
  const {at, places, placeOf} = graph;
  const concerned = leadingTo(wrt, graph);
  const adjoints = new Array<Expression | undefined>(places);
  adjoints[places - 1] = constant(1);
  for (let place = places - 1; place >= 0; place--) {
    const expression = at[place];
    const adjoint = adjoints[place];
    if (expression === undefined || adjoint === undefined) continue;
    inputsOf(expression).forEach((input, i) => {
      const to = placeOf(input);
      if (concerned[to] === 0) return;
      const share = times(adjoint, slopeExpression(expression, i));
      const before = adjoints[to];
      adjoints[to] = before === undefined ? share : add(before, share);
    });
  }
  return wrt.map((expression) => {
    const place = placeOf(expression);
    return (at[place] === expression ? adjoints[place] : undefined) ?? constant(0);
  });
}

/** 1 at the places of what is, or depends on, one of some expressions. */
function leadingTo(wrt: readonly Expression[], {at, places, placeOf}: Reach): Uint8Array {
  const marks = new Uint8Array(places);
  const wanted = new Set(wrt);
  for (let place = 0; place < places; place++) {
    const expression = at[place];
    if (expression === undefined) continue;
    if (wanted.has(expression) || inputsOf(expression).some((input) => marks[placeOf(input)] === 1)) marks[place] = 1;
  }
  return marks;
}

const times = (adjoint: Expression, slope: Operand): Expression =>
  slope === 1 ? adjoint : slope === -1 ? neg(adjoint) : mul(adjoint, slope);
