import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

/** A call that is right: arguments by their names, in their order. What is curried says how it is called. */
export interface Row {
  readonly args: Readonly<Record<string, unknown>>;
  readonly call?: (...args: readonly never[]) => unknown;
}

type Table = Readonly<Record<string, Row>>;

/** A right call of every function of the face, with floats of a kind. */
export function tableOf(dtype: "float32" | "float64"): Table {
  const draw = (...shape: readonly number[]): Tensor => t.randomNormal(t.key(shape.length), shape, dtype);
  const x = draw(2, 3);
  const mask = t.tensor([
    [true, false, true],
    [false, false, true]
  ]);
  const ids = t.tensor([1, 0], "int32");
  const row = (args: Row["args"]): Row => ({args});
  const through = (args: Row["args"], call: (...args: readonly never[]) => unknown): Row => ({args, call});
  const each = (names: readonly string[], args: Row["args"]): Table =>
    Object.fromEntries(names.map((name) => [name, row(args)]));
  const loss = (p: {readonly w: Tensor}): Tensor => t.sum(t.square(p.w));
  const params = {w: x};
  const adam = {learningRate: 0.1};
  const moments = t.adamwInit(params);
  const layer = t.dense({inputs: 3, outputs: 2, dtype});
  const apply = <P>(module: t.Module<P>, input: Tensor): Tensor => module.apply(module.init(t.key(1)), input);
  const step = <S>(optimizer: t.GradientTransformation<S>, updates: typeof params): unknown =>
    optimizer.update(updates, optimizer.init(params), params);
  const stepping = (make: (...args: readonly never[]) => t.GradientTransformation<unknown>, args: Row["args"]): Row =>
    through({...args, updates: params}, (...given: readonly never[]) =>
      step(make(...given.slice(0, -1)), given.at(-1)! as typeof params)
    );
  return {
    // making and reading
    ...each(["tensor"], {
      values: [
        [1, 2],
        [3, 4]
      ],
      options: {shape: [4], dtype}
    }),
    ...each(["full"], {shape: [2, 3], value: 2, dtype}),
    ...each(["zeros", "ones"], {shape: [2, 3], dtype}),
    ...each(["scalar"], {value: 2, dtype}),
    ...each(["arange", "eye"], {n: 3, dtype}),
    ...each(["randomNormal", "randomUniform"], {key: t.key(1), shape: [2], dtype}),
    ...each(["zerosLike", "onesLike", "toNested", "square", "neg", "stopGradient", "firstNonFinite"], {x}),
    randomInteger: row({key: t.key(1), shape: [2], range: {from: 1, below: 5}}),
    item: row({x: t.sum(x)}),
    show: row({tensor: x}),
    toBeCloseToTensor: through(
      {expected: x, options: {relative: 1, absolute: 1}},
      (expected: Tensor, options: object) => t.toBeCloseToTensor(x, expected, options)
    ),
    // number by number
    ...each(["exp", "expm1", "log", "log1p", "sin", "cos", "sqrt", "rsqrt", "reciprocal", "sign", "abs"], {x}),
    ...each(["tanh", "sigmoid", "relu", "softplus", "erf", "silu"], {x}),
    ...each(["add", "sub", "mul", "div", "maximum", "minimum", "pow"], {a: x, b: draw(3)}),
    ...each(["equal", "notEqual", "less", "lessEqual", "greater", "greaterEqual"], {a: x, b: draw(2, 1)}),
    affine: row({x, a: 2, b: 1}),
    clamp: row({x, low: -1, high: 1}),
    cast: row({x, dtype: "float32"}),
    where: row({mask, a: x, b: draw(3)}),
    gelu: row({x, options: {approximation: "tanh"}}),
    swiglu: row({gate: x, up: x}),
    // axes and shapes
    ...each(["sum", "max", "min", "mean", "variance", "logSumExp"], {x, options: {axes: [0], keepDims: true}}),
    ...each(["argmax", "softmax", "logSoftmax"], {x, axis: 1}),
    ...each(["tril", "triu"], {x, diagonal: 1}),
    cumsum: row({x, axis: 0, options: {reverse: true}}),
    broadcastTo: row({x, shape: [4, 2, 3]}),
    reshape: row({x, shape: [3, -1]}),
    expandDims: row({x, places: 1}),
    transpose: row({x, order: [1, 0]}),
    slice: row({x, ranges: [0, 1]}),
    flip: row({x, axis: 1}),
    concat: row({parts: [x, x], axis: 1}),
    stack: row({parts: [x, x], axis: 1}),
    split: row({x, parts: [1, 2], axis: 1}),
    pad: row({
      x,
      pads: [
        [1, 0],
        [0, 2]
      ],
      value: 0
    }),
    lowerTriangle: row({rows: 2, columns: 3, diagonal: 1}),
    // rows by number
    embedding: row({table: x, ids}),
    take: row({x, indices: ids, axis: 1}),
    takeAlongAxis: row({x, index: t.zeros([2, 1], "int32"), axis: 1}),
    scatterAdd: row({base: x, ids, updates: draw(2, 3)}),
    oneHot: row({ids, depth: 3, dtype}),
    // products and layers
    matmul: row({a: x, b: draw(2, 3), options: {transposeB: true}}),
    linear: row({x, weight: draw(3, 2), bias: draw(2)}),
    layerNorm: row({x, weight: draw(3), bias: draw(3), options: {epsilon: 1e-5}}),
    rmsNorm: row({x, weight: draw(3), options: {epsilon: 1e-5}}),
    crossEntropy: row({
      logits: x,
      targets: ids,
      options: {ignoreIndex: -1, labelSmoothing: 0.1, zLoss: 0.1, reduction: "mean"}
    }),
    attention: row({
      query: draw(1, 2, 3, 4),
      key: draw(1, 1, 3, 4),
      value: draw(1, 1, 3, 4),
      options: {causal: true, window: 2, scale: 1, prefix: 1, softcap: 3, slopes: [1, 2], mask: t.ones([3, 3], "bool")}
    }),
    attentionPattern: row({query: draw(1, 3, 2, 4), key: draw(1, 3, 1, 4), options: {causal: true, headAxis: 2}}),
    selfAttention: row({qkv: draw(1, 3, 8), options: {heads: 2, kvHeads: 1, causal: true, window: 2, scale: 1}}),
    rope: row({x: draw(2, 3, 4), angles: draw(3, 2), options: {variant: "half", axis: 1}}),
    additiveAttention: row({
      query: draw(2, 3),
      key: draw(4, 2),
      value: draw(4, 5),
      params: {query: draw(3, 6), key: draw(2, 6), score: draw(6)}
    }),
    alibiSlopes: row({heads: 3}),
    sinusoidalPositions: row({positions: [0, 1], dModel: 4, options: {base: 100, layout: "halves", dtype}}),
    ropeFrequencies: row({headDim: 4, options: {base: 100, scaling: {kind: "linear", factor: 2}}}),
    ropeAngles: row({positions: [0, 1], frequencies: {frequencies: [1, 2], attentionFactor: 1}}),
    mixtureOfExperts: row({
      x,
      params: {router: draw(3, 2), gate: draw(2, 3, 4), up: draw(2, 3, 4), down: draw(2, 4, 3)},
      options: {topK: 1, renormalize: true}
    }),
    // derivatives
    ...each(["checkGrad"], {
      f: loss,
      params: {w: t.cast(x, "float64")},
      options: {order: 1, directions: 1, full: 1, tolerance: 1, step: 0.1, seed: 1}
    }),
    grad: through({f: loss, params}, (f: typeof loss, p: typeof params) => t.grad(f)(p)),
    valueAndGrad: through({f: loss, params}, (f: typeof loss, p: typeof params) => t.valueAndGrad(f)(p)),
    vjp: through({f: t.sin, params: x, cotangent: x}, (f: typeof t.sin, p: Tensor, u: Tensor) => t.vjp(f, p).pull(u)),
    jvp: row({f: t.sin, params: x, direction: x}),
    hessianVectorProduct: row({f: loss, params, direction: params}),
    jacobian: row({f: t.sin, x: draw(2), mode: "reverse"}),
    hessian: row({f: (y: Tensor) => t.sum(t.sin(y)), x: draw(2)}),
    checkpoint: through({f: t.sin, x}, (f: typeof t.sin, y: Tensor) => t.checkpoint(f)(y)),
    trace: through({f: t.sin, x}, (f: typeof t.sin, y: Tensor) => t.trace(f)(y)),
    named: row({label: "name", x}),
    findNaN: row({f: loss, params}),
    checkFinite: through({f: loss, value: t.sum(x), params}, (f: typeof loss, value: Tensor, p: typeof params) =>
      t.checkFinite(f)(value, 1, p)
    ),
    // memory
    region: row({f: () => t.sin(x)}),
    inRegion: through({f: t.sin, x}, (f: typeof t.sin, y: Tensor) => t.inRegion(f)(y)),
    iterate: row({step: t.sin, state: x, steps: 2, from: 1}),
    peakMemory: row({f: () => t.sin(x)}),
    // modules and optimizers
    dense: through({options: {inputs: 3, outputs: 2, gain: 2, dtype}, x}, (options: t.DenseOptions, y: Tensor) =>
      apply(t.dense(options), y)
    ),
    compose: through({x}, (y: Tensor) => apply(t.compose(layer, t.parameterless(t.tanh)), y)),
    sequence: through({x}, (y: Tensor) => apply(t.sequence(layer), y)),
    followedBy: through({x}, (y: Tensor) => apply(t.followedBy(layer, t.tanh), y)),
    parameterless: through({x}, (y: Tensor) => apply(t.parameterless(t.tanh), y)),
    mlp: through({x}, (y: Tensor) => apply(t.mlp({sizes: [3, 4, 2], activation: t.tanh, dtype}), y)),
    residual: through({x}, (y: Tensor) => apply(t.residual(t.dense({inputs: 3, outputs: 3, dtype})), y)),
    layerNormalized: through({options: {width: 3, epsilon: 1, dtype}, x}, (options: t.NormalizedOptions, y: Tensor) =>
      apply(t.layerNormalized(options), y)
    ),
    rmsNormalized: through({options: {width: 3, epsilon: 1, dtype}, x}, (options: t.NormalizedOptions, y: Tensor) =>
      apply(t.rmsNormalized(options), y)
    ),
    lookup: through({options: {count: 3, width: 2, dtype}, ids}, (options: t.LookupOptions, at: Tensor) =>
      apply(t.lookup(options), at)
    ),
    dropout: row({x, options: {rate: 0.5, key: t.key(1)}}),
    varianceScaling: through({options: {scale: 1, fan: "in", distribution: "normal"}}, (options: t.VarianceScaling) =>
      t.varianceScaling(options)(t.key(1), [2, 3], dtype)
    ),
    normalOf: through({deviation: 0.1}, (deviation: number) => t.normalOf(deviation)(t.key(1), [2, 3], dtype)),
    orthogonal: through({gain: 0.1}, (gain: number) => t.orthogonal(gain)(t.key(1), [2, 3], dtype)),
    scaledByDepth: through({branches: 2}, (branches: number) =>
      t.scaledByDepth(t.lecun(), branches)(t.key(1), [2, 3], dtype)
    ),
    recurrent: through({x: draw(2, 4, 3)}, (y: Tensor) => {
      const layer = t.recurrent({cell: t.gruCell, inputs: 3, hidden: 2, dtype});
      return layer.apply(layer.init(t.key(1)), {x: y}).outputs;
    }),
    unroll: through({x: draw(2, 4, 3)}, (y: Tensor) => {
      const {init} = t.recurrent({cell: t.lstmCell, inputs: 3, hidden: 2, dtype});
      return t.unroll(t.lstmCell, init(t.key(1)), y, t.restingState(t.lstmCell, 2, 2, dtype)).outputs;
    }),
    gatesOf: through({x}, (y: Tensor) => t.gatesOf({weightInput: draw(3, 4), weightHidden: draw(2, 4)}, y)),
    adamw: row({params, grads: params, state: moments, options: {...adam, b1: 0.5, b2: 0.5, eps: 1, weightDecay: 1}}),
    adamwInit: row({params}),
    adamwChain: stepping(t.adamwChain as never, {options: {...adam, b1: 0.5, b2: 0.5, eps: 1, weightDecay: 1}}),
    scaleByAdam: stepping(t.scaleByAdam as never, {options: {b1: 0.5, b2: 0.5, eps: 1}}),
    addDecayedWeights: stepping(t.addDecayedWeights as never, {decay: 0.1}),
    momentum: stepping(t.momentum as never, {decay: 0.1, options: {nesterov: true}}),
    sgd: stepping(t.sgd as never, {options: {learningRate: 0.1, momentum: 0.5, nesterov: true, weightDecay: 0.1}}),
    adam: stepping(t.adam as never, {options: {...adam, b1: 0.5, b2: 0.5, eps: 1, weightDecay: 1}}),
    nadam: stepping(t.nadam as never, {options: {...adam, b1: 0.5, b2: 0.5, eps: 1, momentumDecay: 1, weightDecay: 1}}),
    adagrad: stepping(t.adagrad as never, {options: {...adam, initialAccumulator: 1, eps: 1, weightDecay: 1}}),
    rmsprop: stepping(t.rmsprop as never, {
      options: {...adam, decay: 0.5, eps: 1, centered: true, momentum: 0.5, weightDecay: 1}
    }),
    lion: stepping(t.lion as never, {options: {...adam, b1: 0.5, b2: 0.5, weightDecay: 1}}),
    muonOfMatrices: stepping(t.muonOfMatrices as never, {
      options: {...adam, momentum: 0.5, nesterov: true, weightDecay: 1, steps: 2, eps: 1}
    }),
    muon: stepping(t.muon as never, {options: {...adam, momentum: 0.5}, others: adam}),
    orthogonalize: stepping(t.orthogonalize as never, {options: {steps: 2, eps: 1}}),
    newtonSchulz: row({x, options: {steps: 2, eps: 1}}),
    scaleByNadam: stepping(t.scaleByNadam as never, {options: {b1: 0.5, b2: 0.5, eps: 1, momentumDecay: 1}}),
    scaleByAdagrad: stepping(t.scaleByAdagrad as never, {options: {initialAccumulator: 1, eps: 1}}),
    scaleByRms: stepping(t.scaleByRms as never, {options: {decay: 0.5, eps: 1, centered: true}}),
    scaleByLion: stepping(t.scaleByLion as never, {options: {b1: 0.5, b2: 0.5}}),
    clipByValue: stepping(t.clipByValue as never, {limit: 0.1}),
    averageWeights: stepping(t.averageWeights as never, {decay: 0.1}),
    accumulate: through({k: 2, updates: params}, (k: number, updates: typeof params) =>
      step(t.accumulate(k, t.scale(1)), updates)
    ),
    masked: through({updates: params}, (updates: typeof params) => step(t.masked("w", t.scale(1)), updates)),
    freeze: through({updates: params}, (updates: typeof params) => step(t.freeze("w"), updates)),
    partition: through({updates: params}, (updates: typeof params) =>
      step(
        t.partition(() => "a", {a: t.scale(1)}),
        updates
      )
    ),
    inject: through({updates: params}, (updates: typeof params) => step(t.inject(t.scale, 1), updates)),
    scale: stepping(t.scale as never, {factor: 0.1}),
    scaleByLearningRate: stepping(t.scaleByLearningRate as never, {rate: 0.1}),
    clipByGlobalNorm: stepping(t.clipByGlobalNorm as never, {most: 0.1}),
    chain: through({updates: params}, (updates: typeof params) => step(t.chain(t.scale(1)), updates)),
    applyUpdates: row({params, updates: params}),
    optimizerStep: through({params, grads: params}, (own: typeof params, grads: typeof params) =>
      t.optimizerStep(t.scale(-1), own, grads, null)
    ),
    globalNorm: row({tree: params}),
    storedOf: row({x})
  };
}
