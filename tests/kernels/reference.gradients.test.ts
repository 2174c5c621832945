import fc from "fast-check";
import {describe, it} from "vitest";
import {reference as kernels} from "../../lib/kernels/reference/reference.js";
import {drawAttentionGrad} from "./attentionDraw.js";
import {drawer, type Draw} from "./draw.js";
import {differences, expectNear, inner} from "./numeric.js";
import {drawView} from "./strides.js";

const draws = fc.nat().map(drawer);
const law = (check: (d: Draw) => void, numRuns = 30): void => fc.assert(fc.property(draws, check), {numRuns});
const zeros = (n: number): Float64Array => new Float64Array(n);
/** What a kernel writes into n numbers. */
const made = (n: number, write: (y: Float64Array) => void): Float64Array => {
  const y = zeros(n).fill(NaN);
  write(y);
  return y;
};

const NEAR = 1e-7; // what central differences of step 1e-5 can tell

describe("the gradients of the reference are the differences of its values", () => {
  const slopes = [
    ["tanh", "tanhGrad", "output"],
    ["sigmoid", "sigmoidGrad", "output"],
    ["relu", "reluGrad", "input"],
    ["geluErf", "geluErfGrad", "input"],
    ["geluTanh", "geluTanhGrad", "input"],
    ["silu", "siluGrad", "input"]
  ] as const;
  for (const [forward, grad, from] of slopes)
    it(`${grad}, from the ${from}`, () =>
      law((d) => {
        const n = 1 + d.below(20);
        const x = d.normals(n, 2).map((v) => v + Math.sign(v) * 0.01); // away from relu's kink
        const dy = d.normals(n);
        const f = (at: Float64Array): Float64Array => made(n, (y) => kernels[forward](n, at, y));
        const dx = made(n, (y) => kernels[grad](n, from === "output" ? f(x) : x, dy, y));
        expectNear(dx, differences(f, x, dy), NEAR);
      }));

  for (const name of ["softmax", "logSoftmax"] as const)
    it(`${name}Grad, from the output`, () =>
      law((d) => {
        const [rows, n] = [1 + d.below(4), 1 + d.below(9)];
        const [x, dy] = [d.normals(rows * n, 2), d.normals(rows * n)];
        const f = (at: Float64Array): Float64Array => made(rows * n, (y) => kernels[name](rows, n, at, y));
        const dx = made(rows * n, (y) => kernels[`${name}Grad`](rows, n, f(x), dy, y));
        expectNear(dx, differences(f, x, dy), NEAR);
      }));

  it("crossEntropyGrad, with ignored rows, smoothing and z", () =>
    law((d) => {
      const [rows, n] = [1 + d.below(5), 1 + d.below(9)];
      const targets = d.ids(rows, n).map((id) => (d.chance(0.3) ? -100 : id));
      const settings = [-100, d.pick([0, 0.1]), d.pick([0, 0.1])] as const;
      const [x, dloss, lse] = [d.normals(rows * n, 2), d.normals(rows), zeros(rows)];
      const f = (at: Float64Array): Float64Array =>
        made(rows, (loss) => kernels.crossEntropy(rows, n, ...settings, at, targets, loss, zeros(rows)));
      kernels.crossEntropy(rows, n, ...settings, x, targets, zeros(rows), lse);
      const dx = made(rows * n, (y) => kernels.crossEntropyGrad(rows, n, ...settings, x, targets, lse, dloss, y));
      expectNear(dx, differences(f, x, dloss), NEAR);
    }));

  it("layerNormGrad, for x, weight and bias", () =>
    law((d) => {
      const [rows, n] = [1 + d.below(4), 1 + d.below(9)];
      const [x, weight, bias, dy] = [d.normals(rows * n, 2, 1), d.normals(n), d.normals(n), d.normals(rows * n)];
      const [stats, dx, dweight, dbias] = [zeros(2 * rows), zeros(rows * n), zeros(n), zeros(n)];
      const y = (a: Float64Array, w: Float64Array, b: Float64Array): Float64Array =>
        made(rows * n, (to) => kernels.layerNorm(rows, n, 0.1, a, w, b, to, stats));
      y(x, weight, bias);
      kernels.layerNormGrad(rows, n, x, weight, stats.slice(), dy, dx, dweight, dbias);
      expectNear(
        dx,
        differences((a) => y(a, weight, bias), x, dy),
        NEAR
      );
      expectNear(
        dweight,
        differences((w) => y(x, w, bias), weight, dy),
        NEAR
      );
      expectNear(
        dbias,
        differences((b) => y(x, weight, b), bias, dy),
        NEAR
      );
    }));

  it("rmsNormGrad, for x and weight", () =>
    law((d) => {
      const [rows, n] = [1 + d.below(4), 1 + d.below(9)];
      const [x, weight, dy] = [d.normals(rows * n, 2, 1), d.normals(n), d.normals(rows * n)];
      const [stats, dx, dweight] = [zeros(rows), zeros(rows * n), zeros(n)];
      const y = (a: Float64Array, w: Float64Array): Float64Array =>
        made(rows * n, (to) => kernels.rmsNorm(rows, n, 0.1, a, w, to, stats));
      y(x, weight);
      kernels.rmsNormGrad(rows, n, x, weight, stats.slice(), dy, dx, dweight);
      expectNear(
        dx,
        differences((a) => y(a, weight), x, dy),
        NEAR
      );
      expectNear(
        dweight,
        differences((w) => y(x, w), weight, dy),
        NEAR
      );
    }));

  it("swigluGrad, for gate and up", () =>
    law((d) => {
      const n = 1 + d.below(20);
      const [gate, up, dy, dgate, dup] = [d.normals(n, 2), d.normals(n), d.normals(n), zeros(n), zeros(n)];
      const y = (g: Float64Array, u: Float64Array): Float64Array => made(n, (to) => kernels.swiglu(n, g, u, to));
      kernels.swigluGrad(n, gate, up, dy, dgate, dup);
      expectNear(
        dgate,
        differences((g) => y(g, up), gate, dy),
        NEAR
      );
      expectNear(
        dup,
        differences((u) => y(gate, u), up, dy),
        NEAR
      );
    }));

  it("attentionGrad, for query, key and value, with shared heads, windows and layouts", () =>
    law((d) => {
      const kvHeads = 1 + d.below(2);
      const heads = kvHeads * (1 + d.below(2));
      const [batch, queryLen, keyLen, dim] = [1 + d.below(2), 1 + d.below(4), 1 + d.below(5), 1 + d.below(3)];
      const sizes = [batch, heads, kvHeads, queryLen, keyLen, dim, d.below(2), d.below(4), 0.7] as const;
      const strides = (h: number, rows: number): readonly number[] =>
        d.chance(0.5) ? [h * rows * dim, rows * dim, dim] : [h * rows * dim, dim, h * dim];
      const layout = Int32Array.from([
        ...strides(heads, queryLen),
        ...strides(kvHeads, keyLen),
        ...strides(heads, queryLen)
      ]);
      const [rows, keys] = [batch * heads * queryLen, batch * kvHeads * keyLen * dim];
      const [query, key, value, dout] = [
        d.normals(rows * dim),
        d.normals(keys),
        d.normals(keys),
        d.normals(rows * dim)
      ];
      const lse = zeros(rows);
      const f = (q: Float64Array, k: Float64Array, v: Float64Array): Float64Array =>
        made(rows * dim, (to) => kernels.attention(...sizes, layout, q, k, v, to, lse));
      const out = f(query, key, value);
      const [dquery, dkey, dvalue] = [zeros(rows * dim), zeros(keys), zeros(keys)].map((x) => x.fill(NaN)) as [
        Float64Array,
        Float64Array,
        Float64Array
      ];
      kernels.attentionGrad(...sizes, layout, query, key, value, out, lse.slice(), dout, dquery, dkey, dvalue);
      expectNear(
        dquery,
        differences((q) => f(q, key, value), query, dout),
        NEAR
      );
      expectNear(
        dkey,
        differences((k) => f(query, k, value), key, dout),
        NEAR
      );
      expectNear(
        dvalue,
        differences((v) => f(query, key, v), value, dout),
        NEAR
      );
    }, 40));

  it("attentionGrad leaves the gaps of its layout alone", () =>
    law((d) => {
      const args = drawAttentionGrad(d).map((arg) => (typeof arg === "number" ? arg : arg.data.slice()));
      const strangers = args.slice(-3) as readonly Float64Array[];
      const marked = strangers.map((x) => x.fill(12345));
      (kernels.attentionGrad as (...all: unknown[]) => void)(...args);
      const [batch, heads, kvHeads, queryLen, keyLen, dim] = args as number[];
      const counts = [batch! * heads! * queryLen! * dim!, batch! * kvHeads! * keyLen! * dim!];
      marked.forEach((x, i) => {
        const untouched = x.reduce((n, v) => n + (v === 12345 ? 1 : 0), 0);
        expectNear([untouched], [x.length - counts[i === 0 ? 0 : 1]!]);
      });
    }, 20));
});

