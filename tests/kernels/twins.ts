import {binaryOps, comparisons, type Kernels} from "../../lib/kernels/kernels.js";
import {reference} from "../../lib/kernels/reference/reference.js";
import {drawAttention, drawAttentionGrad} from "./attentionDraw.js";
import {rounded, spoilt, type Draw} from "./draw.js";
import {drawDims, drawOperand, drawView} from "./strides.js";
import {given, kept, out, outBytes, type Argument, type Twin} from "./twin.js";

/** The root of the mean square; NaN and infinities count as 0. */
function rms(x: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += Number.isFinite(x[i]) ? x[i]! * x[i]! : 0;
  return x.length === 0 ? 0 : Math.sqrt(total / x.length);
}

function largest(x: ArrayLike<number>): number {
  let top = 0;
  for (let i = 0; i < x.length; i++) if (Number.isFinite(x[i])) top = Math.max(top, Math.abs(x[i]!));
  return top;
}

const LONG = 1500;

/** y = f(x), which may be written over x. */
const unary = (twin: Partial<Twin> = {}, values?: (d: Draw, n: number) => Float64Array): Twin => ({
  draw: (d) => {
    const n = d.size(LONG);
    return [n, given((values ?? ((source, count) => source.wide(count)))(d, n)), out(n)];
  },
  over: [[[2, 1]]],
  each: true,
  ...twin
});

/** dx = dy · f′(from), which may be written over either. */
const slope = (from: (d: Draw, n: number) => Float64Array, twin: Partial<Twin> = {}): Twin => ({
  draw: (d) => {
    const n = d.size(LONG);
    return [n, given(from(d, n)), given(d.normals(n)), out(n)];
  },
  over: [[[3, 1]], [[3, 2]]],
  terms: (args) => rms(args[2]!),
  why: "the slope is a difference of terms near 1",
  ...twin
});

const moderate = (d: Draw, n: number): Float64Array => d.normals(n, d.pick([0.1, 1, 4, 40]));

/** From 0 to 1, the ends included. */
const shares = (d: Draw, n: number): Float64Array => {
  const x = d.normals(n, 3);
  for (let i = 0; i < n; i++) x[i] = d.chance(0.05) ? d.below(2) : Math.fround(1 / (1 + Math.exp(-x[i]!)));
  return x;
};

/** Sizes [outer, n, inner] of which one may be long. */
function drawAxes(d: Draw): readonly [number, number, number] {
  const short = d.chance(0.05);
  const most = short ? 3 : 12;
  const sizes = [d.size(most), d.size(most), d.chance(0.4) ? 1 : d.size(most)] as [number, number, number];
  sizes[d.below(3)] = short ? d.pick([1500, 2049, 4100, 9001]) : d.size(600);
  return sizes;
}

/** A reduction of the middle axis. */
const reduction = (twin: Partial<Twin>, values: (d: Draw, n: number) => Float64Array): Twin => ({
  draw: (d) => {
    const [outer, n, inner] = drawAxes(d);
    return [outer, n, inner, given(values(d, outer * n * inner)), out(outer * inner)];
  },
  ...twin
});

/** Rows of scores: of ordinary size or large, some of them masked, some rows masked or spoilt as a whole. */
function scores(d: Draw, rows: number, n: number): Float64Array {
  const x = d.normals(rows * n, d.pick([1, 1, 5, 30]), d.pick([0, 0, 100, -1000]));
  if (d.chance(0.3)) for (let i = 0; i < x.length; i++) if (d.chance(0.2)) x[i] = -Infinity;
  for (let row = 0; row < rows; row++) {
    if (d.chance(0.01)) x.fill(-Infinity, row * n, (row + 1) * n);
    if (n > 0 && d.chance(0.01)) x[row * n + d.below(n)] = d.pick([NaN, Infinity]);
  }
  return x;
}

const drawRows = (d: Draw): readonly [rows: number, n: number] =>
  d.chance(0.5) ? [d.size(40), d.size(LONG)] : [d.size(200), d.size(70)];

/** y = f(x) along rows. */
const rowwise = (twin: Partial<Twin>): Twin => ({
  draw: (d) => {
    const [rows, n] = drawRows(d);
    return [rows, n, given(scores(d, rows, n)), out(rows * n)];
  },
  ...twin
});

