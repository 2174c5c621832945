import {gradientsOf, pointsOf, scalarMlp} from "/lib/stages/autodiff.js";
import {mapMlp, type MlpParams} from "/lib/scalar.js";

const config = {dataset: "twoMoons", hidden: [8, 8]} as const;

const flat = (params: MlpParams): readonly number[] =>
  params.flatMap((neurons) => neurons.flatMap(({weights, bias}) => [...weights, bias]));

/** Parameters of the same structure, from a list. */
const shaped = (like: MlpParams, list: readonly number[]): MlpParams => {
  let next = 0;
  return mapMlp(() => list[next++] ?? NaN, like);
};

const put = (list: readonly number[], i: number, value: number) => list.map((x, j) => (j === i ? value : x));

/** What the stage comes to: a network that learns, and its gradient in two ways. */
export const facts = () => {
  const {train} = pointsOf(config);
  const gradientsAt = gradientsOf(config);
  const {data, model, step, metrics} = scalarMlp(config);
  const first = model();
  const steps = 300;
  let state = first;
  for (let i = 0; i < steps; i++) state = step(state, data(i));
  const exact = flat(gradientsAt(first.params, train).gradients);
  const at = flat(first.params);
  const h = 6e-6;
  const loss = (list: readonly number[]): number => gradientsAt(shaped(first.params, list), train).loss;
  const differences = at.map((w, i) => {
    const [up, down] = [w + h, w - h];
    return (loss(put(at, i, up)) - loss(put(at, i, down))) / (up - down);
  });
  const worst = Math.max(...exact.map((g, i) => Math.abs(g - (differences[i] ?? NaN))));
  const [before, after] = [metrics(first, train), metrics(state, train)];
  return {
    parameters: at.length,
    evaluations: 2 * at.length,
    worst,
    steps,
    lossBefore: before.validationLoss,
    lossAfter: after.validationLoss,
    accuracyBefore: before.validationAccuracy,
    accuracyAfter: after.validationAccuracy
  };
};

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  agree: f.worst < 1e-10,
  lossFalls: f.lossAfter < f.lossBefore / 50,
  startsAtAGuess: Math.abs(f.lossBefore - Math.LN2) < 0.02,
  endsAllRight: f.accuracyAfter === 1,
  startsBelowHalf: f.accuracyBefore < 0.5
});
