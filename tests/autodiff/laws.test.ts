import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Primitive} from "../../lib/autodiff/primitive.js";
import {apply} from "../../lib/autodiff/tracked.js";
import {fold, key} from "../../lib/core/random/key.js";
import type {Tensor} from "../../lib/core/tensorData.js";
import * as t from "../../lib/tensor.js";

const draw = (seed: number, shape: readonly number[]): Tensor => t.randomNormal(fold(key(3), seed), shape, "float64");
const seeds = fc.integer({min: 0, max: 1e6});
const close = (a: Tensor, b: Tensor, tolerance = 1e-10): void => {
  expect(a.shape).toEqual(b.shape);
  Array.from(a.data).forEach((x, i) =>
    expect(Math.abs(x - b.data[i]!)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(b.data[i]!)))
  );
};
const check = (law: (seed: number) => void): void => fc.assert(fc.property(seeds, law), {numRuns: 40});

/** Smooth functions from [3] to [3] and to a number, with parameters that are drawn. */
const map = (seed: number) => {
  const [w, b] = [draw(seed, [3, 3]), draw(seed + 1, [3])];
  return (x: Tensor): Tensor => t.tanh(t.add(t.matmul(x, w), b));
};
const number = (seed: number) => {
  const w = draw(seed + 2, [3]);
  const f = map(seed + 3);
  return (x: Tensor): Tensor => t.sum(t.mul(t.sin(f(x)), w));
};

describe("laws of derivatives", () => {
  it("linearity: the gradient of a·f + b·g is a·f′ + b·g′", () =>
    check((seed) => {
      const [f, g, x] = [number(seed), number(seed + 50), draw(seed + 9, [3])];
      const sum = (y: Tensor): Tensor => t.add(t.mul(f(y), 2.5), t.mul(g(y), -3));
      close(t.grad(sum)(x), t.add(t.mul(t.grad(f)(x), 2.5), t.mul(t.grad(g)(x), -3)));
    }));

  it("product: the gradient of f·g is f′·g + f·g′", () =>
    check((seed) => {
      const [f, g, x] = [number(seed), number(seed + 50), draw(seed + 9, [3])];
      const product = (y: Tensor): Tensor => t.mul(f(y), g(y));
      close(t.grad(product)(x), t.add(t.mul(t.grad(f)(x), g(x)), t.mul(t.grad(g)(x), f(x))));
    }));

  it("chain: the Jacobian of g∘f is the product of theirs", () =>
    check((seed) => {
      const [f, g, x] = [map(seed), map(seed + 50), draw(seed + 9, [3])];
      close(
        t.jacobian((y) => g(f(y)), x),
        t.matmul(t.jacobian(g, f(x)), t.jacobian(f, x))
      );
    }));

  it("adjoint: ⟨u, J·v⟩ = ⟨Jᵀ·u, v⟩", () =>
    check((seed) => {
      const [f, x, u, v] = [map(seed), draw(seed + 9, [3]), draw(seed + 10, [3]), draw(seed + 11, [3])];
      close(t.sum(t.mul(u, t.jvp(f, x, v).tangent)), t.sum(t.mul(t.vjp(f, x).pull(u), v)));
    }));

  it("the Hessian is symmetric, and its product with a vector is hessianVectorProduct", () =>
    check((seed) => {
      const [f, x, v] = [number(seed), draw(seed + 9, [3]), draw(seed + 11, [3])];
      const h = t.hessian(f, x);
      close(h, t.transpose(h));
      close(t.hessianVectorProduct(f, x, v), t.matmul(h, v));
    }));

  it("a Jacobian by rows is the one by columns", () =>
    check((seed) => {
      const [f, x] = [map(seed), draw(seed + 9, [3])];
      close(t.jacobian(f, x, "reverse"), t.jacobian(f, x, "forward"), 1e-14);
    }));
});

