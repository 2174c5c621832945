import {inputsOf, type Expression} from "./expression.js";

/**
 * All that a root depends on, itself included, and a place for each in arrays of length `places`.
 *
 * Places follow birth, so inputs come before what is made of them. Not every place need be taken.
 */
export interface Reach {
  /** What stands at a place, if anything. */
  readonly at: readonly (Expression | undefined)[];
  readonly places: number;
  /** For an expression that the root depends on. */
  readonly placeOf: (expression: Expression) => number;
}

const SPARSE = 16; // births for each expression, above which a place for every birth would be waste

/**
 * What a root depends on, without recursion, in time and memory that grow with its number alone.
 *
 * Births between the root and its oldest input are mostly those of its own graph: then an expression's place is its
 * birth. They need not be (other graphs were made in between, or an input is from long ago): then it is its rank.
 */
export function reach(root: Expression): Reach {
  const births = root.birth - root.oldest + 1;
  return sparse(root, births / SPARSE) ?? dense(root, births);
}

/**
 * One sweep from the root down: all users of an expression are younger, so when its birth's turn comes it has been
 * found, or never will be.
 */
function dense(root: Expression, places: number): Reach {
  const {oldest} = root;
  const at = new Array<Expression | undefined>(places);
  at[places - 1] = root;
  for (let place = places - 1; place >= 0; place--) {
    const expression = at[place];
    if (expression === undefined) continue;
    const {first, second} = expression;
    if (first !== undefined) at[first.birth - oldest] = first;
    if (second !== undefined) at[second.birth - oldest] = second;
    if (first === undefined && expression.rest !== undefined)
      for (const input of expression.rest) at[input.birth - oldest] = input;
  }
  return {at, places, placeOf: ({birth}) => birth - oldest};
}

/** A search with a stack and a set, given up when it has found more than `most`. */
function sparse(root: Expression, most: number): Reach | undefined {
  const found = new Set([root]);
  const stack = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (const input of inputsOf(next))
      if (!found.has(input)) {
        found.add(input);
        stack.push(input);
      }
    if (found.size > most) return undefined;
  }
  const at = Array.from(found).sort((a, b) => a.birth - b.birth);
  const ranks = new Map(at.map((expression, rank) => [expression, rank]));
  return {at, places: at.length, placeOf: (expression) => ranks.get(expression)!};
}
