import {gradientsOf, scalarMlp, type LabeledPoint} from "/lib/stages/autodiff.js";
import {
  add,
  abs,
  div,
  exp,
  graphOf,
  liftMlp,
  log,
  mapMlp,
  max,
  mlp,
  mul,
  neg,
  sum,
  type Expression,
  type MlpParams
} from "/lib/scalar.js";

const config = {dataset: "twoMoons", hidden: [8, 8]} as const;
const STEPS = 300;

/** The gradient of the stage's loss by an engine that sets where it should add. */
function brokenGradient(params: MlpParams, batch: readonly LabeledPoint[]): MlpParams {
  const {apply} = mlp({sizes: [2, 8, 8, 1], activation: "tanh"});
  const lifted = liftMlp(params);
  const losses = batch.map(({x, label}) => {
    const margin = mul(apply(lifted, x)[0] ?? 0, label);
    return add(max(neg(margin), 0), log(add(1, exp(neg(abs(margin))))));
  });
  const nodes = graphOf(div(sum(losses), losses.length));
  const gradients = new Float64Array(nodes.length);
  gradients[nodes.length - 1] = 1;
  for (const node of [...nodes].reverse())
    for (const {id, slope} of node.inputs) gradients[id] = (gradients[node.id] ?? 0) * slope;
  const of = new Map<Expression, number>(nodes.map(({expression}, i) => [expression, gradients[i] ?? NaN]));
  return mapMlp((param) => of.get(param) ?? 0, lifted);
}

const zip = (f: (w: number, g: number) => number, a: MlpParams, b: MlpParams): MlpParams => {
  const others = b.flatMap((neurons) => neurons.flatMap(({weights, bias}) => [...weights, bias]));
  let next = 0;
  return mapMlp((w) => f(w, others[next++] ?? NaN), a);
};

/** A network that is trained by a right engine and by a wrong one, with plain descent: the loss held out, before and after. */
export const facts = () => {
  const {held, data, model} = scalarMlp(config);
  const gradientsAt = gradientsOf(config);
  const first = model().params;
  const trained = (gradient: (params: MlpParams, points: readonly LabeledPoint[]) => MlpParams): number => {
    let params = first;
    for (let i = 0; i < STEPS; i++) params = zip((w, g) => w - 0.2 * g, params, gradient(params, data(i)));
    return gradientsAt(params, held).loss;
  };
  return {
    steps: STEPS,
    before: gradientsAt(first, held).loss,
    right: trained((params, points) => gradientsAt(params, points).gradients),
    wrong: trained(brokenGradient)
  };
};
