import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {erf} from "../../lib/core/math/erf.js";
import {exp, expm1} from "../../lib/core/math/exp.js";
import {log, log1p} from "../../lib/core/math/log.js";
import {pow} from "../../lib/core/math/pow.js";
import {tanh} from "../../lib/core/math/tanh.js";
import {cos, sin} from "../../lib/core/math/trig.js";
import {binaryOps, comparisons} from "../../lib/kernels/kernels.js";
import {gatherStrided, takeAlong} from "../../lib/kernels/reference/movement.js";
import {reference as kernels} from "../../lib/kernels/reference/reference.js";
import {drawer, type Draw} from "./draw.js";
import {expectNear} from "./numeric.js";
import {drawDims, drawOperand, drawView} from "./strides.js";

const law = (check: (d: Draw) => void, numRuns = 50): void =>
  fc.assert(fc.property(fc.nat().map(drawer), check), {numRuns});
const made = (n: number, write: (y: Float64Array) => void): Float64Array => {
  const y = new Float64Array(n).fill(NaN);
  write(y);
  return y;
};
const of = (...x: number[]): Float64Array => Float64Array.from(x);

/** Every index below `dims`, in row-major order, and its position by the definition. */
function* indices(dims: readonly number[]): Generator<readonly number[]> {
  if (dims.length === 0) yield [];
  else for (let i = 0; i < dims[0]!; i++) for (const rest of indices(dims.slice(1))) yield [i, ...rest];
}
const at = (index: readonly number[], strides: ArrayLike<number>, first = 0): number =>
  index.reduce((sum, i, axis) => sum + i * strides[first + axis]!, 0);

const elementary: Readonly<Record<string, (x: number) => number>> = {
  exp,
  expm1,
  log,
  log1p,
  sin,
  cos,
  tanh,
  erf,
  sigmoid: (x) => 1 / (1 + exp(-x)),
  sqrt: Math.sqrt,
  rsqrt: (x) => 1 / Math.sqrt(x),
  reciprocal: (x) => 1 / x,
  abs: Math.abs,
  sign: Math.sign,
  geluErf: (x) => (x / 2) * (1 + erf(x / Math.sqrt(2))),
  geluTanh: (x) => (x / 2) * (1 + tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * pow(x, 3)))),
  silu: (x) => x / (1 + exp(-x))
};

