import {isTracked} from "../autodiff/tracked.js";
import {tensorsAlike} from "../autodiff/tensorsAlike.js";
import {withTensors} from "../autodiff/variables.js";
import {real} from "../core/check.js";
import {checkFields} from "../core/checkFields.js";
import {sizeOf, type Tensor} from "../core/tensorData.js";
import {backendOf} from "../tensor/backend.js";
import {zerosLike} from "../tensor/make.js";
import {computed} from "../tensor/region.js";
import {addDecayedWeights} from "./addDecayedWeights.js";
import {applyUpdates} from "./applyUpdates.js";
import {chain} from "./chain.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {scaleByLearningRate, type StepState} from "./scale.js";
import type {Rate} from "./schedules/schedule.js";
import {adamSettings, corrected, nextStep, scaleByAdam, type AdamOptions, type AdamState} from "./scaleByAdam.js";
import {tensorLeaves} from "./tensorLeaves.js";

/** Settings of AdamW. */
export interface AdamwOptions extends AdamOptions {
  /** What updates are multiplied by. */
  readonly learningRate: number;
  /** The part by which weights shrink at each step, times the learning rate: 0.01 unless it is named. */
  readonly weightDecay?: number;
}

/** What AdamW remembers: how many steps were done, and running means of gradients and of their squares. */
export type AdamwState<P> = AdamState<P>;

/** The state before the first step. */
export function adamwInit<P>(params: P): AdamwState<P> {
  const zeros = withTensors(params, tensorLeaves("adamwInit", "params", params).map(zerosLike));
  return {t: 0, m: zeros, v: zeros};
}

type Settings = Required<AdamwOptions>;

const FIELDS = ["learningRate", "b1", "b2", "eps", "weightDecay"];

function settingsOf(where: string, options: AdamwOptions): Settings {
  checkFields(`${where}.options`, options, FIELDS);
  const {learningRate, weightDecay = 0.01} = options;
  real(`${where}.learningRate`, learningRate, {least: 0});
  real(`${where}.weightDecay`, weightDecay, {least: 0});
  return {learningRate, weightDecay, ...adamSettings(where, options)};
}

type Update = readonly [p: Tensor, m: Tensor, v: Tensor];
type Operands = readonly [p: Tensor, m: Tensor, v: Tensor, g: Tensor];

/** One pass over the numbers of a tensor. */
function kernelUpdate(operands: Operands, t: number, o: Settings): Update {
  const [p] = operands;
  const backend = backendOf(p.dtype);
  const size = sizeOf(p.shape);
  const [p1, m1, v1] = [backend.make(size), backend.make(size), backend.make(size)];
  const [pi, mi, vi, gi] = operands.map(backend.floats) as [Buffer, Buffer, Buffer, Buffer];
  const [c1, c2] = [corrected(o.b1, t), corrected(o.b2, t)];
  backend.kernels.adamw(size, o.learningRate, o.b1, o.b2, o.eps, o.weightDecay, c1, c2, pi, mi, vi, gi, p1, m1, v1);
  return [backend.tensor(p1, p.shape), backend.tensor(m1, p.shape), backend.tensor(v1, p.shape)];
}

type Buffer = ReturnType<ReturnType<typeof backendOf>["floats"]>;

/** The state of AdamW as a chain. */
export type AdamwChainState = readonly [AdamState, null, StepState];

/**
 * AdamW in its parts: chain(scaleByAdam, addDecayedWeights, scaleByLearningRate). What `adamw` is, and what to begin with
 * where another part is wanted in between.
 */
export function adamwChain(
  options: Omit<AdamwOptions, "learningRate"> & {readonly learningRate: Rate}
): GradientTransformation<AdamwChainState> {
  checkFields("adamwChain.options", options, FIELDS);
  const {learningRate} = options;
  // a schedule is looked at by what scales by it
  const fixed = typeof learningRate === "function" ? {...options, learningRate: 0} : {...options, learningRate};
  const {learningRate: _, weightDecay, ...adam} = settingsOf("adamwChain", fixed);
  return chain(scaleByAdam(adam), addDecayedWeights(weightDecay), scaleByLearningRate(learningRate));
}

/**
 * One step of AdamW over a whole tree of parameters (Kingma & Ba 2015, algorithm 1; Loshchilov & Hutter 2019,
 * algorithm 2, with the decay scaled by the learning rate): Adam, with weights shrunk apart from the gradient.
 *
 * One pass of a kernel where `adamwChain` with `applyUpdates` makes a dozen: its means are the same bits, its parameters
 * the same but for rounding. Parameters, gradients and means are paired by their paths.
 *
 * @returns the new parameters, and the new state.
 * @throws ConfigError for settings that cannot be; ShapeError or DtypeError, with the path, for trees that differ.
 */
export function adamw<P extends object>(
  params: P,
  grads: P,
  state: AdamwState<P>,
  options: AdamwOptions
): readonly [P, AdamwState<P>] {
  const settings = settingsOf("adamw", options);
  const t = nextStep("adamw", state);
  const all = tensorLeaves("adamw", "params", params);
  const like = (name: string, tree: P): readonly Tensor[] => tensorsAlike("adamw", ["params", params], [name, tree]);
  const [ms, vs, gs] = [like("m", state.m), like("v", state.v), like("grads", grads)];
  const operands = all.map((p, i): Operands => [p, ms[i]!, vs[i]!, gs[i]!]);
  if (operands.some((each) => each.some(isTracked))) return differentiable(params, grads, state, options);
  // wherever one of them is float32, there must be a region
  return computed(all.some(({dtype}) => dtype === "float32") ? "float32" : "float64", () => {
    const updates = operands.map((each) => kernelUpdate(each, t, settings));
    const part = (which: 0 | 1 | 2): P =>
      withTensors(
        params,
        updates.map((update) => update[which])
      );
    return [part(0), {t, m: part(1), v: part(2)}] as const;
  });
}

/** The step in operations that have derivatives. */
function differentiable<P extends object>(
  params: P,
  grads: P,
  state: AdamwState<P>,
  options: AdamwOptions
): readonly [P, AdamwState<P>] {
  const [updates, [moments]] = adamwChain(options).update(grads, [state, null, {step: state.t}], params);
  return [applyUpdates(params, updates), moments as AdamwState<P>]; // trees like the gradients
}
