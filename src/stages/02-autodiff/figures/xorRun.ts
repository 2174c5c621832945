import {fold, key, run, ticks, type Frame, type Stage} from "/lib/index.js";
import {lastValueFrom, takeWhile, tap} from "/lib/rxjs.js";
import {backward, liftMlp, mapMlp, mlp, mul, sub, sum, type MlpParams} from "/lib/scalar.js";
import type {Work} from "../../../components/figure/figure.js";

interface XorConfig {
  readonly hidden: number;
  readonly rate: number;
  readonly seed: number;
}

interface XorMetrics {
  /** Sum of squared errors over the four inputs. */
  readonly loss: number;
  readonly outputs: readonly number[];
  /** Length of the gradient. */
  readonly norm: number;
}

export type XorFrame = Frame<MlpParams, XorMetrics>;

export const INPUTS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1]
] as const;
export const TARGETS = [0, 1, 1, 0] as const;

function lossOf({hidden}: XorConfig, params: MlpParams) {
  const lifted = liftMlp(params);
  const {apply} = mlp({sizes: [2, hidden, 1], activation: "tanh"});
  const outputs = INPUTS.map((x) => apply(lifted, x)[0]!);
  const loss = sum(outputs.map((y, i) => sub(y, TARGETS[i]!)).map((error) => mul(error, error)));
  return {lifted, outputs, loss};
}

/** Exclusive or, learnt by a network of scalars: gradient descent on all four inputs at once. */
const xor: Stage<XorConfig, undefined, MlpParams, XorMetrics> = (config) => ({
  data: () => undefined,
  model: () => mlp({sizes: [2, config.hidden, 1], activation: "tanh"}).init(fold(key(2), config.seed)),
  step: (params) => {
    const {lifted, loss} = lossOf(config, params);
    const gradients = backward(loss);
    return mapMlp((param) => param.value - config.rate * gradients.get(param), lifted);
  },
  metrics: (params) => {
    const {lifted, loss, outputs} = lossOf(config, params);
    const gradients = backward(loss);
    const squares = lifted
      .flat()
      .flatMap(({weights, bias}) => [...weights, bias].map((param) => gradients.get(param) ** 2));
    return {
      loss: loss.value,
      outputs: outputs.map(({value}) => value),
      norm: Math.sqrt(squares.reduce((a, b) => a + b))
    };
  }
});

/** All frames of a run, computed in slices, so that the page stays alive. */
export async function frames(config: XorConfig, steps: number, {signal, progress}: Work): Promise<readonly XorFrame[]> {
  const all: XorFrame[] = [];
  await lastValueFrom(
    ticks({budget: 8}).pipe(
      run(xor, config),
      takeWhile(({step}) => step < steps, true),
      tap((frame) => {
        signal.throwIfAborted();
        all.push(frame);
        if (frame.step % 50 === 0) progress({step: frame.step, of: steps});
      })
    )
  );
  return all;
}