describe("what moves numbers there and what moves them back are each other's transposes", () => {
  it("gatherRows and scatterAddRows", () =>
    law((d) => {
      const [rows, n, height] = [d.below(9), d.below(9), 1 + d.below(5)];
      const [ids, table, dy] = [d.ids(rows, height), d.normals(height * n), d.normals(rows * n)];
      const y = made(rows * n, (to) => kernels.gatherRows(rows, n, ids, table, to));
      const back = zeros(height * n);
      kernels.scatterAddRows(rows, n, ids, dy, back);
      expectNear([inner(back, table)], [inner(y, dy)]);
    }));

  it("takeAlong and scatterAddAlong", () =>
    law((d) => {
      const [outer, n, m, last] = [d.below(5), 1 + d.below(5), d.below(5), d.below(5)];
      const count = outer * m * last;
      const [index, x, dy] = [d.ids(count, n), d.normals(outer * n * last), d.normals(count)];
      const y = made(count, (to) => kernels.takeAlong(outer, n, m, last, index, x, to));
      const back = zeros(x.length);
      kernels.scatterAddAlong(outer, n, m, last, index, dy, back);
      expectNear([inner(back, x)], [inner(y, dy)]);
    }));

  it("gatherStrided and placeStrided", () =>
    law((d) => {
      const {dims, strides, offset, length} = drawView(d, false);
      const n = dims.reduce((product, extent) => product * extent, 1);
      const [x, dy] = [d.normals(length), d.normals(n)];
      const y = made(n, (to) => kernels.gatherStrided(dims.length, dims, strides, offset, x, to));
      const back = zeros(length);
      kernels.placeStrided(dims.length, dims, strides, offset, dy, back);
      expectNear([inner(back, x)], [inner(y, dy)]);
    }));

  it("cumsum and its reverse", () =>
    law((d) => {
      const [outer, n, last] = [d.below(5), d.below(9), d.below(5)];
      const count = outer * n * last;
      const [x, dy] = [d.normals(count), d.normals(count)];
      const y = made(count, (to) => kernels.cumsum(outer, n, last, 0, x, to));
      const back = made(count, (to) => kernels.cumsum(outer, n, last, 1, dy, to));
      expectNear([inner(back, x)], [inner(y, dy)]);
    }));

  for (const flags of [0, 1])
    it(`rope and its turn back, pairs of kind ${flags}`, () =>
      law((d) => {
        const [outer, seqLen, last, half] = [d.below(4), d.below(6), d.below(4), d.below(5)];
        const n = outer * seqLen * last * 2 * half;
        const angles = d.normals(seqLen * half, 3);
        const turns = [angles.map(Math.cos), angles.map(Math.sin)] as const;
        const [x, dy] = [d.normals(n), d.normals(n)];
        const sizes = [outer, seqLen, last, 2 * half] as const;
        const y = made(n, (to) => kernels.rope(...sizes, flags, x, ...turns, to));
        const back = made(n, (to) => kernels.rope(...sizes, flags | 2, dy, ...turns, to));
        expectNear([inner(back, x)], [inner(y, dy)]);
      }));

  it("matmul by a matrix and by its transpose", () =>
    law((d) => {
      const [m, n, k, batch] = [d.below(6), d.below(6), d.below(6), d.below(3)];
      const [a, b, dc] = [d.normals(batch * m * k), d.normals(batch * k * n), d.normals(batch * m * n)];
      const c = made(batch * m * n, (to) => kernels.matmul(0, batch, m, n, k, a, m * k, b, k * n, to));
      const da = made(batch * m * k, (to) => kernels.matmul(2, batch, m, k, n, dc, m * n, b, k * n, to));
      const db = made(batch * k * n, (to) => kernels.matmul(1, batch, k, n, m, a, m * k, dc, m * n, to));
      expectNear([inner(da, a), inner(db, b)], [inner(c, dc), inner(c, dc)]);
    }));
});