describe("elementwise kernels", () => {
  for (const [name, f] of Object.entries(elementary))
    it(`${name} is the function of its name, of each number`, () =>
      law((d) => {
        const x = d.chance(0.5) ? d.wide(20) : d.normals(20, 3);
        const y = made(20, (to) => kernels[name as "exp"](20, x, to));
        const spoilt = /gelu|silu/.test(name); // 0 · Infinity
        const finite = x.map((v) => (spoilt && !Number.isFinite(v) ? 0 : v));
        expectNear(
          y.map((v, i) => (spoilt && !Number.isFinite(x[i]!) ? 0 : v)),
          finite.map(f),
          1e-14
        );
      }));

  it("relu, sign, clamp, maximum and minimum hand NaN on", () => {
    const [x, b] = [of(NaN, -2, -0, 0, 3), of(1, NaN, 0, 0, 1)];
    expectNear(
      made(5, (y) => kernels.relu(5, x, y)),
      [NaN, 0, 0, 0, 3]
    );
    expectNear(
      made(5, (y) => kernels.sign(5, x, y)),
      [NaN, -1, 0, 0, 1]
    );
    expectNear(
      made(5, (y) => kernels.clamp(5, -1, 2, x, y)),
      [NaN, -1, 0, 0, 2]
    );
    expectNear(
      made(5, (y) => kernels.binary(binaryOps.indexOf("maximum"), 5, x, b, y)),
      [NaN, NaN, 0, 0, 3]
    );
    expectNear(
      made(5, (y) => kernels.binary(binaryOps.indexOf("minimum"), 5, x, b, y)),
      [NaN, NaN, 0, 0, 1]
    );
  });

  it("relu's slope at 0 is 0", () =>
    expectNear(
      made(3, (dx) => kernels.reluGrad(3, of(-1, 0, 1), of(5, 5, 5), dx)),
      [0, 0, 5]
    ));

  it("softplus, sigmoid and silu neither overflow nor lose what is small", () => {
    const x = of(-1000, -40, 0, 40, 1000);
    expectNear(
      made(5, (y) => kernels.softplus(5, x, y)),
      [0, exp(-40), log(2), 40, 1000],
      1e-15
    );
    expectNear(
      made(5, (y) => kernels.sigmoid(5, x, y)),
      [0, exp(-40), 0.5, 1, 1],
      1e-15
    );
    expect(made(5, (y) => kernels.softplus(5, x, y))[1]! / exp(-40)).toBeCloseTo(1, 14);
  });

  it("powScalar multiplies for small whole exponents, takes roots for ½, and is pow elsewhere", () =>
    law((d) => {
      const exponent = d.pick([0, 1, 2, 3, 5, 8, 9, -1, -2, 0.5, -0.5, 1.5]);
      const x = d.normals(20, 3);
      const y = made(20, (to) => kernels.powScalar(20, exponent, x, to));
      expectNear(
        y,
        x.map((v) => pow(v, exponent)),
        1e-14
      );
      if (exponent === 3)
        expectNear(
          y,
          x.map((v) => v * v * v),
          0
        );
    }));

  it("affine is a·x + b, fill is one number", () => {
    expectNear(
      made(3, (y) => kernels.affine(3, 2, -1, of(0, 1, -3), y)),
      [-1, 1, -7]
    );
    expectNear(
      made(2, (y) => kernels.fill(2, 0.25, y)),
      [0.25, 0.25]
    );
  });

  it("broadcasting is the loop over all indices", () =>
    law((d) => {
      const dims = drawDims(d);
      const [a, b] = [drawOperand(d, dims), drawOperand(d, dims)];
      const [x, z] = [d.normals(a.length), d.normals(b.length)];
      const n = dims.reduce((product, extent) => product * extent, 1);
      const strides = Int32Array.from([...a.strides, ...b.strides]);
      const y = made(n, (to) =>
        kernels.binaryBroadcast(binaryOps.indexOf("sub"), dims.length, dims, strides, x, z, to)
      );
      const expected = [...indices([...dims])].map((i) => x[at(i, a.strides)]! - z[at(i, b.strides)]!);
      expectNear(y, expected, 0);
    }));

  it("each operation and comparison has the number that the interface gives it", () => {
    const [a, b] = [of(2, 3, 3), of(4, 3, NaN)];
    const results = {
      add: [6, 6, NaN],
      sub: [-2, 0, NaN],
      mul: [8, 9, NaN],
      div: [0.5, 1, NaN],
      maximum: [4, 3, NaN],
      minimum: [2, 3, NaN],
      pow: [16, 27, NaN]
    };
    binaryOps.forEach((name, op) =>
      expectNear(
        made(3, (y) => kernels.binary(op, 3, a, b, y)),
        results[name]
      )
    );
    const truths = {
      equal: [0, 1, 0],
      notEqual: [1, 0, 1],
      less: [1, 0, 0],
      lessEqual: [1, 1, 0],
      greater: [0, 0, 0],
      greaterEqual: [0, 1, 0]
    };
    comparisons.forEach((name, op) => {
      const y = new Uint8Array(3);
      kernels.compare(op, 3, a, b, y);
      expectNear(y, truths[name]);
    });
  });

  it("where takes from a or b, and fromBools counts", () => {
    const mask = Uint8Array.of(1, 0, 1);
    expectNear(
      made(3, (y) => kernels.where(3, mask, of(1, 2, NaN), of(NaN, 5, 6), y)),
      [1, 5, NaN]
    );
    expectNear(
      made(3, (y) => kernels.fromBools(3, mask, y)),
      [1, 0, 1]
    );
  });
});

