import {key} from "../lib/core/random/key.js";
import {uniform} from "../lib/core/random/uniform.js";
import {backward} from "../lib/autodiff/scalar/backward.js";
import {constant, variable, type Expression} from "../lib/autodiff/scalar/expression.js";
import {add, exp, log, mul, sub, tanh} from "../lib/autodiff/scalar/operations.js";
import {dot, sum} from "../lib/autodiff/scalar/sums.js";
import type {Tensor} from "../lib/core/tensorData.js";
import {
  crossEntropy,
  embedding as gather,
  grad,
  inRegion,
  linear,
  mapTree,
  mul as times,
  reshape,
  sub as minus,
  tanh as bend,
  tensor
} from "../lib/tensor.js";
import * as closures from "./peers/closureGraph.js";
import type {Measure} from "./suite.js";

const NODES = 100_000;

interface Engine<E> {
  readonly leaf: (value: number) => E;
  readonly add: (x: E, y: E) => E;
  readonly mul: (x: E, y: E) => E;
  readonly tanh: (x: E) => E;
}

/** A deep graph of additions, products and a few tanh over 100 leaves that all of it shares. */
function build<E>({leaf, add: plus, mul: by, tanh: bend}: Engine<E>): readonly [root: E, leaves: readonly E[]] {
  const leaves = Array.from({length: 100}, (_, i) => leaf(Math.sin(i)));
  let root = leaf(0.5);
  let nodes = 101;
  while (nodes < NODES) {
    for (let j = 0; j < 8 && nodes < NODES; j++, nodes += 2)
      root = plus(by(root, leaves[(nodes * 7) % 100]!), leaves[(nodes * 13) % 100]!);
    root = bend(root);
    nodes++;
  }
  return [root, leaves];
}

// a character model after Bengio et al., A Neural Probabilistic Language Model, 2003, in small, with two hidden layers
const VOCABULARY = 31;
const EMBEDDING = 16;
const HIDDEN = 32;
const CONTEXT = 4;
const INPUTS = CONTEXT * EMBEDDING;

const matrix = (seed: number, rows: number, columns: number): readonly (readonly number[])[] =>
  Array.from({length: rows}, (_, i) =>
    Array.from({length: columns}, (__, j) => (2 * uniform(key(seed), i * columns + j) - 1) / Math.sqrt(columns))
  );
const embedding = matrix(1, VOCABULARY, EMBEDDING);
const hidden = matrix(2, HIDDEN, INPUTS + 1); // the last column is the bias
const deeper = matrix(3, HIDDEN, HIDDEN + 1);
const output = matrix(4, VOCABULARY, HIDDEN + 1);
const model = [embedding, hidden, deeper, output];
const context = [3, 14, 15, 9];
const target = 26;
const RATE = 0.01;

const lift = <E>(leaf: (value: number) => E, rows: readonly (readonly number[])[]) => rows.map((row) => row.map(leaf));

/** Examples of a batch: the first is the context above. */
const examplesOf = (count: number): readonly (readonly number[])[] =>
  Array.from({length: count}, (_, k) => context.map((id, i) => (id + 7 * k * (i + 1)) % VOCABULARY));

/** A step by our engine on a batch: the new parameters, with a dot product as one expression. */
function batchStep(examples: readonly (readonly number[])[]): readonly (readonly (readonly number[])[])[] {
  const params = model.map((rows) => lift(variable, rows));
  const [table, first, second, last] = params as readonly Expression[][][];
  const one = constant(1);
  const losses = examples.map((ids) => {
    const inputs = [...ids.flatMap((id) => table![id]!), one];
    const units = [...first!.map((weights) => tanh(dot(weights, inputs))), one];
    const features = [...second!.map((weights) => tanh(dot(weights, units))), one];
    const logits = last!.map((weights) => dot(weights, features));
    const top = Math.max(...logits.map(({value}) => value));
    return sub(log(sum(logits.map((logit) => exp(sub(logit, top))))), sub(logits[target]!, top));
  });
  const loss = losses.length === 1 ? losses[0]! : mul(sum(losses), 1 / losses.length);
  const gradients = backward(loss);
  return params.map((rows) => rows.map((row) => row.map((param) => param.value - RATE * gradients.get(param))));
}

const ourStep = (): readonly (readonly (readonly number[])[])[] => batchStep([context]);

/** The same with operations on two numbers alone, as the peer has them. */
function ourBinaryStep(): readonly (readonly (readonly number[])[])[] {
  const params = model.map((rows) => lift(variable, rows));
  const loss = binaryLoss<Expression>({leaf: constant, add, mul, tanh, exp, log}, ({value}) => value, params);
  const gradients = backward(loss);
  return params.map((rows) => rows.map((row) => row.map((param) => param.value - RATE * gradients.get(param))));
}

