import {elementwiseProgram} from "../autodiff/elementwiseProgram.js";
import {tensorsAlike} from "../autodiff/tensorsAlike.js";
import {isTracked, variable, type Tracked} from "../autodiff/tracked.js";
import {withTensors} from "../autodiff/variables.js";
import {add} from "../autodiff/ops/binary.js";
import {isTensor, sizeOf, type Tensor} from "../core/tensorData.js";
import {isBranch} from "../core/tree.js";
import type {ElementwiseProgram, Register} from "../kernels/elementwiseKernel.js";
import {engine} from "../kernels/wasm.js";
import {zeros} from "../tensor/make.js";
import {computed} from "../tensor/region.js";
import {allocateFor, pointerTo, tensorAt} from "../tensor/storage.js";
import {applyUpdates} from "./applyUpdates.js";
import {chain} from "./chain.js";
import type {GradientTransformation} from "./gradientTransformation.js";
import {tensorLeaves} from "./tensorLeaves.js";

/** With fewer numbers than these, watching a step costs more than passing over them again and again. */
const WORTH_IT = 32_768;

/** The one leaf of the trees that a step is traced with, in place of each tree like the parameters. */
const LEAF = "\u0000";

/** A tree with every tree like the parameters replaced; undefined where a tensor stands outside of those. */
function standIn(state: unknown, like: object, make: (tree: object) => unknown): {readonly tree: unknown} | undefined {
  if (isTensor(state)) return undefined;
  if (!isBranch(state)) return {tree: state};
  if (resembles(like, state)) return {tree: make(state)};
  const entries = Object.entries(state).map(([key, child]) => [key, standIn(child, like, make)] as const);
  if (entries.some(([, child]) => child === undefined)) return undefined;
  const trees = entries.map(([key, child]) => [key, child!.tree] as const);
  return {tree: Array.isArray(state) ? trees.map(([, tree]) => tree) : Object.fromEntries(trees)};
}

function resembles(like: object, tree: object): boolean {
  const [own, other] = [Object.keys(like), Object.keys(tree)];
  return (
    Array.isArray(like) === Array.isArray(tree) &&
    own.length === other.length &&
    own.every((key) => {
      const [a, b]: [unknown, unknown] = [Reflect.get(like, key), Reflect.get(tree, key)];
      if (isTensor(a)) return isTensor(b);
      return isBranch(a) ? isBranch(b) && resembles(a, b) : !isBranch(b);
    })
  );
}

const isStandIn = (tree: unknown): tree is {readonly [LEAF]: Tensor} =>
  isBranch(tree) && Object.hasOwn(tree, LEAF) && isTensor(Reflect.get(tree, LEAF));

/** A tree with `fill` of the tensor of each stand-in in its place. */
function filled(tree: unknown, fill: (tensor: Tensor) => unknown): unknown {
  if (isStandIn(tree)) return fill(tree[LEAF]);
  if (!isBranch(tree)) return tree;
  if (Array.isArray(tree)) return tree.map((child) => filled(child, fill));
  return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, filled(child, fill)]));
}

interface Traced {
  readonly program: ElementwiseProgram;
  /** The register of each result: of the parameter after the step, then of the tensors of the state’s stand-ins. */
  readonly registers: readonly Register[];
  /** The state after the step, with stand-ins. */
  readonly state: unknown;
  readonly results: readonly Tensor[];
  /** The trees of the state before the step that the program reads, after gradients and parameters. */
  readonly trees: readonly object[];
}

/** What a step does to one number: the optimizer’s own code, run on a tree of one number, and watched. */
function traced<S>({update}: GradientTransformation<S>, params: object, state: S): Traced | undefined {
  const trees: object[] = [];
  const seen: Tracked[] = [];
  const one = (): Tracked => variable(zeros([1]));
  const [gradient, parameter] = [one(), one()];
  const lifted = standIn(state, params, (tree) => {
    const known = trees.indexOf(tree);
    if (known >= 0) return {[LEAF]: seen[known]!};
    trees.push(tree);
    seen.push(one());
    return {[LEAF]: seen.at(-1)!};
  });
  if (lifted === undefined) return undefined;
  const [updates, next] = update({[LEAF]: gradient}, lifted.tree as S, {[LEAF]: parameter});
  const results: Tensor[] = [add(parameter, updates[LEAF])];
  filled(next, (tensor) => results.push(tensor));
  const found = elementwiseProgram([gradient, parameter, ...seen], results);
  return found === undefined ? undefined : {...found, state: next, results, trees};
}

