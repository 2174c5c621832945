import {gradientsOf, scalarMlp, type LabeledPoint} from "/lib/stages/autodiff.js";
import {
  add,
  abs,
  backward,
  constant,
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
  variable,
  type Expression,
  type GraphNode,
  type MlpParams
} from "/lib/scalar.js";

const config = {dataset: "twoMoons", hidden: [8, 8]} as const;
const STEPS = 300;

/** The gradient of the stage's loss by an engine with one thing wrong in it. */
function brokenGradient(
  params: MlpParams,
  batch: readonly LabeledPoint[],
  {sets = false, slopeOf}: {readonly sets?: boolean; readonly slopeOf?: (node: GraphNode, slope: number) => number}
): MlpParams {
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
    for (const {id, slope} of node.inputs) {
      const share = (gradients[node.id] ?? 0) * (slopeOf?.(node, slope) ?? slope);
      gradients[id] = (sets ? 0 : (gradients[id] ?? 0)) + share;
    }
  const of = new Map<Expression, number>(nodes.map(({expression}, i) => [expression, gradients[i] ?? NaN]));
  return mapMlp((param) => of.get(param) ?? 0, lifted);
}

/** tanh with the slope 1 − |y| in place of 1 − y²: a square that was forgotten. */
const forgotten = ({op, value}: GraphNode, slope: number): number => (op === "tanh" ? 1 - Math.abs(value) : slope);

const zip = (f: (w: number, g: number) => number, a: MlpParams, b: MlpParams): MlpParams => {
  const others = b.flatMap((neurons) => neurons.flatMap(({weights, bias}) => [...weights, bias]));
  let next = 0;
  return mapMlp((w) => f(w, others[next++] ?? NaN), a);
};

/** Heron's method for √2 from 1: how far its values, and the slopes of the program, are from those of the root. */
function heron() {
  const a = variable(2);
  let y = constant(1);
  const rounds = [1, 2, 3, 4].map((round) => {
    y = div(add(y, div(a, y)), 2);
    return [
      [`heronValue${round}`, Math.abs(y.value - Math.SQRT2)],
      [`heronSlope${round}`, Math.abs(backward(y).get(a) - Math.SQRT1_2 / 2)]
    ] as const;
  });
  return Object.fromEntries(rounds.flat()) as Readonly<Record<string, number>>;
}

/** A network that is trained by a right engine and by two wrong ones, with plain descent: the loss held out, before and after. */
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
    ...heron(),
    steps: STEPS,
    before: gradientsAt(first, held).loss,
    right: trained((params, points) => gradientsAt(params, points).gradients),
    sets: trained((params, points) => brokenGradient(params, points, {sets: true})),
    wrong: trained((params, points) => brokenGradient(params, points, {slopeOf: forgotten}))
  };
};

/** What the page says of them in words. */
export const claims = ({
  before,
  right,
  sets,
  wrong,
  ...f
}: ReturnType<typeof facts> & Readonly<Record<string, number>>) => ({
  slopesSquareToo: [2, 3].every((k) => f[`heronSlope${k + 1}`]! < f[`heronSlope${k}`]! * f[`heronSlope${k}`]!),
  valuesAreAhead: [2, 3, 4].every((k) => f[`heronValue${k}`]! < f[`heronSlope${k}`]!),
  wrongTrains: wrong < before / 5,
  wrongIsBehind: wrong > right,
  setsHardlyMoves: sets > 0.9 * before,
  startsAtAGuess: Math.abs(before - Math.LN2) < 0.02
});