describe("movement", () => {
  it("gatherStrided is the loop over all indices", () =>
    law((d) => {
      const {dims, strides, offset, length} = drawView(d, true);
      const x = d.normals(length);
      const expected = [...indices([...dims])].map((i) => x[offset + at(i, strides)]!);
      const y = made(expected.length, (to) => kernels.gatherStrided(dims.length, dims, strides, offset, x, to));
      expectNear(y, expected, 0);
    }));

  it("placeStrided writes the places of its view and no other", () =>
    law((d) => {
      const {dims, strides, offset, length} = drawView(d, false);
      const places = [...indices([...dims])].map((i) => offset + at(i, strides));
      const [x, y] = [d.normals(places.length), d.normals(length)];
      const expected = y.slice();
      places.forEach((place, i) => (expected[place] = x[i]!));
      kernels.placeStrided(dims.length, dims, strides, offset, x, y);
      expectNear(y, expected, 0);
    }));

  it("moves integers, bytes and float32 as it moves floats", () => {
    for (const kind of [Int32Array, Uint8Array, Float32Array]) {
      const turned = new kind(6);
      gatherStrided(2, Int32Array.of(3, 2), Int32Array.of(1, 3), 0, kind.of(1, 2, 3, 4, 5, 6), turned);
      expect(turned).toEqual(kind.of(1, 4, 2, 5, 3, 6));
      const taken = new kind(2);
      takeAlong(1, 3, 2, 1, Int32Array.of(2, 0), kind.of(7, 8, 9), taken);
      expect(taken).toEqual(kind.of(9, 7));
    }
  });

  it("a row that is taken twice is added to twice", () => {
    const table = of(1, 1, 1, 1);
    kernels.scatterAddRows(3, 2, Int32Array.of(1, 0, 1), of(1, 2, 3, 4, 5, 6), table);
    expectNear(table, [4, 5, 7, 9]);
  });

  it("takeAlong takes along the middle axis", () =>
    law((d) => {
      const [outer, n, m, inner] = [d.below(4), 1 + d.below(4), d.below(4), d.below(4)];
      const [x, index] = [d.normals(outer * n * inner), d.ids(outer * m * inner, n)];
      const expected = [...indices([outer, m, inner])].map(
        ([o, j, k]) => x[(o! * n + index[(o! * m + j!) * inner + k!]!) * inner + k!]!
      );
      expectNear(
        made(expected.length, (y) => kernels.takeAlong(outer, n, m, inner, index, x, y)),
        expected,
        0
      );
    }));
});

