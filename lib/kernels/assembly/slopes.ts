// dx[i] = dy[i]·f′(x[i]), from f's input or from its output, whichever is cheaper.
import {madd, splat} from "./lanes";
import {bell4, normalBelow4} from "./erf";
import {geluArgument4, geluInner4} from "./gelu";
import {sigmoid4} from "./math";

const enum Op {
  Tanh,
  Sigmoid,
  Relu,
  GeluErf,
  GeluTanh,
  Silu
}

/** s·(1 + x·(1 − s)), the slope of x·s where s = σ(x). */
@inline
export function siluSlope4(x: v128, s: v128): v128 {
  return f32x4.mul(s, madd(x, f32x4.sub(splat(1), s), splat(1)));
}

/** s + s·(1 − s)·x·(2u)′ where s = σ(2u); beyond ±30 the slope is 0 or 1, and x³ must not overflow. */
@inline
function geluTanhSlope4(x0: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(x0, splat(30)), splat(-30));
  const s = sigmoid4(geluArgument4(x));
  return madd(f32x4.mul(s, f32x4.sub(splat(1), s)), geluInner4(x), s);
}

/** Φ(x) + x·φ(x), where φ is the density: e^(−x²/2)/√(2π). */
@inline
function geluErfSlope4(x: v128): v128 {
  const bell = bell4(x);
  return madd(f32x4.mul(x, splat(0.398942280)), bell, normalBelow4(x, bell));
}

/** The compiler knows `op` and keeps one branch. */
@inline
function apply(op: Op, from: v128, dy: v128): v128 {
  if (op == Op.Tanh) return f32x4.mul(dy, f32x4.sub(splat(1), f32x4.mul(from, from)));
  if (op == Op.Sigmoid) return f32x4.mul(dy, f32x4.mul(from, f32x4.sub(splat(1), from)));
  if (op == Op.Relu) return v128.and(dy, f32x4.gt(from, splat(0)));
  if (op == Op.GeluErf) return f32x4.mul(dy, geluErfSlope4(from));
  if (op == Op.GeluTanh) return f32x4.mul(dy, geluTanhSlope4(from));
  return f32x4.mul(dy, siluSlope4(from, sigmoid4(from)));
}

@inline
function map(op: Op, n: i32, from: usize, dy: usize, dx: usize): void {
  const end = from + ((<usize>n + 3) >> 2 << 4);
  const pairs = from + (<usize>n >> 3 << 5);
  for (; from < pairs; from += 32, dy += 32, dx += 32) {
    const u = apply(op, v128.load(from), v128.load(dy));
    const v = apply(op, v128.load(from, 16), v128.load(dy, 16));
    v128.store(dx, u);
    v128.store(dx, v, 16);
  }
  for (; from < end; from += 16, dy += 16, dx += 16) v128.store(dx, apply(op, v128.load(from), v128.load(dy)));
}

export function tanhGrad(n: i32, y: usize, dy: usize, dx: usize): void {
  map(Op.Tanh, n, y, dy, dx);
}

export function sigmoidGrad(n: i32, y: usize, dy: usize, dx: usize): void {
  map(Op.Sigmoid, n, y, dy, dx);
}

export function reluGrad(n: i32, x: usize, dy: usize, dx: usize): void {
  map(Op.Relu, n, x, dy, dx);
}

export function geluErfGrad(n: i32, x: usize, dy: usize, dx: usize): void {
  map(Op.GeluErf, n, x, dy, dx);
}

export function geluTanhGrad(n: i32, x: usize, dy: usize, dx: usize): void {
  map(Op.GeluTanh, n, x, dy, dx);
}

export function siluGrad(n: i32, x: usize, dy: usize, dx: usize): void {
  map(Op.Silu, n, x, dy, dx);
}
