import {key} from "/lib/index.js";
import {graphOf, liftMlp, mlp, mul, sub, sum} from "/lib/scalar.js";
import {num, plus, times, walkBack, walkBackAdding, type Num} from "../model/tinyEngine.js";

/** What the first engine says of x · x at 3 and of (x + y) · y at 2 and 3, set and added, and its calls for k squarings. */
function tiny() {
  const slopeOf = (walk: (root: Num) => unknown): number => {
    const x = num(3);
    walk(times(x, x));
    return x.gradient;
  };
  const calls = (k: number): number => {
    let y = num(1);
    for (let i = 0; i < k; i++) y = times(y, y);
    return walkBackAdding(y);
  };
  const [x, y] = [num(2), num(4)];
  walkBack(times(plus(x, num(3)), y));
  const twice = num(3);
  const root = times(twice, twice);
  walkBackAdding(root);
  walkBackAdding(root);
  return {
    tinyX: x.gradient,
    tinyY: y.gradient,
    tinySet: slopeOf(walkBack),
    tinyAdded: slopeOf(walkBackAdding),
    tinyTwice: twice.gradient,
    tinyCalls5: calls(5),
    tinyCalls10: calls(10),
    tinyCalls20: calls(20)
  };
}

/** The size of the network that learns exclusive or, and of the graph of one of its steps. */
export const facts = () => {
  const {apply, init} = mlp({sizes: [2, 4, 1], activation: "tanh"});
  const params = liftMlp(init(key(2)));
  const examples = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0]
  ] as const;
  const errors = examples.map(([x, y, target]) => sub(apply(params, [x, y])[0]!, target));
  const nodes = graphOf(sum(errors.map((error) => mul(error, error))));
  return {
    ...tiny(),
    xorParameters: params.flat().reduce((total, {weights}) => total + weights.length + 1, 0),
    xorNodes: nodes.length,
    xorEdges: nodes.reduce((total, {inputs}) => total + inputs.length, 0)
  };
};

/** What the page says of them in words. */
export const claims = ({xorNodes, xorEdges, xorParameters, ...tiny}: ReturnType<typeof facts>) => ({
  firstIsRight: tiny.tinyX === 4 && tiny.tinyY === 5,
  setIsHalf: tiny.tinySet === 3,
  addedIsRight: tiny.tinyAdded === 6,
  twiceIsDouble: tiny.tinyTwice === 12,
  callsDouble: tiny.tinyCalls10 === 2 ** 11 - 1 && tiny.tinyCalls20 === 2 ** 21 - 1,
  twoMillionCalls: tiny.tinyCalls20 > 2e6,
  moreEdgesThanNodes: xorEdges > xorNodes,
  fewParameters: xorParameters < 20,
  manyTimesTheParameters: xorNodes > 4 * xorParameters
});
