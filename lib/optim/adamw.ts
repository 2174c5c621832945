import {ConfigError, found} from "../core/errors.js";
import {pow} from "../core/math/pow.js";
import {sizeOf, type Tensor} from "../core/tensor.js";
import {mapTree} from "../core/tree.js";
import {affine} from "../autodiff/ops/affine.js";
import {add, div, mul, sub} from "../autodiff/ops/binary.js";
import {sqrt, square} from "../autodiff/ops/unary.js";
import {isTracked} from "../autodiff/tracked.js";
import {tensorsOf, withTensors} from "../autodiff/variables.js";
import {backendOf} from "../tensor/backend.js";
import {zerosLike} from "../tensor/make.js";
import {computed} from "../tensor/region.js";

/** Settings of AdamW, with the paper's defaults. */
export interface AdamwOptions {
  readonly learningRate: number;
  readonly b1?: number;
  readonly b2?: number;
  readonly eps?: number;
  readonly weightDecay?: number;
}

/** What AdamW remembers: how many steps were done, and running means of gradients and of their squares. */
export interface AdamwState<P> {
  readonly t: number;
  readonly m: P;
  readonly v: P;
}

/** The state before the first step. */
export function adamwInit<P>(params: P): AdamwState<P> {
  const zeros = mapTree((leaf: unknown) => zerosLike(leaf as Tensor), params) as P;
  return {t: 0, m: zeros, v: zeros};
}

type Numbers = Required<AdamwOptions> & {readonly c1: number; readonly c2: number};
type Update = readonly [p: Tensor, m: Tensor, v: Tensor];

/** One pass over the numbers of a tensor. */
function kernelUpdate(p: Tensor, m: Tensor, v: Tensor, g: Tensor, o: Numbers): Update {
  const backend = backendOf(p.dtype);
  const size = sizeOf(p.shape);
  const out = [backend.make(size), backend.make(size), backend.make(size)] as const;
  backend.kernels.adamw(
    size,
    o.learningRate,
    o.b1,
    o.b2,
    o.eps,
    o.weightDecay,
    o.c1,
    o.c2,
    backend.floats(p),
    backend.floats(m),
    backend.floats(v),
    backend.floats(g),
    ...out
  );
  const [p1, m1, v1] = out.map((buffer) => backend.tensor(buffer, p.shape)) as unknown as Update;
  return [p1, m1, v1];
}

/** The same in small operations: m ← b1·m + (1 − b1)·g; v ← b2·v + (1 − b2)·g²; p ← p·(1 − lr·decay) − lr·m̂/(√v̂ + ε). */
export function composedAdamw(p: Tensor, m: Tensor, v: Tensor, g: Tensor, o: Numbers): Update {
  const m1 = add(affine(m, o.b1, 0), affine(g, 1 - o.b1, 0));
  const v1 = add(affine(v, o.b2, 0), affine(square(g), 1 - o.b2, 0));
  const step = div(affine(m1, o.c1, 0), affine(sqrt(affine(v1, o.c2, 0)), 1, o.eps));
  return [sub(affine(p, 1 - o.learningRate * o.weightDecay, 0), mul(step, o.learningRate)), m1, v1];
}

function numbersOf(options: AdamwOptions, t: number): Numbers {
  const {learningRate, b1 = 0.9, b2 = 0.999, eps = 1e-8, weightDecay = 0.01} = options;
  for (const [name, beta] of Object.entries({b1, b2}))
    if (!(beta >= 0 && beta < 1)) throw new ConfigError("adamw", `\`${name}\` is in [0, 1)`, [found(name, beta)]);
  return {learningRate, b1, b2, eps, weightDecay, c1: 1 / (1 - pow(b1, t)), c2: 1 / (1 - pow(b2, t))};
}

/**
 * One step of AdamW over a whole tree of parameters (Kingma & Ba 2015, algorithm 1; Loshchilov & Hutter 2019,
 * algorithm 2, with the decay scaled by the learning rate): Adam, with weights shrunk apart from the gradient.
 *
 * @returns the new parameters, and the new state.
 * @throws ConfigError for a decay rate of a mean that is not in [0, 1).
 */
export function adamw<P>(
  params: P,
  grads: P,
  state: AdamwState<P>,
  options: AdamwOptions
): readonly [P, AdamwState<P>] {
  const t = state.t + 1;
  const numbers = numbersOf(options, t);
  const all = tensorsOf(params);
  return computed(all[0]?.dtype ?? "float64", () => {
    const [ms, vs, gs] = [tensorsOf(state.m), tensorsOf(state.v), tensorsOf(grads)] as const;
    const updates = all.map((p, i) => {
      const operands = [p, ms[i]!, vs[i]!, gs[i]!] as const;
      return (operands.some(isTracked) ? composedAdamw : kernelUpdate)(...operands, numbers);
    });
    const part = (which: 0 | 1 | 2): P =>
      withTensors(
        params,
        updates.map((update) => update[which])
      );
    return [part(0), {t, m: part(1), v: part(2)}] as const;
  });
}