function closureStep(): readonly (readonly (readonly number[])[])[] {
  const params = model.map((rows) => lift(closures.leaf, rows));
  closures.backward(binaryLoss<closures.ClosureNode>(closures, ({data}) => data, params));
  return params.map((rows) => rows.map((row) => row.map(({data, grad}) => data - RATE * grad)));
}

interface Elementary<E> extends Engine<E> {
  readonly exp: (x: E) => E;
  readonly log: (x: E) => E;
}

function binaryLoss<E>(o: Elementary<E>, valueOf: (x: E) => number, [table, first, second, last]: readonly E[][][]): E {
  const weighted = (weights: readonly E[], xs: readonly E[]): E =>
    xs.reduce((total, x, i) => o.add(total, o.mul(weights[i]!, x)), weights[xs.length]!);
  const inputs = context.flatMap((id) => table![id]!);
  const units = first!.map((weights) => o.tanh(weighted(weights, inputs)));
  const features = second!.map((weights) => o.tanh(weighted(weights, units)));
  const logits = last!.map((weights) => weighted(weights, features));
  const shift = o.leaf(-Math.max(...logits.map(valueOf)));
  const shifted = logits.map((logit) => o.add(logit, shift));
  const total = shifted.map(o.exp).reduce(o.add);
  return o.add(o.log(total), o.mul(shifted[target]!, o.leaf(-1)));
}

/** Kept, as a collection that finds no object of a kind takes what the engine knows of it, and the code made with that. */
export const alive = [mul(variable(0.5), 0.25), closures.mul(closures.leaf(0.5), closures.leaf(0.25))] as const;

/** A call that, the first time, is made so often that it is compiled: training calls a step thousands of times. */
function warmed<T>(times: number, call: () => T): () => T {
  let left = times;
  return () => {
    for (; left > 0; left--) call();
    return call();
  };
}

const PEER = "closure per node";
const ours: Engine<Expression> = {leaf: variable, add, mul, tanh};

/** The same step by tensors: the product of a matrix and a vector in place of a thousand numbers with a past. */
function tensorStep(examples: readonly (readonly number[])[]): () => unknown {
  const [table, ...layers] = model.map((rows) => tensor(rows.map((row) => [...row]))) as [Tensor, ...Tensor[]];
  const params = {
    table,
    layers: layers.map((rows) => {
      const [outputs, inputs] = [rows.shape[0]!, rows.shape[1]! - 1];
      const all = Array.from(rows.data);
      const at = (i: number, j: number): number => all[i * (inputs + 1) + j]!;
      return {
        weight: tensor(Array.from({length: inputs}, (_, j) => Array.from({length: outputs}, (__, i) => at(i, j)))),
        bias: tensor(Array.from({length: outputs}, (_, i) => at(i, inputs)))
      };
    })
  };
  const count = examples.length;
  const ids = tensor(Int32Array.from(examples.flat()), {shape: [count, CONTEXT]});
  const next = tensor(Int32Array.from({length: count}, () => target));
  const step = inRegion((p: typeof params) => {
    const slopes = grad(({table: vectors, layers: [first, second, last]}: typeof params) => {
      const x = reshape(gather(vectors, ids), [count, INPUTS]);
      const units = bend(linear(x, first!.weight, first!.bias));
      const features = bend(linear(units, second!.weight, second!.bias));
      return crossEntropy(linear(features, last!.weight, last!.bias), next);
    })(p);
    return mapTree((x: Tensor, slope: Tensor) => minus(x, times(slope, RATE)), p, slopes);
  });
  return () => step(params);
}

/** What it costs to compute with numbers that know where they come from, beside the classic way of doing so. */
export const measures: readonly Measure[] = [
  {
    suite: "scalar",
    workload: "100,000 nodes forward and backward",
    unit: "one pass",
    ours: warmed(20, () => {
      const [root, leaves] = build(ours);
      const gradients = backward(root);
      return leaves.reduce((total, x) => total + gradients.get(x), 0);
    }),
    peer: PEER,
    theirs: warmed(20, () => {
      const [root, leaves] = build(closures);
      closures.backward(root);
      return leaves.reduce((total, {grad}) => total + grad, 0);
    })
  },
  {
    suite: "scalar",
    workload: "character MLP, 4,655 parameters",
    unit: "one step",
    ours: warmed(200, ourStep),
    peer: PEER,
    theirs: warmed(200, closureStep)
  },
  {
    suite: "scalar",
    workload: "the same without dot and sum",
    unit: "one step",
    ours: warmed(200, ourBinaryStep),
    peer: PEER,
    theirs: warmed(200, closureStep)
  },
  ...[1, 32].map((count) => ({
    suite: "scalar",
    workload: `character MLP, 4,655 parameters, as tensors, batch ${count}`,
    unit: "one step",
    ours: tensorStep(examplesOf(count)),
    peer: "our scalar engine",
    theirs: warmed(count === 1 ? 200 : 20, () => batchStep(examplesOf(count)))
  }))
];