describe("products and reductions", () => {
  it("matmul is Σ a·b, however its matrices are stored, repeated and added to", () =>
    law((d) => {
      const [flags, batch, m, n, k] = [d.below(8), d.below(3), d.below(5), d.below(5), d.below(5)];
      const [strideA, strideB] = [d.pick([0, m * k + 1]), d.pick([0, k * n + 2])];
      const [a, b, c] = [d.normals(strideA * 2 + m * k), d.normals(strideB * 2 + k * n), d.normals(batch * m * n)];
      const expected = [...indices([batch, m, n])].map(([t, i, j], at) => {
        let total = (flags & 4) !== 0 ? c[at]! : 0;
        for (let p = 0; p < k; p++) {
          const left = a[t! * strideA + ((flags & 1) !== 0 ? p * m + i! : i! * k + p)]!;
          total += left * b[t! * strideB + ((flags & 2) !== 0 ? j! * k + p : p * n + j!)]!;
        }
        return total;
      });
      kernels.matmul(flags, batch, m, n, k, a, strideA, b, strideB, c);
      expectNear(c, expected);
    }, 200));

  it("linear adds its bias to each row of the product", () => {
    const y = made(4, (to) => kernels.linear(2, 2, 1, of(1, 2), of(3, 4), of(10, 20), to));
    expectNear(y, [13, 24, 16, 28]);
  });

  it("sum, max, min and cumsum are loops over the middle axis", () =>
    law((d) => {
      const [outer, n, inner] = [d.below(4), d.below(5), d.below(4)];
      const x = d.normals(outer * n * inner);
      const lines = [...indices([outer, inner])].map(([o, k]) =>
        Array.from({length: n}, (_, j) => x[(o! * n + j) * inner + k!]!)
      );
      const add = (a: number, b: number): number => a + b;
      const count = outer * inner;
      expectNear(
        made(count, (y) => kernels.sum(outer, n, inner, x, y)),
        lines.map((line) => line.reduce(add, 0))
      );
      expectNear(
        made(count, (y) => kernels.max(outer, n, inner, x, y)),
        lines.map((line) => Math.max(...line))
      );
      expectNear(
        made(count, (y) => kernels.min(outer, n, inner, x, y)),
        lines.map((line) => Math.min(...line))
      );
      for (const reverse of [0, 1]) {
        const y = made(x.length, (to) => kernels.cumsum(outer, n, inner, reverse, x, to));
        const expected = [...indices([outer, n, inner])].map(([o, j, k]) => {
          const line = lines[o! * inner + k!]!;
          return (reverse === 1 ? line.slice(j) : line.slice(0, j! + 1)).reduce(add, 0);
        });
        expectNear(y, expected);
      }
    }));

  it("max and min are NaN where any is NaN, wherever it stands", () => {
    for (const x of [of(NaN, 1, 2), of(1, NaN, 2), of(1, 2, NaN)]) {
      expectNear(
        made(1, (y) => kernels.max(1, 3, 1, x, y)),
        [NaN]
      );
      expectNear(
        made(1, (y) => kernels.min(1, 3, 1, x, y)),
        [NaN]
      );
    }
  });

  it("sumSquares adds squares; firstNonFinite finds the first", () => {
    expect(kernels.sumSquares(3, of(1, -2, 3))).toBe(14);
    expect(kernels.sumSquares(0, of())).toBe(0);
    expect(kernels.firstNonFinite(3, of(1, 2, 3))).toBe(-1);
    expect(kernels.firstNonFinite(4, of(1, -Infinity, 3, NaN))).toBe(1);
    expect(kernels.firstNonFinite(1, of(1, NaN))).toBe(-1);
  });
});

describe("softmax and losses", () => {
  it("rows of softmax are proportional to eˣ and sum to 1, whatever is added to the scores", () =>
    law((d) => {
      const [rows, n, shift] = [1 + d.below(4), 1 + d.below(9), d.pick([0, 800, -800])];
      const x = d.normals(rows * n, 3);
      const y = made(rows * n, (to) =>
        kernels.softmax(
          rows,
          n,
          x.map((v) => v + shift),
          to
        )
      );
      for (let i = 0; i < rows; i++) {
        const row = y.subarray(i * n, (i + 1) * n);
        expectNear([row.reduce((a, b) => a + b)], [1], 1e-14);
        for (let j = 1; j < n; j++) expectNear([log(row[j]! / row[0]!)], [x[i * n + j]! - x[i * n]!], 1e-10);
      }
      const logs = made(rows * n, (to) => kernels.logSoftmax(rows, n, x, to));
      expectNear(
        logs.map(exp),
        made(rows * n, (to) => kernels.softmax(rows, n, x, to)),
        1e-14
      );
    }));

  it("a masked score has probability 0, a row of masked scores has NaN", () => {
    expectNear(
      made(2, (y) => kernels.softmax(1, 2, of(-Infinity, 5), y)),
      [0, 1]
    );
    expectNear(
      made(2, (y) => kernels.logSoftmax(1, 2, of(-Infinity, 5), y)),
      [-Infinity, 0]
    );
    expectNear(
      made(2, (y) => kernels.softmax(1, 2, of(-Infinity, -Infinity), y)),
      [NaN, NaN]
    );
  });

  it("the cross-entropy of uniform logits is log n, smoothed or not, and z adds z·lse²", () =>
    law((d) => {
      const [n, level] = [1 + d.below(50), d.pick([0, 3, -700])];
      const x = new Float64Array(n).fill(level);
      const target = Int32Array.of(d.below(n));
      const [loss, lse] = [of(NaN), of(NaN)];
      kernels.crossEntropy(1, n, -1, d.pick([0, 0.3]), 0, x, target, loss, lse);
      expectNear([loss[0]!, lse[0]!], [log(n), level + log(n)]);
      kernels.crossEntropy(1, n, -1, 0, 0.5, x, target, loss, lse);
      expectNear(loss, [log(n) + 0.5 * (level + log(n)) * (level + log(n))]);
    }));

  it("cross-entropy is −log-softmax at the target, its smoothed form the mixture with the mean, 0 where ignored", () =>
    law((d) => {
      const [rows, n, smoothing] = [1 + d.below(5), 1 + d.below(9), d.pick([0, 0.1])];
      const x = d.normals(rows * n, 3);
      const targets = d.ids(rows, n).map((id) => (d.chance(0.3) ? -7 : id));
      const logs = made(rows * n, (y) => kernels.logSoftmax(rows, n, x, y));
      const loss = made(rows, (y) => kernels.crossEntropy(rows, n, -7, smoothing, 0, x, targets, y, of(...targets)));
      const expected = Array.from(targets, (target, i) => {
        const row = logs.subarray(i * n, (i + 1) * n);
        const mean = row.reduce((a, b) => a + b, 0) / n;
        return target === -7 ? 0 : -(1 - smoothing) * row[target]! - smoothing * mean;
      });
      expectNear(loss, expected);
    }));

  it("a masked logit costs nothing when nothing is smoothed", () => {
    const loss = made(1, (y) => kernels.crossEntropy(1, 2, -1, 0, 0, of(1, -Infinity), Int32Array.of(0), y, of(0)));
    expectNear(loss, [0]);
  });
});