/** A step of an elementwise optimizer in one pass over its numbers; undefined where that cannot be. */
function fused<S, P extends object>(
  optimizer: GradientTransformation<S>,
  params: P,
  grads: P,
  state: S
): readonly [P, S] | undefined {
  const where = "optimizerStep";
  const places = tensorLeaves(where, "params", params);
  const slopes = tensorsAlike(where, ["params", params], ["grads", grads]);
  const plain = (tensor: Tensor): boolean => tensor.dtype === "float32" && !isTracked(tensor);
  const size = places.reduce((sum, {shape}) => sum + sizeOf(shape), 0);
  if (size < WORTH_IT || !places.every(plain) || !slopes.every(plain)) return undefined;
  const trace = traced(optimizer, params, state);
  if (trace === undefined) return undefined;
  const {program, registers, results, trees} = trace;
  const memories = trees.map((tree) => tensorsAlike(where, ["params", params], ["state", tree]));
  if (!memories.flat().every(plain)) return undefined;
  const run = engine().elementwise(program);
  // for each parameter, the tensors of all registers that outlive the step
  const made = places.map((parameter, i): ReadonlyMap<Register, Tensor> => {
    const numbers = sizeOf(parameter.shape);
    const inputs = [slopes[i]!, parameter, ...memories.map((list) => list[i]!)];
    const outputs = program.outputs.map(() => allocateFor("float32", numbers));
    run(numbers, inputs.map(pointerTo), outputs);
    return new Map([
      ...inputs.map((tensor, register) => [register, tensor] as const),
      ...outputs.map((at, k) => [program.outputs[k]!, tensorAt(at, parameter.shape, "float32")] as const)
    ]);
  });
  const treeOf = (result: Tensor): P => {
    const register = registers[results.indexOf(result)]!;
    return withTensors(
      params,
      made.map((tensors) => tensors.get(register)!)
    );
  };
  return [treeOf(results[0]!), filled(trace.state, treeOf) as S];
}

/**
 * What a step of an elementwise optimizer does to one number, in order: what `optimizerStep` compiles. Register 0 is the
 * gradient, 1 the parameter, the next are what is remembered of it; operation i makes register `inputs + i`. The first
 * output is the parameter after the step.
 *
 * @returns undefined where a step is not arithmetic on numbers one by one.
 */
export function stepProgram(optimizer: GradientTransformation<unknown>): ElementwiseProgram | undefined {
  const params = {x: zeros([1])};
  return computed("float32", () => {
    // after one step what is remembered are trees of their own, where at first they may all be one tree of zeros
    const [, state] = optimizer.update(params, optimizer.init(params), params);
    return traced(optimizer, params, state)?.program;
  });
}

/**
 * One step: the parameters after it, and what the optimizer remembers then. What `update` and `applyUpdates` give, to the
 * bit; an optimizer that looks at each number alone (`elementwise`) does it in one pass over memory, however many parts its
 * chain has.
 *
 * @param optimizer - of a chain, parts before the last that is not elementwise see whole trees.
 * @param params - a tree of tensors
 * @param grads - a tree like it
 * @param state - what `init` or the step before gave
 * @throws ShapeError or DtypeError, with the path, where trees differ.
 *
 * @example
 * const optimizer = sgd({learningRate: 0.1});
 * const params = {w: tensor([1, 2])};
 * const grads = {w: tensor([10, 20])};
 * const [next] = optimizerStep(optimizer, params, grads, optimizer.init(params));
 * toNested(next.w); // [0, 0]
 */
export function optimizerStep<S, P extends object>(
  optimizer: GradientTransformation<S>,
  params: P,
  grads: P,
  state: S
): readonly [params: P, state: S] {
  return computed("float32", () => {
    if (optimizer.elementwise === true) {
      const done = fused(optimizer, params, grads, state);
      if (done !== undefined) return done;
    }
    const parts = optimizer.parts ?? [];
    const first = parts.reduce((found, {elementwise}, i) => (elementwise === true ? found : i + 1), 0);
    if (optimizer.elementwise !== true && first > 0 && first < parts.length) {
      const states = state as unknown as readonly unknown[]; // a chain's, as many as parts
      const [seen, before] = chain(...parts.slice(0, first)).update(grads, states.slice(0, first), params);
      const [moved, after] = optimizerStep(chain(...parts.slice(first)), params, seen, states.slice(first));
      return [moved, [...before, ...after] as unknown as S];
    }
    const [updates, next] = optimizer.update(grads, state, params);
    return [applyUpdates(params, updates), next];
  });
}
