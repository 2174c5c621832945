import {attention, attentionGrad} from "./attentionPlans.js";
import type {SlopeKernels, UnaryKernels} from "./kernels.js";
import {
  FLOAT,
  PACKED,
  WORTH_PRODUCT,
  type Arguments,
  type Memory,
  type Parts,
  type Plan,
  type WasmKernel
} from "./plan.js";
import {edge} from "./sharedJob.js";

/**
 * How kernels are cut into units of work, any run of which may be done by any thread: no number is made by two, and no
 * sum is cut, so that the bits are those of one thread. The same code in the thread that calls and in those that help.
 *
 * Kernels that walk strides are never cut: the walk lies in memory that all threads share.
 */

const LINE = 16; // floats of a cache line, which two threads had better not share
const PANEL = 8; // columns of a packed panel
const TILE = 4; // rows of a tile
const TILES = 12; // whole tiles of four rows, and of the six that products have where they are fused
const BLOCK = 16; // rows of a block
const WORTH_NUMBERS = 8192;
const WORTH_SIMPLE = 65_536; // where memory is what is waited for

const upTo = (unit: number, to: number, most: number): number => Math.min(unit * to, most);

/** Rows of a unit of a product of m rows: not so many that there would be few units. */
const rowsOf = (m: number): number => (m < 8 * TILES ? TILE : TILES);

type Product = Arguments<"matmul">;

/** Matrices that follow each other, times one, are rows of a larger one. */
const folded = ([flags, batch, m, n, k, a, strideA, b, strideB, c]: Product): Product =>
  strideB === 0 && strideA === m * k && (flags & 1) === 0 && batch > 1
    ? [flags, 1, batch * m, n, k, a, strideA, b, strideB, c]
    : [flags, batch, m, n, k, a, strideA, b, strideB, c];

const matmul: Plan<Product> = {
  units: (args) => {
    const [flags, batch, m, n] = folded(args);
    if (batch !== 1) return batch;
    return (flags & 1) !== 0 && n > m ? Math.ceil(n / PANEL) : Math.ceil(m / rowsOf(m));
  },
  pays: ([, batch, m, n, k]) => batch * m * n * k >= WORTH_PRODUCT,
  scratch: () => PACKED,
  run: ({matmul, matmulPart}, args, from, to) => {
    const [flags, batch, m, n, k, a, strideA, b, strideB, c] = folded(args);
    if (batch > 1) {
      const [atA, atB, atC] = [from * strideA, from * strideB, from * m * n];
      matmul(flags, to - from, m, n, k, a + FLOAT * atA, strideA, b + FLOAT * atB, strideB, c + FLOAT * atC);
      return;
    }
    const [flippedA, flippedB] = [(flags & 1) !== 0, (flags & 2) !== 0];
    const [lda, ldb] = [flippedA ? m : k, flippedB ? k : n];
    if (flippedA && n > m) {
      const [first, end] = [from * PANEL, upTo(PANEL, to, n)];
      matmulPart(flags, m, end - first, k, a, lda, b + FLOAT * first * (flippedB ? k : 1), ldb, c + FLOAT * first, n);
      return;
    }
    const unit = rowsOf(m);
    const [first, end] = [from * unit, upTo(unit, to, m)];
    matmulPart(flags, end - first, n, k, a + FLOAT * first * (flippedA ? 1 : k), lda, b, ldb, c + FLOAT * first * n, n);
  }
};

const linear: Plan<Arguments<"linear">> = {
  units: ([m]) => Math.ceil(m / rowsOf(m)),
  pays: ([m, n, k]) => m * n * k >= WORTH_PRODUCT,
  scratch: () => PACKED,
  run: ({linear}, [m, n, k, x, weight, bias, y], from, to) => {
    const unit = rowsOf(m);
    const [first, end] = [from * unit, upTo(unit, to, m)];
    linear(end - first, n, k, x + FLOAT * first * k, weight, bias, y + FLOAT * first * n);
  }
};

const lines = (n: number): number => Math.ceil(n / LINE);

/** A kernel of n numbers one by one: what it is told is n, then constants, then addresses of floats. */
const numberwise = <Name extends keyof WasmKernel>(
  name: Name,
  constants: number,
  worth = WORTH_NUMBERS
): Plan<Arguments<Name>> => ({
  units: (args) => lines((args as readonly number[])[0]!),
  pays: (args) => (args as readonly number[])[0]! >= worth,
  run: (kernels, args, from, to) => {
    const [n, ...others] = args as readonly [number, ...number[]];
    const first = from * LINE;
    const moved = others.map((x, i) => (i < constants ? x : x + FLOAT * first));
    (kernels[name] as (...numbers: readonly number[]) => unknown)(upTo(LINE, to, n) - first, ...moved);
  }
});

const binary: Plan<Arguments<"binary">> = {
  units: ([, n]) => lines(n),
  pays: ([, n]) => n >= WORTH_SIMPLE,
  run: ({binary}, [op, n, a, b, y], from, to) => {
    const first = from * LINE;
    const at = FLOAT * first;
    binary(op, upTo(LINE, to, n) - first, a + at, b + at, y + at);
  }
};

/** A kernel of rows: `moves` says how many bytes from row to row each of its arguments goes, 0 for what stays. */
const rowwise = <Name extends keyof WasmKernel>(
  name: Name,
  moves: (n: number) => readonly number[]
): Plan<Arguments<Name>> => ({
  units: (args) => Math.ceil((args as readonly number[])[0]! / TILE),
  pays: (args) => (args as readonly number[])[0]! * (args as readonly number[])[1]! >= WORTH_NUMBERS,
  run: (kernels, args, from, to) => {
    const [rows, n, ...others] = args as readonly [number, number, ...number[]];
    const first = from * TILE;
    const by = moves(FLOAT * n);
    const moved = others.map((x, i) => x + first * by[i]!);
    (kernels[name] as (...numbers: readonly number[]) => unknown)(upTo(TILE, to, rows) - first, n, ...moved);
  }
});