/** dx from y = f(x) and dy along rows. */
const rowwiseGrad = (
  forward: (rows: number, n: number, x: Float64Array, y: Float64Array) => void,
  twin: Partial<Twin>
): Twin => ({
  draw: (d) => {
    const [rows, n] = drawRows(d);
    const y = new Float64Array(rows * n);
    forward(rows, n, d.normals(rows * n, d.pick([1, 5, 30])), y);
    return [rows, n, given(rounded(y)), given(spoilt(d, d.normals(rows * n), [NaN])), out(rows * n)];
  },
  ...twin
});

/** Class ids of rows, some of them ignored. */
function drawTargets(d: Draw) {
  const n = Math.max(1, d.size(d.chance(0.2) ? LONG : 70));
  const rows = d.size(70);
  const ignore = d.pick([-100, -1, 0]);
  const targets = d.ids(rows, n);
  for (let i = 0; i < rows; i++) if (d.chance(0.2)) targets[i] = ignore;
  const settings = [ignore, d.pick([0, 0, 0.1, 0.25]), d.pick([0, 0, 1e-4, 0.01])] as const;
  const x = spoilt(d, d.normals(rows * n, d.pick([0.1, 1, 5, 20])));
  if (d.chance(0.15)) for (let i = 0; i < x.length; i++) if (d.chance(0.2)) x[i] = -Infinity;
  return {rows, n, targets, settings, x};
}

const drawNorm = (d: Draw) => {
  const [rows, n] = drawRows(d);
  const x = spoilt(d, d.normals(rows * n, d.pick([0.02, 1, 5]), d.pick([0, 0, 1])));
  return {rows, n, eps: d.pick([1e-5, 1e-6]), x, weight: d.normals(n, 0.5, 1), bias: d.normals(n)};
};

const drawMatmul = (d: Draw): readonly Argument[] => {
  const flags = d.below(8);
  const long = d.chance(0.1);
  const [m, n, k] = [d.size(long ? 130 : 70), d.size(long ? 600 : 70), d.size(long ? 300 : 70)];
  const batch = long ? 1 : d.pick([0, 1, 1, 2, 3, 5]);
  const strideA = d.chance(0.2) ? 0 : m * k + d.pick([0, 0, 3]);
  const strideB = d.chance(0.2) ? 0 : k * n + d.pick([0, 0, 5]);
  const a = given(spoilt(d, d.normals(strideA * Math.max(0, batch - 1) + m * k)));
  const b = given(spoilt(d, d.normals(strideB * Math.max(0, batch - 1) + k * n)));
  const c = (flags & 4) !== 0 ? kept(d.normals(batch * m * n)) : out(batch * m * n);
  return [flags, batch, m, n, k, a, strideA, b, strideB, c];
};

const sums = {absolute: true, why: "a sum can only be as near as its terms' sizes allow"} as const;

