/** What must come out with the same bits in every engine: named hashes of runs, of operations and of elementary functions. */
import {
  cos,
  erf,
  exp,
  expm1,
  generate,
  hash,
  key,
  log,
  log1p,
  normal,
  pow,
  sin,
  tan,
  tanh,
  timeline,
  topP,
  uniform
} from "../../lib/index.js";
import {
  countNgrams,
  distribution,
  logProbs,
  smoothing,
  type SmoothingMethod
} from "../../lib/stages/01-markov/index.js";
import {scalarMlp} from "../../lib/stages/02-autodiff/index.js";
import {tensorMlp} from "../../lib/stages/02-autodiff/tensors.js";
import * as t from "../../lib/tensor.js";
import {bengio, recurrent} from "../../lib/stages/03-neural-lm/index.js";
import {isWordCharacter} from "../../lib/text/wordBoundaries.js";

const TEXT = "Call me Ishmael. Some years ago, never mind how long precisely, having little or no money in my purse. ";
const awkward = [
  0,
  -0,
  1,
  -1,
  0.1,
  -2.5,
  1e-40,
  -1e-40,
  1e-310,
  3e38,
  -3e38,
  88.7,
  -103.9,
  1 / 3,
  Infinity,
  -Infinity,
  NaN
];

const grid = Array.from({length: 4001}, (_, i) => (i - 2000) / 37);

const functions = {exp, expm1, log, log1p, sin, cos, tan, tanh, erf, power: (x: number) => pow(Math.abs(x), 1.7)};

/** Operations of one tensor, by name: those whose results must agree on every awkward number. */
const unary = {
  exp: t.exp,
  log: t.log,
  tanh: t.tanh,
  sigmoid: t.sigmoid,
  sqrt: t.sqrt,
  relu: t.relu,
  gelu: t.gelu,
  silu: t.silu,
  sin: t.sin,
  cos: t.cos,
  erf: t.erf,
  square: t.square,
  softmax: t.softmax,
  cumsum: (x: t.Tensor) => t.cumsum(x),
  sum: (x: t.Tensor) => t.sum(x),
  max: (x: t.Tensor) => t.max(x)
} as const;

const methods: readonly SmoothingMethod[] = [
  "add-k",
  "jelinek-mercer",
  "absolute-discounting",
  "katz",
  "kneser-ney",
  "modified-kneser-ney"
];

/** A step of training on attention, norms and products, in either kind of float. */
function block(dtype: "float32" | "float64"): string {
  const width = 16;
  const make = (seed: number, shape: readonly number[]) => t.mul(t.randomNormal(t.key(seed), shape, dtype), 0.2);
  const params = {
    qkv: make(1, [width, 3 * width]),
    out: make(2, [width, width]),
    up: make(3, [width, 4 * width]),
    down: make(4, [4 * width, width]),
    scale: t.ones([width], dtype)
  };
  const x = make(5, [2, 12, width]);
  const loss = (p: typeof params): t.Tensor => {
    const attended = t.selfAttention(t.matmul(t.rmsNorm(x, p.scale), p.qkv), {heads: 2});
    const mixed = t.add(x, t.matmul(attended, p.out));
    const fed = t.add(mixed, t.matmul(t.gelu(t.matmul(t.rmsNorm(mixed, p.scale), p.up)), p.down));
    return t.mean(t.square(fed));
  };
  let now = params;
  let state = t.adamwInit(now);
  for (let step = 0; step < 30; step++) [now, state] = t.adamw(now, t.grad(loss)(now), state, {learningRate: 0.01});
  return hash(now);
}

/** Optimizers whose step is compiled where it is first made: each operation that such a loop may have is in one of them. */
const compiled = {
  adam: t.adam({learningRate: 0.01, weightDecay: 0.1}),
  rmsprop: t.rmsprop({learningRate: 0.01, centered: true, momentum: 0.5}),
  lion: t.lion({learningRate: 0.01}),
  clipped: t.chain(t.clipByValue(0.5), t.sgd({learningRate: 0.1, momentum: 0.9, nesterov: true}))
} as const;

/** Three steps over more numbers than are stepped in parts. */
function stepped<S>(optimizer: t.GradientTransformation<S>): string {
  let params = {x: t.randomNormal(t.key(1), [40_003])};
  let state = optimizer.init(params);
  for (let step = 0; step < 3; step++)
    [params, state] = t.optimizerStep(optimizer, params, {x: t.randomNormal(t.key(2 + step), [40_003])}, state);
  return hash([params, state]);
}

/** All hashes by name. */
export function bits(): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const [name, f] of Object.entries(functions)) all[`scalar ${name}`] = hash(Float64Array.from(grid, f));
  for (const dtype of ["float32", "float64"] as const) {
    for (const [name, f] of Object.entries(unary)) all[`${name} ${dtype}`] = hash(f(t.tensor(awkward, dtype)));
    all[`matmul ${dtype}`] = hash(
      t.matmul(t.randomNormal(t.key(1), [33, 47], dtype), t.randomNormal(t.key(2), [47, 29], dtype))
    );
    all[`transformer block, 30 steps, ${dtype}`] = block(dtype);
  }
  all["uniform"] = hash(Float64Array.from({length: 1000}, (_, i) => uniform(key(7), i)));
  all["normal"] = hash(Float64Array.from({length: 1000}, (_, i) => normal(key(7), i)));
  const ids = Array.from(TEXT.repeat(3), (c) => c.charCodeAt(0) % 64);
  const model = countNgrams([{ids}], {order: 3, vocabSize: 64});
  all["counts"] = hash(model);
  for (const method of methods) {
    const predictor = smoothing({method})(model);
    all[`smoothing ${method}`] = hash(distribution(predictor, ids.slice(0, 5)) ?? 0);
  }
  const kn = smoothing({method: "kneser-ney"})(model);
  const written = generate({predict: (c) => logProbs(kn, c), prompt: [], length: 200, key: key(3), rule: topP(0.9)});
  all["generation"] = hash(Uint32Array.from(written, ({token}) => token));
  all["tensorMlp, 200 steps"] = hash(timeline(tensorMlp, {}).at(200).state);
  for (const [name, optimizer] of Object.entries(compiled))
    all[`a compiled step, ${name}`] = stepped(optimizer as t.GradientTransformation<unknown>);
  all["bengio, 30 steps"] = hash(timeline(bengio, {corpus: TEXT.repeat(8)}).at(30).state);
  all["recurrent, 10 steps"] = hash(timeline(recurrent, {corpus: TEXT.repeat(8), hidden: 32}).at(10).state);
  all["scalarMlp, 50 steps"] = hash(timeline(scalarMlp, {}).at(50).state);
  all["letters of all Unicode"] = hash(Uint8Array.from({length: 0x110000}, (_, c) => (isWordCharacter(c) ? 1 : 0)));
  return all;
}