describe("normalization", () => {
  it("layerNorm without weights has rows of mean 0 and variance 1; stats are what it subtracted and multiplied by", () =>
    law((d) => {
      const [rows, n] = [1 + d.below(4), 2 + d.below(30)];
      const x = d.normals(rows * n, 3, 5);
      const stats = new Float64Array(2 * rows);
      const [ones, none] = [new Float64Array(n).fill(1), new Float64Array(n)];
      const y = made(rows * n, (to) => kernels.layerNorm(rows, n, 0, x, ones, none, to, stats));
      for (let i = 0; i < rows; i++) {
        const row = y.subarray(i * n, (i + 1) * n);
        expectNear([row.reduce((a, b) => a + b)], [0], 1e-9);
        expectNear([row.reduce((a, b) => a + b * b, 0) / n], [1], 1e-9);
        expectNear(
          row.map((v) => v / stats[2 * i + 1]! + stats[2 * i]!),
          x.subarray(i * n, (i + 1) * n),
          1e-9
        );
      }
    }));

  it("rmsNorm without weights has rows of mean square 1", () =>
    law((d) => {
      const [rows, n] = [1 + d.below(4), 1 + d.below(30)];
      const [x, stats] = [d.normals(rows * n, 3, 5), new Float64Array(rows)];
      const y = made(rows * n, (to) => kernels.rmsNorm(rows, n, 0, x, new Float64Array(n).fill(1), to, stats));
      for (let i = 0; i < rows; i++) {
        const row = y.subarray(i * n, (i + 1) * n);
        expectNear([row.reduce((a, b) => a + b * b, 0) / n], [1]);
        expectNear(
          row.map((v) => v / stats[i]!),
          x.subarray(i * n, (i + 1) * n)
        );
      }
    }));

  it("weight and bias act per column, eps under the root", () => {
    const stats = new Float64Array(2);
    const y = made(2, (to) => kernels.layerNorm(1, 2, 3, of(1, 3), of(10, 20), of(100, 200), to, stats));
    expectNear(y, [100 - 10 / 2, 200 + 20 / 2]); // variance 1, so rstd = 1/√(1 + 3)
    expectNear(stats, [2, 0.5]);
    expectNear(
      made(2, (to) => kernels.rmsNorm(1, 2, 1.5, of(1, 2), of(10, 20), to, stats)),
      [5, 20]
    );
  });

  it("swiglu is silu(gate)·up", () =>
    law((d) => {
      const [gate, up] = [d.normals(9, 3), d.normals(9)];
      const silu = made(9, (y) => kernels.silu(9, gate, y));
      expectNear(
        made(9, (y) => kernels.swiglu(9, gate, up, y)),
        silu.map((v, i) => v * up[i]!)
      );
    }));
});