/** How each kernel is tried out. */
export const twins: Readonly<Record<keyof Kernels<number, number, number>, Twin>> = {
  exp: unary(),
  expm1: unary(),
  log: unary(),
  log1p: unary(),
  sin: unary(),
  cos: unary(),
  tanh: unary(),
  sigmoid: unary(),
  erf: unary(),
  sqrt: unary({bound: "exact"}),
  rsqrt: unary(),
  reciprocal: unary({bound: "exact"}),
  abs: unary({bound: "exact"}),
  sign: unary({bound: "exact"}),
  relu: unary({bound: "exact"}),
  geluErf: unary({terms: () => 0.1, why: "1 + erf cancels for negative x"}, moderate),
  geluTanh: unary({terms: () => 0.1, why: "1 + tanh cancels for negative x"}, moderate),
  silu: unary({terms: () => 1e-35, why: "σ(x) is subnormal below −87, so that x times it has few digits"}, moderate),
  softplus: unary(),
  affine: {
    draw: (d) => {
      const n = d.size(LONG);
      return [n, d.pick([1, -1, 0, 2, 0.1, -3.7]), d.pick([0, 1, -0.3]), given(d.wide(n)), out(n)];
    },
    over: [[[4, 3]]],
    terms: (args) => Math.abs(args[2]![0]!),
    each: true,
    why: "a·x and b may cancel"
  },
  powScalar: {
    draw: (d) => {
      const n = d.size(LONG);
      const exponent = d.pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -2, -3, 0.5, -0.5, 1.5, 2.5, 0.75, -1.25, 100]);
      return [n, exponent, given(d.wide(n)), out(n)];
    },
    over: [[[3, 2]]],
    each: true
  },
  clamp: {
    draw: (d) => {
      const n = d.size(LONG);
      const low = d.pick([-Infinity, -1, -0.5, 0]);
      return [n, low, d.pick([0, 0.5, 2, Infinity]), given(d.wide(n)), out(n)];
    },
    over: [[[4, 3]]],
    bound: "exact"
  },
  fill: {
    draw: (d) => {
      const n = d.size(LONG);
      return [n, d.wide(1)[0]!, out(n)];
    },
    bound: "exact"
  },

  tanhGrad: slope((d, n) => {
    const y = shares(d, n);
    for (let i = 0; i < n; i++) y[i] = Math.fround(2 * y[i]! - 1);
    return y;
  }),
  sigmoidGrad: slope(shares),
  reluGrad: slope((d, n) => d.wide(n), {bound: "exact"}),
  geluErfGrad: slope(moderate),
  geluTanhGrad: slope(moderate),
  siluGrad: slope(moderate),

  binary: {
    draw: (d) => {
      const n = d.size(LONG);
      const a = d.wide(n);
      const b = d.chance(0.2) ? a.slice() : d.wide(n);
      return [d.below(binaryOps.length), n, given(a), given(b), out(n)];
    },
    over: [[[4, 2]], [[4, 3]]],
    each: true
  },
  binaryBroadcast: {
    draw: (d) => {
      const dims = drawDims(d);
      const a = drawOperand(d, dims);
      const b = drawOperand(d, dims);
      const n = dims.reduce((product, extent) => product * extent, 1);
      const strides = Int32Array.from([...a.strides, ...b.strides]);
      const operands = [given(d.wide(a.length)), given(d.wide(b.length))];
      return [d.below(binaryOps.length), dims.length, given(dims), given(strides), ...operands, out(n)];
    },
    each: true
  },
  compare: {
    draw: (d) => {
      const n = d.size(LONG);
      const a = d.wide(n);
      const b = d.wide(n);
      for (let i = 0; i < n; i++) if (d.chance(0.3)) b[i] = a[i]!;
      return [d.below(comparisons.length), n, given(a), given(b), outBytes(n)];
    },
    bound: "exact"
  },
  where: {
    draw: (d) => {
      const n = d.size(LONG);
      return [n, given(d.bools(n)), given(d.wide(n)), given(d.wide(n)), out(n)];
    },
    bound: "exact"
  },

  gatherStrided: {
    draw: (d) => {
      const {dims, strides, offset, length} = drawView(d, true);
      const n = dims.reduce((product, extent) => product * extent, 1);
      return [dims.length, given(dims), given(strides), offset, given(d.wide(length)), out(n)];
    },
    bound: "exact"
  },
  placeStrided: {
    draw: (d) => {
      const {dims, strides, offset, length} = drawView(d, false);
      const n = dims.reduce((product, extent) => product * extent, 1);
      return [dims.length, given(dims), given(strides), offset, given(d.wide(n)), kept(d.wide(length))];
    },
    bound: "exact"
  },
  gatherRows: {
    draw: (d) => {
      const [rows, n, height] = [d.size(130), d.size(130), 1 + d.size(40)];
      return [rows, n, given(d.ids(rows, height)), given(d.wide(height * n)), out(rows * n)];
    },
    bound: "exact"
  },
  scatterAddRows: {
    draw: (d) => {
      const [rows, n, height] = [d.size(130), d.size(130), 1 + d.size(40)];
      return [rows, n, given(d.ids(rows, height)), given(d.normals(rows * n)), kept(d.normals(height * n))];
    },
    ...sums
  },
  takeAlong: {
    draw: (d) => {
      const [outer, m, inner] = drawAxes(d);
      const n = 1 + d.size(40);
      const x = given(d.wide(outer * n * inner));
      return [outer, n, m, inner, given(d.ids(outer * m * inner, n)), x, out(outer * m * inner)];
    },
    bound: "exact"
  },
  scatterAddAlong: {
    draw: (d) => {
      const [outer, m, inner] = drawAxes(d);
      const n = 1 + d.size(40);
      const count = outer * m * inner;
      return [outer, n, m, inner, given(d.ids(count, n)), given(d.normals(count)), kept(d.normals(outer * n * inner))];
    },
    ...sums
  },
  fromBools: {
    draw: (d) => {
      const n = d.size(LONG);
      return [n, given(d.bools(n)), out(n)];
    },
    bound: "exact"
  },

  matmul: {draw: drawMatmul, ...sums},
  linear: {
    draw: (d) => {
      const [m, n, k] = [d.size(130), d.size(100), d.size(100)];
      const x = given(spoilt(d, d.normals(m * k)));
      return [m, n, k, x, given(d.normals(k * n)), given(spoilt(d, d.normals(n))), out(m * n)];
    },
    ...sums
  },

  sum: reduction(sums, (d, n) => spoilt(d, d.normals(n, 1, d.pick([0, 1])))),
  max: reduction({bound: "exact"}, (d, n) => (d.chance(0.5) ? d.wide(n) : d.normals(n))),
  min: reduction({bound: "exact"}, (d, n) => (d.chance(0.5) ? d.wide(n) : d.normals(n))),
  cumsum: {
    draw: (d) => {
      const [outer, n, inner] = drawAxes(d);
      const x = spoilt(d, d.normals(outer * n * inner));
      return [outer, n, inner, d.below(2), given(x), out(x.length)];
    },
    ...sums
  },
  sumSquares: {
    draw: (d) => {
      const n = d.chance(0.05) ? 20_001 : d.size(LONG);
      return [n, given(spoilt(d, d.normals(n, d.pick([1, 1e-30, 1e18]))))];
    },
    bound: 1e-26,
    why: "the sum is kept in float64, where only its order may differ"
  },
  firstNonFinite: {
    draw: (d) => {
      const n = d.size(LONG);
      const x = d.chance(0.3) ? d.wide(n) : d.normals(n, 1e38 / 4);
      if (n > 0 && d.chance(0.6)) x[d.below(n)] = d.pick([NaN, Infinity, -Infinity]);
      return [n, given(x)];
    },
    bound: "exact"
  },

  softmax: rowwise({}),
  softmaxGrad: rowwiseGrad(reference.softmax, {
    terms: (args) => rms(args[2]!) * rms(args[3]!),
    why: "dy − ⟨dy, y⟩ cancels where one y is near 1"
  }),
  logSoftmax: rowwise({terms: () => 0.1, why: "the logarithm of a probability near 1 is small beside the others"}),
  logSoftmaxGrad: rowwiseGrad(reference.logSoftmax, {
    terms: (args) => rms(args[3]!),
    why: "dy and e^y · Σ dy cancel where one e^y is near 1"
  }),
  crossEntropy: {
    draw: (d) => {
      const {rows, n, targets, settings, x} = drawTargets(d);
      return [rows, n, ...settings, given(x), given(targets), out(rows), out(rows)];
    },
    terms: () => 1,
    why: "lse − x_target cancels where the target is nearly sure"
  },
  crossEntropyGrad: {
    draw: (d) => {
      const {rows, n, targets, settings, x} = drawTargets(d);
      const lse = new Float64Array(rows);
      reference.crossEntropy(rows, n, ...settings, x, targets, new Float64Array(rows), lse);
      return [
        rows,
        n,
        ...settings,
        given(x),
        given(targets),
        given(rounded(lse)),
        given(d.normals(rows)),
        out(rows * n)
      ];
    },
    terms: (args) => rms(args[8]!) / Math.sqrt(args[1]![0]!),
    why: "p − onehot cancels where the target is nearly sure"
  },

  layerNorm: {
    draw: (d) => {
      const {rows, n, eps, x, weight, bias} = drawNorm(d);
      return [rows, n, eps, given(x), given(weight), given(bias), out(rows * n), out(2 * rows)];
    },
    terms: (args) => 1 + largest(args[3]!) * largest(args[7]!.filter((_, i) => i % 2 === 1)),
    why: "x − mean cancels in rows of nearly equal numbers, and rstd makes it large"
  },
  layerNormGrad: {
    draw: (d) => {
      const {rows, n, eps, x, weight, bias} = drawNorm(d);
      const stats = new Float64Array(2 * rows);
      reference.layerNorm(rows, n, eps, x, weight, bias, new Float64Array(rows * n), stats);
      const inputs = [given(x), given(weight), given(rounded(stats)), given(d.normals(rows * n))];
      return [rows, n, ...inputs, out(rows * n), out(n), out(n)];
    },
    terms: (args, output) =>
      output === 6
        ? rms(args[5]!) * largest(args[4]!.filter((_, i) => i % 2 === 1))
        : rms(args[5]!) * Math.max(1, largest(args[2]!) * largest(args[4]!.filter((_, i) => i % 2 === 1))),
    why: "of short rows nothing is left beside the parts along 1 and x̂"
  },
  rmsNorm: {
    draw: (d) => {
      const {rows, n, eps, x, weight} = drawNorm(d);
      return [rows, n, eps, given(x), given(weight), out(rows * n), out(rows)];
    }
  },
  rmsNormGrad: {
    draw: (d) => {
      const {rows, n, eps, x, weight} = drawNorm(d);
      const stats = new Float64Array(rows);
      reference.rmsNorm(rows, n, eps, x, weight, new Float64Array(rows * n), stats);
      const inputs = [given(x), given(weight), given(rounded(stats)), given(d.normals(rows * n))];
      return [rows, n, ...inputs, out(rows * n), out(n)];
    },
    terms: (args, output) => rms(args[5]!) * (output === 6 ? largest(args[4]!) : 1),
    why: "of rows of one number nothing is left beside the part along x̂"
  },

  swiglu: {
    draw: (d) => {
      const n = d.size(LONG);
      return [n, given(moderate(d, n)), given(d.normals(n)), out(n)];
    },
    over: [[[3, 1]], [[3, 2]]],
    each: true,
    terms: () => 1e-35,
    why: "σ(gate) is subnormal below −87, so that its products have few digits"
  },
  swigluGrad: {
    draw: (d) => {
      const n = d.size(LONG);
      return [n, given(moderate(d, n)), given(d.normals(n)), given(d.normals(n)), out(n), out(n)];
    },
    terms: (args) => rms(args[2]!) * rms(args[3]!),
    why: "silu′ is a difference of terms near 1"
  },
  rope: {
    draw: (d) => {
      const [outer, seqLen, inner, half] = [d.size(5), d.size(40), d.size(5), d.size(40)];
      const angles = d.normals(seqLen * half, 3);
      const x = given(d.normals(outer * seqLen * inner * 2 * half));
      const turns = [given(rounded(angles.map(Math.cos))), given(rounded(angles.map(Math.sin)))];
      return [outer, seqLen, inner, 2 * half, d.below(4), x, ...turns, out(x.data.length)];
    },
    terms: () => 1,
    why: "a·cos and b·sin may cancel"
  },
  attention: {
    draw: drawAttention,
    terms: () => 0.3,
    why: "values of either sign cancel in their mean"
  },
  attentionGrad: {
    draw: drawAttentionGrad,
    terms: (args, output) => {
      const [, heads, kvHeads, queryLen, keyLen, dim, , , scale] = args.slice(0, 9).map((size) => size[0]!);
      const added = output === 16 ? 1 : Math.sqrt((heads! / kvHeads!) * queryLen!) / Math.max(1, keyLen!);
      return Math.max(1, scale! * Math.sqrt(dim!) * added);
    },
    why: "gradients of either sign cancel in their sum"
  },

  adamw: {
    draw: (d) => {
      const n = d.size(LONG);
      const [b1, b2, t] = [d.pick([0.9, 0.8]), d.pick([0.999, 0.95, 0.99]), 1 + d.below(1000)];
      const [lr, decay] = [d.pick([1e-3, 0.1, 3e-4]), d.pick([0, 0.1, 0.01])];
      const v = d.normals(n);
      for (let i = 0; i < n; i++) v[i] = Math.fround(v[i]! * v[i]!);
      const state = [given(d.normals(n)), given(d.normals(n, 0.1)), given(v), given(d.normals(n))];
      const corrections = [1 / (1 - b1 ** t), 1 / (1 - b2 ** t)];
      return [n, lr, b1, b2, d.pick([1e-8, 1e-6]), decay, ...corrections, ...state, out(n), out(n), out(n)];
    },
    over: [
      [
        [12, 8],
        [13, 9],
        [14, 10]
      ]
    ],
    terms: (args, output) => (output === 14 ? 0 : 0.1),
    why: "the old value and the change may cancel"
  }
};
