import {key} from "/lib/index.js";
import {graphOf, liftMlp, mlp, mul, sub, sum} from "/lib/scalar.js";

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
    xorParameters: params.flat().reduce((total, {weights}) => total + weights.length + 1, 0),
    xorNodes: nodes.length,
    xorEdges: nodes.reduce((total, {inputs}) => total + inputs.length, 0)
  };
};

/** What the page says of them in words. */
export const claims = ({xorNodes, xorEdges, xorParameters}: ReturnType<typeof facts>) => ({
  moreEdgesThanNodes: xorEdges > xorNodes,
  fewParameters: xorParameters < 20,
  manyTimesTheParameters: xorNodes > 4 * xorParameters
});