describe("rope", () => {
  it("turned forth and back is the identity, and keeps lengths", () =>
    law((d) => {
      const sizes = [1 + d.below(3), 1 + d.below(5), 1 + d.below(3), 2 * (1 + d.below(4))] as const;
      const n = sizes.reduce((a, b) => a * b);
      const angles = d.normals((sizes[1] * sizes[3]) / 2, 3);
      const turns = [angles.map(Math.cos), angles.map(Math.sin)] as const;
      const [flags, x] = [d.below(2), d.normals(n)];
      const y = made(n, (to) => kernels.rope(...sizes, flags, x, ...turns, to));
      expectNear(
        made(n, (to) => kernels.rope(...sizes, flags | 2, y, ...turns, to)),
        x
      );
      expectNear([kernels.sumSquares(n, y)], [kernels.sumSquares(n, x)]);
    }));

  it("turns (1, 0) at position t by the angle of t, in pairs of halves or of neighbors", () => {
    const [cos, sin] = [of(1, 1, 0, -1), of(0, 0, 1, 0)]; // position 1: a quarter turn, a half turn
    const x = of(1, 2, 3, 4, 1, 2, 3, 4);
    expectNear(
      made(8, (y) => kernels.rope(1, 2, 1, 4, 0, x, cos, sin, y)),
      [1, 2, 3, 4, -3, -2, 1, -4]
    );
    expectNear(
      made(8, (y) => kernels.rope(1, 2, 1, 4, 1, x, cos, sin, y)),
      [1, 2, 3, 4, -2, 1, -3, -4]
    );
  });

  it("the product of two turned vectors depends on the distance of their positions alone", () =>
    law((d) => {
      const angles = Float64Array.from({length: 20}, (_, i) => Math.floor(i / 2) * [1, 0.1][i % 2]!);
      const turns = [angles.map(Math.cos), angles.map(Math.sin)] as const;
      const [q, k] = [d.normals(4), d.normals(4)];
      const everywhere = (v: Float64Array): Float64Array => {
        const x = Float64Array.from({length: 40}, (_, i) => v[i % 4]!);
        return made(40, (y) => kernels.rope(1, 10, 1, 4, 0, x, ...turns, y));
      };
      const [qs, ks] = [everywhere(q), everywhere(k)];
      const score = (i: number, j: number): number =>
        [0, 1, 2, 3].reduce((s, c) => s + qs[4 * i + c]! * ks[4 * j + c]!, 0);
      expectNear([score(9, 7), score(5, 3)], [score(2, 0), score(2, 0)]);
    }));
});