describe("nesting", () => {
  it("third derivatives: x⁴ has 24·x", () => {
    const f = (x: Tensor): Tensor => t.pow(x, 4);
    expect(t.item(t.grad(t.grad(t.grad(f)))(t.scalar(2, "float64")))).toBeCloseTo(48, 12);
  });

  it("an inner derivative does not take the outer variable for its own", () => {
    // d/dx [x · d/dy (x + y)] = 1: perturbations confused would give 2
    const f = (x: Tensor): Tensor => t.mul(x, t.grad((y: Tensor) => t.add(x, y))(t.scalar(1, "float64")));
    expect(t.item(t.grad(f)(t.scalar(3, "float64")))).toBe(1);
  });

  it("an inner derivative depends on the outer variable where it should", () => {
    // d/dx d/dy (x²·y³) = 2x · 3y²
    const f = (x: Tensor): Tensor => t.grad((y: Tensor) => t.mul(t.square(x), t.pow(y, 3)))(t.scalar(2, "float64"));
    expect(t.item(t.grad(f)(t.scalar(5, "float64")))).toBe(2 * 5 * 3 * 4);
  });

  it("forward through reverse and reverse through forward agree", () => {
    const f = (x: Tensor): Tensor => t.sum(t.exp(t.sin(x)));
    const [x, v] = [draw(1, [4]), draw(2, [4])];
    const reverseOfForward = t.grad((y: Tensor) => t.jvp(f, y, v).tangent)(x);
    close(t.hessianVectorProduct(f, x, v), reverseOfForward, 1e-13);
  });
});

describe("trees", () => {
  const params = {a: draw(1, [2]), layers: [{w: draw(2, [2, 2])}, {w: draw(3, [2, 2])}], unused: draw(4, [3])};
  const f = (p: typeof params): Tensor => t.sum(p.layers.reduce((x, {w}) => t.tanh(t.matmul(x, w)), p.a));

  it("gradients come in the tree of the parameters, zeros for what is not used", () => {
    const grads = t.grad(f)(params);
    expect(Object.keys(grads)).toEqual(["a", "layers", "unused"]);
    expect(t.toNested(grads.unused)).toEqual([0, 0, 0]);
    expect(grads.layers[1]!.w.shape).toEqual([2, 2]);
    expect(t.checkGrad(f, params)).toMatchObject({passed: true});
  });

  it("what is no float is refused, with its path", () => {
    const bad = {...params, layers: [{w: t.tensor([[1, 2]], "int32")}]};
    expect(() => t.grad((p: typeof bad) => t.sum(p.a))(bad)).toThrow(/layers\.0\.w.*a tensor of int32[\s\S]*hint/);
  });

  it("a value that is no scalar is refused, with its shape", () => {
    expect(() => t.grad((x: Tensor) => x)(draw(1, [2, 2]))).toThrow(/scalar[\s\S]*\[2, 2\]/);
  });
});

describe("functions that are not ready", () => {
  const later = (_: Tensor): Promise<Tensor> => Promise.resolve(t.scalar(1));
  const x = draw(1, [2]);
  it.each([
    ["grad", () => t.grad(later as never)(x)],
    ["vjp", () => t.vjp(later, x)],
    ["jvp", () => t.jvp(later, x, x)],
    ["trace", () => t.trace(later)(x)],
    ["findNaN", () => t.findNaN(later as never, x)],
    ["iterate", () => t.iterate(later as never, x, 1)],
    ["peakMemory", () => t.peakMemory(() => later(x))]
  ])("%s refuses a promise, and says that the function is asynchronous", (_, f) =>
    expect(f).toThrow(/ends before it returns[\s\S]*a promise[\s\S]*not async/)
  );
});

describe("checkGrad", () => {
  it("sees each direction through other weights: what one choice of them hides is found", () => {
    const hidden = t.randomNormal(fold(key(0), 1e6), [2], "float64").data;
    // a rule that is right for one cotangent alone, and its multiples
    const wrong: Primitive = {
      name: "wrong",
      forward: ([x]) => x!,
      vjp: (dy) => [t.add(dy, t.tensor([dy.data[0]! * hidden[1]! - dy.data[1]! * hidden[0]!, 0], "float64"))],
      jvp: ([dx]) => dx!
    };
    expect(t.checkGrad((x: Tensor) => apply(wrong, [x], undefined), draw(1, [2])).passed).toBe(false);
  });
});

