import {beforeEach, describe, expect, it} from "vitest";
import {hash} from "../../lib/core/hash.js";
import {engine, exchangeEngine, openKernels} from "../../lib/kernels/wasm.js";
import {keepIn} from "../../lib/tensor/storage.js";
import * as t from "../../lib/tensor.js";

const owner = (seed: number, size = 64) => ({weight: t.randomNormal(t.key(seed), [size, size])});
const tensorsOf = ({weight}: {readonly weight: t.Tensor}) => [weight];
const keep = (one: ReturnType<typeof owner>): number => {
  keepIn(one, tensorsOf);
  return engine().mark();
};
const square = ({weight}: ReturnType<typeof owner>): string => hash(t.region(() => t.matmul(weight, weight)));

// owners that are new to it come until one makes the others give way: then it is alone, and small
beforeEach(() => {
  for (let [seed, before, now] = [100, 0, 0]; now >= before; seed++) [before, now] = [now, keep(owner(seed, 4))];
});

describe("numbers that stay in WASM memory", () => {
  it("are those that a region would have copied, whoever stays beside them", () => {
    const all = [1, 2, 3, 4].map((seed) => owner(seed));
    const told = all.map(square);
    for (const one of [...all, ...all]) {
      keep(one);
      expect(all.map(square)).toEqual(told);
    }
  });

  it("take their room once, and that of two owners at most", () => {
    const [a, b] = [owner(1), owner(2)] as const;
    const bytes = 4 * 64 * 64;
    const one = keep(a);
    expect(keep(a)).toBe(one);
    const two = keep(b); // a and the small one gave way
    expect(two).toBeLessThan(one);
    expect(keep(b)).toBe(two);
    expect(keep(a)).toBe(two + bytes);
    expect(keep(b)).toBe(two + bytes);
  });

  it("stay where they are when a region ends, and are not kept inside of one", () => {
    const [a, b] = [owner(1), owner(2)] as const;
    const kept = keep(a);
    square(a);
    expect(engine().mark()).toBe(kept);
    t.region(() => {
      keepIn(b, tensorsOf);
      return t.add(b.weight, 1);
    });
    expect(engine().mark()).toBe(kept);
  });

  it("are not looked for in another memory, in which something else lies there", () => {
    const a = owner(1);
    const told = square(a);
    keep(a);
    const before = engine();
    try {
      exchangeEngine(openKernels());
      expect(square(a)).toBe(told);
      keep(owner(2));
      keep(a);
      expect(square(a)).toBe(told);
    } finally {
      exchangeEngine(before);
    }
    expect(square(a)).toBe(told);
  });

  it("leave float64 and what is too large alone", () => {
    const before = engine().mark();
    keepIn({weight: t.ones([4], "float64")}, tensorsOf);
    expect(engine().mark()).toBe(before);
  });
});