describe("attention", () => {
  it("with one key returns its value", () =>
    law((d) => {
      const [heads, queryLen, dim] = [1 + d.below(3), 1 + d.below(3), 1 + d.below(5)];
      const n = heads * queryLen * dim;
      const [kv, row] = [heads * dim, queryLen * dim];
      const layout = Int32Array.of(n, row, dim, kv, dim, dim, n, row, dim);
      const value = d.normals(kv);
      const lse = new Float64Array(heads * queryLen);
      const sizes = [1, heads, heads, queryLen, 1, dim, 0, 0, 0.5] as const;
      const out = made(n, (y) => kernels.attention(...sizes, layout, d.normals(n), d.normals(kv), value, y, lse));
      for (let h = 0; h < heads; h++)
        for (let i = 0; i < queryLen; i++)
          expectNear(out.subarray(h * row + i * dim, h * row + (i + 1) * dim), value.subarray(h * dim, (h + 1) * dim));
    }));

  it("equals matmul, mask, softmax and matmul with all scores kept", () =>
    law((d) => {
      const kvHeads = 1 + d.below(2);
      const heads = kvHeads * (1 + d.below(3));
      const [batch, queryLen, keyLen, dim] = [1 + d.below(2), 1 + d.below(9), 1 + d.below(9), 1 + d.below(5)];
      const [causal, window, scale] = [d.below(2), d.pick([0, 0, 1, 3]), 0.8];
      const [rows, keys] = [queryLen * dim, keyLen * dim];
      const layout = Int32Array.of(heads * rows, rows, dim, kvHeads * keys, keys, dim, heads * rows, rows, dim);
      const query = d.normals(batch * heads * rows);
      const [key, value] = [d.normals(batch * kvHeads * keys), d.normals(batch * kvHeads * keys)];
      const lse = new Float64Array(batch * heads * queryLen);
      const sizes = [batch, heads, kvHeads, queryLen, keyLen, dim, causal, window, scale] as const;
      const out = made(query.length, (y) => kernels.attention(...sizes, layout, query, key, value, y, lse));
      for (let one = 0; one < batch * heads; one++) {
        const b = Math.floor(one / heads);
        const shared = b * kvHeads + Math.floor(((one % heads) * kvHeads) / heads);
        const q = query.subarray(one * rows, (one + 1) * rows);
        const [k, v] = [key, value].map((x) => x.subarray(shared * keys, (shared + 1) * keys)) as [
          Float64Array,
          Float64Array
        ];
        const scores = made(queryLen * keyLen, (to) => kernels.matmul(2, 1, queryLen, keyLen, dim, q, 0, k, 0, to));
        const seen = scores.map((score, i) => {
          const back = Math.floor(i / keyLen) + keyLen - queryLen - (i % keyLen);
          return (causal === 1 && back < 0) || (window > 0 && back >= window) ? -Infinity : scale * score;
        });
        const shares = made(queryLen * keyLen, (to) => kernels.softmax(queryLen, keyLen, seen, to));
        const expected = made(rows, (to) => kernels.matmul(0, 1, queryLen, dim, keyLen, shares, 0, v, 0, to));
        const nothing = (i: number): boolean => Number.isNaN(shares[Math.floor(i / dim) * keyLen]!);
        expectNear(
          out.subarray(one * rows, (one + 1) * rows),
          expected.map((x, i) => (nothing(i) ? 0 : x))
        );
        const sums = Array.from({length: queryLen}, (_, i) =>
          log(seen.subarray(i * keyLen, (i + 1) * keyLen).reduce((s, x) => s + exp(x), 0))
        );
        expectNear(lse.subarray(one * queryLen, (one + 1) * queryLen), sums);
      }
    }, 100));

  it("a query before all keys sees nothing: 0, and −Infinity for lse", () => {
    const layout = Int32Array.of(3, 3, 1, 1, 1, 1, 3, 3, 1);
    const lse = new Float64Array(3);
    const out = made(3, (y) => kernels.attention(1, 1, 1, 3, 1, 1, 1, 0, 1, layout, of(1, 2, 3), of(4), of(5), y, lse));
    expectNear(out, [0, 0, 5]);
    expectNear(lse, [-Infinity, -Infinity, 12]);
  });
});

describe("adamw", () => {
  it("is the published formula, for three steps", () =>
    law((d) => {
      const n = 1 + d.below(6);
      const [lr, b1, b2, eps, decay] = [0.01, 0.9, 0.99, 1e-8, d.pick([0, 0.1])];
      const p = d.normals(n);
      const [m, v, expected] = [new Float64Array(n), new Float64Array(n), p.slice()];
      const grads = [d.normals(n), d.normals(n), d.normals(n)];
      grads.forEach((g, i) => {
        const t = i + 1;
        kernels.adamw(n, lr, b1, b2, eps, decay, 1 / (1 - b1 ** t), 1 / (1 - b2 ** t), p, m, v, g, p, m, v);
        // the moments unrolled: sums of the gradients so far, weighted by powers of b
        for (let c = 0; c < n; c++) {
          const past = grads.slice(0, t);
          const first = past.reduce((s, x, k) => s + (1 - b1) * b1 ** (t - 1 - k) * x[c]!, 0) / (1 - b1 ** t);
          const second = past.reduce((s, x, k) => s + (1 - b2) * b2 ** (t - 1 - k) * x[c]! ** 2, 0) / (1 - b2 ** t);
          expected[c] = expected[c]! - lr * decay * expected[c]! - (lr * first) / (Math.sqrt(second) + eps);
        }
        expectNear(p, expected);
      });
    }));
});