describe("stopGradient and checkpoint", () => {
  it("no derivative goes through stopGradient", () => {
    const f = (x: Tensor): Tensor => t.sum(t.mul(x, t.stopGradient(x)));
    expect(t.toNested(t.grad(f)(t.tensor([2, 3], "float64")))).toEqual([2, 3]);
  });

  const kinds = ["float32", "float64"] as const;
  it.each(kinds)("checkpoint changes neither values nor gradients, bit for bit: %s", (dtype) => {
    const layer = (seed: number) => ({w: t.cast(draw(seed, [4, 4]), dtype), b: t.cast(draw(seed + 1, [4]), dtype)});
    const p = [layer(5), layer(7)] as const;
    const x = t.cast(draw(9, [3, 4]), dtype);
    const block = (q: (typeof p)[0], y: Tensor): Tensor => t.gelu(t.layerNorm(t.linear(y, q.w, q.b), q.b, q.b));
    const through = (one: typeof block) => (q: typeof p) => t.sum(t.square(one(q[1], one(q[0], x))));
    expect(t.valueAndGrad(through(t.checkpoint(block)))(p)).toEqual(t.valueAndGrad(through(block))(p));
  });

  it("checkpoint works for trees, in jvp, and for second derivatives", () => {
    const pair = (x: Tensor): {readonly s: Tensor; readonly c: readonly Tensor[]} => ({s: t.sin(x), c: [t.cos(x)]});
    const f = (g: typeof pair) => (x: Tensor) => {
      const {s, c} = g(x);
      return t.sum(t.mul(s, t.square(c[0]!)));
    };
    const [x, v] = [draw(1, [3]), draw(2, [3])];
    close(t.hessian(f(t.checkpoint(pair)), x), t.hessian(f(pair), x), 1e-13);
    close(t.jvp(f(t.checkpoint(pair)), x, v).tangent, t.jvp(f(pair), x, v).tangent, 1e-13);
  });

  it("checkpoint refuses tracked tensors that are not its arguments", () => {
    const f = (w: Tensor): Tensor => t.sum(t.checkpoint((y: Tensor) => t.mul(y, w))(t.square(w)));
    expect(() => t.grad(f)(draw(1, [2]))).toThrow(/pass parameters as arguments/);
  });
});

describe("trace", () => {
  const f = (p: {readonly w: Tensor}, x: Tensor): Tensor => {
    const hidden = t.named("hidden", t.tanh(t.matmul(x, p.w)));
    return t.sum(t.named("squares", t.square(hidden)));
  };

  it("records every named activation, in order, and the value is that of the function", () => {
    const [p, x] = [{w: draw(1, [2, 2])}, draw(2, [3, 2])];
    const {value, activations} = t.trace(f)(p, x);
    expect(Object.keys(activations)).toEqual(["hidden", "squares"]);
    expect(activations["hidden"]).toEqual(t.tanh(t.matmul(x, p.w)));
    expect(value).toEqual(f(p, x));
  });

  it("refuses two activations of one name", () => {
    expect(() => t.trace((x: Tensor) => t.named("a", t.sin(t.named("a", x))))(draw(1, [2]))).toThrow(/name of its own/);
  });
});

describe("NaN is located", () => {
  it("in the forward pass: the operation and the parameter", () => {
    const f = (p: {readonly scale: Tensor; readonly shift: Tensor}): Tensor =>
      t.sum(t.exp(t.log(t.add(t.mul(p.scale, 0), p.shift))));
    const error = t.findNaN(f, {scale: draw(1, [2]), shift: t.tensor([-1, 1], "float64")});
    expect(error).toMatchObject({name: "NaNError", op: "log"});
    expect(error?.param).toContain("shift");
  });

  it("in a parameter, by its path", () => {
    const p = {layers: [{w: t.tensor([1, NaN], "float32")}]};
    expect(t.findNaN((q: typeof p) => t.sum(q.layers[0]!.w), p)).toMatchObject({param: "layers.0.w"});
  });

  it("in the gradient, where the value is finite", () => {
    const error = t.findNaN((p: {readonly x: Tensor}) => t.sum(t.sqrt(p.x)), {x: t.tensor([0, 1], "float64")});
    expect(error).toMatchObject({op: "the gradient of sqrt", param: "x"});
  });

  it("nowhere, where all is finite", () => {
    expect(t.findNaN((p: {readonly x: Tensor}) => t.sum(p.x), {x: draw(1, [2])})).toBeUndefined();
  });
});

describe("checkFinite", () => {
  const f = (p: {readonly x: Tensor}): Tensor => t.sum(t.log(p.x));
  it("passes a finite loss on", () => {
    const p = {x: t.ones([2])};
    expect(t.item(t.checkFinite(f)(f(p), 7, p))).toBe(0);
  });
  it("names the step, the operation and the parameter of one that is not", () => {
    const p = {x: t.tensor([1, -1])};
    expect(() => t.checkFinite(f)(f(p), 7, p)).toThrow(/comes from log\n[\s\S]*param\s+x\n\s+step\s+7\n/);
  });
});
