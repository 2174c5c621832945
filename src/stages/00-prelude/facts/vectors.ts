import {dot, lengthOf, multiply, type Vector} from "../model/linear.js";
import {moves} from "../model/moves.js";

const cosine = (a: Vector, b: Vector): number => dot(a, b) / (lengthOf(a) * lengthOf(b));

/** The small examples of the page. */
export const facts = () => {
  const [q, k, other] = [
    [1, 2, 0],
    [2, 1, 1],
    [-2, 1, 3]
  ] as const;
  const many = Array.from({length: 100}, () => 1);
  const axis = many.map((_, i) => (i === 0 ? 1 : 0));
  const [turn, stretch] = [moves["quarter turn"], moves.stretch];
  return {
    length: lengthOf([3, 4]),
    product: dot(q, k),
    otherProduct: dot(q, other),
    score: dot([0.5, -1, 2], [4, 1, 3]),
    cosine: cosine(many, axis),
    stretchAfterTurn: JSON.stringify(multiply(stretch, turn)),
    turnAfterStretch: JSON.stringify(multiply(turn, stretch)),
    multiplications: 8 * 64 * 10
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  rightAngle: f.otherProduct === 0,
  orderMatters: f.stretchAfterTurn !== f.turnAfterStretch
});
