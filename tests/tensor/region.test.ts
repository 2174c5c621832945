import {describe, expect, it} from "vitest";
import {key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import {engine} from "../../lib/kernels/wasm.js";
import {hash} from "../../lib/core/hash.js";
import * as t from "../../lib/tensor.js";

const x = t.randomNormal(key(1), [16, 16]);
const step = (w: Tensor): Tensor => t.mul(t.tanh(t.matmul(w, x)), 0.9);
const size = (): number => engine().memory.buffer.byteLength;

describe("regions", () => {
  it("give back what their function returns, on the JavaScript heap", () => {
    const {sum, list} = t.region(() => ({sum: t.sum(x), list: [step(x), 3, "text"] as const}));
    expect(sum).toEqual(t.sum(x));
    expect(list[0].data).toBeInstanceOf(Float32Array);
    expect(list.slice(1)).toEqual([3, "text"]);
  });

  it("a tensor that left in another way is dead, and says so", () => {
    let smuggled: Tensor | undefined;
    t.region(() => void (smuggled = step(x)));
    expect(() => t.sum(smuggled!)).toThrow(
      /region that it was computed in has ended[\s\S]*float32 \[16, 16\][\s\S]*return it/
    );
    expect(() => smuggled!.data).toThrow(/has ended/);
    expect(() => String(smuggled)).toThrow(/has ended/);
  });

  it("copies the numbers of a tensor out once, however often they are looked at", () =>
    t.region(() => {
      const x = t.add(t.tensor([1, 2]), t.tensor([3, 4]));
      expect(x.data).toBe(x.data);
      return 0;
    }));

  it("nest: the inner one's results live in the outer one", () => {
    const y = t.region(() => {
      const inner = t.region(() => step(step(x)));
      return t.add(inner, inner);
    });
    expect(y).toEqual(t.mul(step(step(x)), 2));
  });

  it("results may share numbers, appear twice, and be inputs", () => {
    const [a, b, c, d] = t.region(() => {
      const y = step(x);
      return [y, t.reshape(y, [256]), y, x];
    });
    expect(a).toBe(c);
    expect(d).toBe(x);
    expect(Array.from(b!.data)).toEqual(Array.from(a!.data));
  });

  it("an error inside leaves everything as it was", () => {
    const before = engine().mark();
    expect(() => t.region(() => t.region(() => t.matmul(step(x), t.zeros([3, 3]))))).toThrow(/inner dimensions/);
    expect(engine().mark()).toBe(before);
    expect(step(x)).toEqual(step(x));
  });

  it("refuse asynchronous functions", () => {
    expect(() => t.region(() => Promise.resolve(x))).toThrow(/promise/);
  });

  it("results have arrays of their own: sending one to a worker sends no other", () => {
    const [small, large] = t.region(() => [t.add(t.zeros([2048]), 1), t.add(t.zeros([1 << 20]), 1)] as const);
    for (const {data} of [small, large]) {
      const array = data as unknown as Float32Array; // what numbers on the heap are
      expect(array.buffer.byteLength).toBe(array.byteLength);
    }
  });

  it("change no number: inside and outside are the same bits", () => {
    expect(hash(t.region(() => step(step(step(x)))))).toBe(hash(step(step(step(x)))));
  });

  it("a long loop stays in the memory of a short one", () => {
    let w = x;
    for (let i = 0; i < 50; i++) w = t.region(() => step(w));
    const before = size();
    for (let i = 0; i < 2000; i++) w = t.region(() => step(w));
    expect(size()).toBe(before);
  });
});

describe("iterate", () => {
  const loop = (steps: number): {readonly w: Tensor; readonly kept: Tensor; readonly i: number} => {
    let state = {w: x, kept: x, i: 0};
    for (let i = 0; i < steps; i++) state = {w: step(state.w), kept: i === 2 ? state.w : state.kept, i};
    return state;
  };

  it.each([0, 1, 2, 7, 50])("is a loop of %i steps, bit for bit", (steps) => {
    const end = t.iterate(
      (s: ReturnType<typeof loop>, i) => ({w: step(s.w), kept: i === 2 ? s.w : s.kept, i}),
      {w: x, kept: x, i: 0},
      steps
    );
    expect(hash(end)).toBe(hash(loop(steps)));
  });

  it("begins where it is told", () => {
    const seen: number[] = [];
    t.iterate((s: Tensor, i) => (seen.push(i), step(s)), x, 3, 7);
    expect(seen).toEqual([7, 8, 9]);
  });

  it("keeps no states but the last", () => {
    t.iterate(step, x, 10);
    const before = size();
    t.iterate(step, x, 3000);
    expect(size()).toBe(before);
  });

  it("a state from before is dead inside", () => {
    let old: Tensor | undefined;
    const run = (): Tensor =>
      t.iterate(
        (s: Tensor, i) => {
          if (i === 3) return t.add(s, old!);
          old = s;
          return step(s);
        },
        t.mul(x, 1),
        5
      );
    expect(run).toThrow(/has ended/);
  });

  it("can be differentiated", () => {
    const f = (run: (w: Tensor) => Tensor) => t.grad((w: Tensor) => t.sum(run(w)))(x);
    expect(f((w) => t.iterate(step, w, 3))).toEqual(f((w) => step(step(step(w)))));
  });
});

describe("training", () => {
  const params = {w: t.randomNormal(key(2), [16, 8]), b: t.zeros([8])};
  const target = t.randomUniform(key(3), [16, 8]);
  const loss = (p: typeof params): Tensor => t.mean(t.square(t.sub(t.sigmoid(t.linear(x, p.w, p.b)), target)));
  type State = {readonly p: typeof params; readonly opt: t.AdamwState<typeof params>};
  const train = t.inRegion(({p, opt}: State): State => {
    const [next, state] = t.adamw(p, t.grad(loss)(p), opt, {learningRate: 0.05});
    return {p: next, opt: state};
  });
  const start = {p: params, opt: t.adamwInit(params)};

  it("lowers the loss, and resident states are the same bits as carried ones", () => {
    let state: State = start;
    for (let i = 0; i < 60; i++) state = train(state);
    expect(t.item(loss(state.p))).toBeLessThan(0.6 * t.item(loss(params)));
    expect(hash(t.iterate(train, start as State, 60))).toBe(hash(state));
  });
});
