import {
  attention,
  full,
  key,
  fold,
  randomNormal,
  tensor,
  vjp,
  type AttentionOptions,
  type Tensor
} from "/lib/tensor.js";
import {attentionMemory, blockKeeps, patternsWin} from "../model/attentionMemory.js";
import {joined, onlineSoftmax, readInTiles, risesOf} from "../model/onlineSoftmax.js";
import {plainAttention} from "../model/plainAttention.js";
import {tinyAttention, tinyHeads} from "../model/tiny.js";

const [LENGTH, DIM] = [96, 16];

type Rows = readonly (readonly number[])[];
const rowsOf = ({data, shape}: Tensor): Rows =>
  Array.from({length: shape.at(-2)!}, (_, i) => Array.from({length: DIM}, (__, d) => data[i * DIM + d] as number));
const apart = (a: Rows, b: Rows): number =>
  Math.max(...a.flatMap((row, i) => row.map((x, d) => Math.abs(x - b[i]![d]!))));

/** The largest differences of the ways to compute the same, on drawn queries, keys and values. */
function equalities() {
  const drawn = (dtype: "float32" | "float64") =>
    [0, 1, 2].map((i) => randomNormal(fold(key(9), i), [1, 1, LENGTH, DIM], dtype)) as [Tensor, Tensor, Tensor];
  const all = full([LENGTH, LENGTH], 1, "bool"); // a mask that hides nothing sends attention to the composition
  const run = (dtype: "float32" | "float64", options: AttentionOptions): Rows =>
    rowsOf(attention(...drawn(dtype), {causal: true, ...options}));
  const [q, k, v] = drawn("float64").map(rowsOf) as [Rows, Rows, Rows];
  const plain = plainAttention(q, k, v, {causal: true});
  const online = q.map((query, i) =>
    onlineSoftmax(
      k.slice(0, i + 1).map((one) => one.reduce((sum, x, d) => sum + x * query[d]!, 0) / Math.sqrt(DIM)),
      v,
      8
    )
  );
  // the float32 numbers themselves, so that only the computing differs
  const [q32, k32, v32] = drawn("float32").map(rowsOf) as [Rows, Rows, Rows];
  const plain32 = plainAttention(q32, k32, v32, {causal: true});
  return {
    fused64: apart(plain, run("float64", {})),
    composed64: apart(plain, run("float64", {mask: all})),
    online64: apart(plain, online),
    fused32: apart(plain32, run("float32", {})),
    composed32: apart(plain32, run("float32", {mask: all})),
    between32: apart(run("float32", {}), run("float32", {mask: all}))
  };
}

/** A last value that is NaN, which only the last query sees: numbers of other rows that change. */
function behindTheMask() {
  const n = 6;
  const x = randomNormal(key(2), [1, 1, n, DIM], "float64");
  const bad = tensor(
    Array.from(x.data as ArrayLike<number>, (value, i) => (i >= (n - 1) * DIM ? NaN : value)),
    {dtype: "float64", shape: [1, 1, n, DIM]}
  );
  const [clean, spoilt] = [x, bad].map((value) => rowsOf(attention(x, x, value, {causal: true})));
  const changed = spoilt!.slice(0, -1).flatMap((row, i) => row.filter((one, d) => one !== clean![i]![d])).length;
  return {changed, lastNaNs: spoilt!.at(-1)!.filter(Number.isNaN).length};
}

/** ⟨p, dp⟩ and ⟨dO, O⟩ of the tiny example’s last row for dO = (1, 0), and the first slope against the library’s. */
function tinySlopes() {
  const {queries, keys, values} = tinyHeads();
  const {weights, outputs} = tinyAttention();
  const p = weights[2];
  const delta = outputs[2][0];
  const slope = (j: 0 | 1 | 2): number => p[j] * (values[j][0] - delta);
  const of = (rows: Rows): Tensor => tensor([[rows]], {dtype: "float64"});
  const scored = vjp(([q]: readonly [Tensor]) => attention(q, of(keys), of(values)), [of([queries[2]])] as const);
  const [pulled] = scored.pull(of([[1, 0]]));
  const own = keys[0].map(
    (_, d) => [0, 1, 2].reduce((sum, j) => sum + slope(j as 0 | 1 | 2) * keys[j as 0 | 1 | 2][d]!, 0) / Math.SQRT2
  );
  return {
    delta,
    weighted: p.reduce((sum, weight, j) => sum + weight * values[j]![0], 0),
    slopeA: slope(0),
    slopeB: slope(1),
    slopeC: slope(2),
    slopeOff: Math.max(...own.map((x, d) => Math.abs(x - (pulled!.data[d] as number))))
  };
}

/** Attention in tiles: by hand, in bytes, and as numbers that must agree. */
export function facts() {
  const {scores, outputs} = tinyAttention();
  const {values} = tinyHeads();
  const [, first, both] = readInTiles(scores[2], values, 2);
  const [, backwards] = readInTiles([scores[2][2]], [values[2]], 1);
  const other = joined(backwards!, first!);
  const gb = (n: number): number => n / 1e9;
  const at = (tokens: number) => attentionMemory(tokens, 12);
  return {
    ...equalities(),
    ...behindTheMask(),
    ...tinySlopes(),
    firstTop: first!.top,
    firstSum: first!.sum,
    tinyFactor: Math.exp(first!.top - both!.top),
    bothTop: both!.top,
    bothSum: both!.sum,
    bothOut0: both!.out[0]!,
    bothOut1: both!.out[1]!,
    answer0: both!.out[0]! / both!.sum,
    answer1: both!.out[1]! / both!.sum,
    tinyOff: Math.abs(both!.out[0]! / both!.sum - outputs[2][0]) + Math.abs(other.out[1]! / other.sum - outputs[2][1]),
    pattern1k: at(1024).pattern / 1e6,
    pattern8k: gb(at(8192).pattern),
    pattern128k: gb(at(131072).pattern),
    kept1k: at(1024).kept / 1e3,
    kept8k: at(8192).kept / 1e3,
    kept128k: at(131072).kept / 1e6,
    rows1k: at(1024).rows / 1e3,
    rows8k: at(8192).rows / 1e6,
    rows128k: at(131072).rows / 1e6,
    tile: at(8192).tile,
    block1k: blockKeeps(1024, 12) / 1e6,
    block8k: blockKeeps(8192, 12) / 1e6,
    block128k: gb(blockKeeps(131072, 12)),
    patternsWin: patternsWin(12),
    // what the estimate counts for 12 heads more than for 6 of the same width: one number a head and token
    perHead: (blockKeeps(1024, 12) - blockKeeps(1024, 6)) / (6 * 1024),
    rises32: risesOf(32)
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  sameAnswer: f.tinyOff < 1e-12,
  inFloat64: Math.max(f.fused64, f.composed64, f.online64) < 1e-14,
  inFloat32: Math.max(f.fused32, f.composed32) < 2e-6,
  notByABit: f.between32 > 0,
  patternOverBlock: f.pattern8k * 1e3 > 7 * f.block8k,
  aThousandTimes: Math.round((f.pattern1k * 1e3) / f.kept1k) === 1024,
  keptCounted: f.perHead === 4,
  nanStays: f.changed === 0 && f.lastNaNs === DIM,
  deltaIsMean: Math.abs(f.delta - f.weighted) < 1e-12,
  slopesRight: f.slopeOff < 1e-12,
  slopesCancel: Math.abs(f.slopeA + f.slopeB + f.slopeC) < 1e-12
});