/** dx by blocks of rows, then dweight and dbias by panels of columns: in one job, since neither needs the other. */
const normGrad = <Name extends "layerNormGrad" | "rmsNormGrad">(name: Name, stats: number): Plan<Arguments<Name>> => ({
  units: ([rows, n]) => Math.ceil(rows / BLOCK) + Math.ceil(n / PANEL),
  pays: ([rows, n]) => rows * n >= WORTH_NUMBERS,
  run: (kernels, args, from, to) => {
    const [rows, n, x, weight, at, dy, dx, ...sums] = args as readonly number[] as readonly [
      ...[rows: number, n: number, x: number, weight: number, stats: number, dy: number, dx: number],
      ...number[]
    ];
    const blocks = Math.ceil(rows / BLOCK);
    if (from < blocks) {
      const [first, end] = [from * BLOCK, upTo(BLOCK, to, rows)];
      const by = FLOAT * first * n;
      kernels[`${name}Rows`](end - first, n, x + by, weight, at + FLOAT * stats * first, dy + by, dx + by);
    }
    if (to > blocks) {
      const [first, end] = [Math.max(0, from - blocks) * PANEL, upTo(PANEL, to - blocks, n)];
      const by = FLOAT * first;
      const columns = kernels[`${name}Columns`] as (...numbers: readonly number[]) => void;
      columns(rows, n, end - first, x + by, at, dy + by, ...sums.map((sum) => sum + by));
    }
  }
});

/** The axis that is summed is never cut: the others are, columns where there is but one block of them. */
const sum: Plan<Arguments<"sum">> = {
  units: ([outer, , inner]) => (outer > 1 ? outer : Math.ceil(inner / LINE)),
  pays: ([outer, n, inner]) => outer * n * inner >= WORTH_NUMBERS,
  run: ({sum, sumColumns}, [outer, n, inner, x, y], from, to) => {
    if (outer > 1 || inner === 1)
      return sum(to - from, n, inner, x + FLOAT * from * n * inner, y + FLOAT * from * inner);
    const first = from * LINE;
    sumColumns(n, inner, upTo(LINE, to, inner) - first, x + FLOAT * first, y + FLOAT * first);
  }
};

const slow = "exp expm1 log log1p sin cos tanh sigmoid erf geluErf geluTanh silu softplus".split(" ");
const simple = "sqrt rsqrt reciprocal abs sign relu".split(" ");
const slopes = "tanhGrad sigmoidGrad reluGrad geluErfGrad geluTanhGrad siluGrad".split(" ");
const unary = Object.fromEntries(
  [...slow, ...slopes, ...simple].map((name) => [
    name,
    numberwise(
      name as keyof (UnaryKernels<number> & SlopeKernels<number>),
      0,
      simple.includes(name) ? WORTH_SIMPLE : WORTH_NUMBERS
    )
  ])
);

type Plans = {readonly [Name in keyof WasmKernel]?: Plan<Arguments<Name>>};
const all: Plans = {
  ...{matmul, linear, attention, attentionGrad, binary, sum},
  ...unary,
  affine: numberwise("affine", 2, WORTH_SIMPLE),
  clamp: numberwise("clamp", 2, WORTH_SIMPLE),
  powScalar: numberwise("powScalar", 1),
  swiglu: numberwise("swiglu", 0),
  swigluGrad: numberwise("swigluGrad", 0),
  adamw: numberwise("adamw", 7),
  softmax: rowwise("softmax", (row) => [row, row]),
  softmaxGrad: rowwise("softmaxGrad", (row) => [row, row, row]),
  logSoftmax: rowwise("logSoftmax", (row) => [row, row]),
  logSoftmaxGrad: rowwise("logSoftmaxGrad", (row) => [row, row, row]),
  crossEntropy: rowwise("crossEntropy", (row) => [0, 0, 0, row, 4, 4, 4]),
  crossEntropyGrad: rowwise("crossEntropyGrad", (row) => [0, 0, 0, row, 4, 4, 4, row]),
  layerNorm: rowwise("layerNorm", (row) => [0, row, 0, 0, row, 8]),
  rmsNorm: rowwise("rmsNorm", (row) => [0, row, 0, row, 4]),
  layerNormGrad: normGrad("layerNormGrad", 2),
  rmsNormGrad: normGrad("rmsNormGrad", 1)
};

/** A plan whose kernel nobody knows any more: arguments are numbers, on both sides of the line. */
type AnyPlan = Plan<readonly number[]>;

/** The kernels that are cut, in one order in all threads: a job names its kernel by its place. */
export const planned: readonly (readonly [name: keyof WasmKernel, plan: AnyPlan])[] = Object.entries(all) as never;

/** Does part `i` of `parts` of a kernel; of few units, some parts may have none. */
export function runPart(
  plan: AnyPlan,
  kernels: Parts,
  operands: readonly number[],
  memory: Memory,
  cuts: readonly number[],
  i: number,
  parts: number
): void {
  const units = plan.units(operands);
  const [from, to] = [edge(units, i, parts, cuts), edge(units, i + 1, parts, cuts)];
  if (from < to) plan.run(kernels, operands, from, to, memory);
}
