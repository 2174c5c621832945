import {describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

const x = t.randomNormal(t.key(1), [2, 5, 3], "float64");

describe("dropout", () => {
  const wide = t.ones([200, 200], "float64");

  it("drops the share that it is told, keeps the mean, and is a function of its key", () => {
    const out = t.dropout(wide, {rate: 0.3, key: t.key(3)});
    const dropped = Array.from(out.data).filter((value) => value === 0).length / 40_000;
    expect(dropped).toBeCloseTo(0.3, 1.7);
    expect(t.item(t.mean(out))).toBeCloseTo(1, 1.7);
    expect(hash(t.dropout(wide, {rate: 0.3, key: t.key(3)}))).toBe(hash(out));
    expect(hash(t.dropout(wide, {rate: 0.3, key: t.key(4)}))).not.toBe(hash(out));
  });

  it("hands gradients to what it kept alone, as much larger", () => {
    const f = (y: Tensor): Tensor => t.sum(t.dropout(y, {rate: 0.5, key: t.key(5)}));
    const kept = t.dropout(wide, {rate: 0.5, key: t.key(5)});
    expect(hash(t.grad(f)(wide))).toBe(hash(kept));
  });

  it("of rate 0 is nothing at all", () => expect(t.dropout(x, {rate: 0, key: t.key(1)})).toBe(x));
  it("refuses to drop everything", () => expect(() => t.dropout(x, {rate: 1, key: t.key(1)})).toThrow(/below 1/));
});

describe("modules", () => {
  it("look vectors up as a product with one-hot rows would", () => {
    const table = t.lookup({count: 4, width: 3, dtype: "float64"});
    const params = table.init(t.key(2));
    const ids = [2, 0, 2];
    const oneHot = t.tensor(
      ids.map((id) => [0, 1, 2, 3].map((i) => (i === id ? 1 : 0))),
      "float64"
    );
    expect(hash(table.apply(params, t.tensor(ids, "int32")))).toBe(hash(t.matmul(oneHot, params.weight)));
  });

  it("of several layers have the sizes that they are given, and no activation at the end", () => {
    const net = t.mlp({sizes: [3, 8, 2], activation: t.relu, dtype: "float64"});
    const params = net.init(t.key(3));
    expect(t.leaves(params).map(([, leaf]) => leaf.shape)).toEqual([[3, 8], [8], [8, 2], [2]]);
    expect(net.apply(params, x).shape).toEqual([2, 5, 2]);
    expect(t.item(t.min(net.apply(params, x)))).toBeLessThan(0);
  });

  it("that are residual are x and what they change", () => {
    const inner = t.dense({inputs: 3, outputs: 3, dtype: "float64"});
    const params = inner.init(t.key(4));
    expect(hash(t.residual(inner).apply(params, x))).toBe(hash(t.add(x, inner.apply(params, x))));
  });

  it("that normalize start as the norm alone", () => {
    const norm = t.layerNormalized({width: 3, dtype: "float64"});
    const out = norm.apply(norm.init(t.key(1)), x);
    expect(t.item(t.max(t.abs(t.mean(out, {axes: -1}))))).toBeLessThan(1e-12);
    const rms = t.rmsNormalized({width: 3, dtype: "float64"});
    const squares = t.mean(t.square(rms.apply(rms.init(t.key(1)), x)), {axes: -1});
    expect(t.item(t.max(t.abs(t.sub(squares, 1))))).toBeLessThan(1e-4);
  });

  it("are listed with their sizes", () => {
    expect(t.summary(t.mlp({sizes: [3, 8, 2], activation: t.relu}).init(t.key(1)))).toBe(
      [
        "parameter  shape   kind     numbers  bytes",
        "0.weight   [3, 8]  float32       24     96",
        "0.bias     [8]     float32        8     32",
        "1.weight   [8, 2]  float32       16     64",
        "1.bias     [2]     float32        2      8",
        "in all                           50    200"
      ].join("\n")
    );
  });
});

describe.each([
  ["Elman’s", t.elmanCell()],
  ["the GRU", t.gruCell],
  ["the LSTM", t.lstmCell]
] as const)("%s cell", (_, cell) => {
  const layer = t.recurrent({cell, inputs: 3, hidden: 4, dtype: "float64"});
  const params = layer.init(t.key(6));
  const run = (input: Tensor, state?: t.CellState) =>
    layer.apply(params, state === undefined ? {x: input} : {x: input, state});

  it("run over a text at once, or over its halves with the state between, gives the same bits", () => {
    const [first, second] = [t.slice(x, null, [0, 2]), t.slice(x, null, [2, 5])];
    const whole = run(x);
    const half = run(first);
    const rest = run(second, half.state);
    expect(hash(t.concat([half.outputs, rest.outputs], 1))).toBe(hash(whole.outputs));
    expect(hash(rest.state)).toBe(hash(whole.state));
  });

  it("knows the past alone", () => {
    const other = t.concat([t.slice(x, null, [0, 3]), t.zeros([2, 2, 3], "float64")], 1);
    const seen = (input: Tensor): string => hash(t.slice(run(input).outputs, null, [0, 3]));
    expect(seen(other)).toBe(seen(x));
    expect(hash(run(other).outputs)).not.toBe(hash(run(x).outputs));
  });

  it("has derivatives through time", () => {
    const loss = (p: typeof params): Tensor => t.sum(t.square(layer.apply(p, {x}).outputs));
    expect(t.checkGrad(loss, params)).toMatchObject({passed: true});
  });

  it("begins anew where a row forgets, and there alone, in values and in derivatives", () => {
    const keep = t.tensor([
      [true, true, true, true, true],
      [true, true, false, true, true]
    ]);
    const state = {h: t.randomNormal(t.key(8), [2, 4], "float64"), c: t.randomNormal(t.key(9), [2, 4], "float64")};
    const forgetful = t.unroll(cell, params, x, state, {keep}).outputs;
    const rest = t.unroll(cell, params, t.slice(x, null, [2, 5]), t.restingState(cell, 2, 4, "float64")).outputs;
    expect(hash(t.slice(forgetful, [0, 1]))).toBe(hash(t.slice(t.unroll(cell, params, x, state).outputs, [0, 1])));
    expect(t.toNested(t.slice(forgetful, [1, 2], [2, 5]))).toEqual(t.toNested(t.slice(rest, [1, 2])));
    const loss = (p: typeof params): Tensor => t.sum(t.square(t.unroll(cell, p, x, state, {keep}).outputs));
    expect(t.checkGrad(loss, params)).toMatchObject({passed: true});
    expect(() => t.unroll(cell, params, x, state, {keep: t.ones([2, 4], "bool")})).toThrow(/keep is \[batch, time\]/);
  });

  it("refuses a text without times", () =>
    expect(() => run(t.zeros([2, 0, 3], "float64"))).toThrow(/at least one time/));
});

it("layers of cells begin with states that keep lengths", () => {
  const {weightHidden} = t.recurrent({cell: t.gruCell, inputs: 2, hidden: 5, dtype: "float64"}).init(t.key(1));
  for (const i of [0, 1, 2]) {
    const q = t.slice(weightHidden, null, [5 * i, 5 * i + 5]);
    expect(t.item(t.max(t.abs(t.sub(t.matmul(q, q, {transposeB: true}), t.eye(5, "float64")))))).toBeLessThan(1e-14);
  }
});
