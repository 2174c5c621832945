// y[i] = f(x[i]). Two vectors a turn: the engine then builds each constant once for both.
import {pick, splat} from "./lanes";
import {exp4, expm1_4, log1p4, log4, sigmoid4, signOf, softplus4, tanh4} from "./math";
import {bell4, erf4, normalBelow4} from "./erf";
import {geluArgument4} from "./gelu";
import {cos4, sin4} from "./trig";

const enum Op {
  Exp,
  Expm1,
  Log,
  Log1p,
  Sin,
  Cos,
  Tanh,
  Sigmoid,
  Erf,
  Sqrt,
  Rsqrt,
  Reciprocal,
  Abs,
  Sign,
  Relu,
  GeluErf,
  GeluTanh,
  Silu,
  Softplus
}

/** The compiler knows `op` and keeps one branch. */
@inline
function apply(op: Op, x: v128): v128 {
  if (op == Op.Exp) return exp4(x);
  if (op == Op.Expm1) return expm1_4(x);
  if (op == Op.Log) return log4(x);
  if (op == Op.Log1p) return log1p4(x);
  if (op == Op.Sin) return sin4(x);
  if (op == Op.Cos) return cos4(x);
  if (op == Op.Tanh) return tanh4(x);
  if (op == Op.Sigmoid) return sigmoid4(x);
  if (op == Op.Erf) return erf4(x);
  if (op == Op.Sqrt) return f32x4.sqrt(x);
  if (op == Op.Rsqrt) return f32x4.div(splat(1), f32x4.sqrt(x));
  if (op == Op.Reciprocal) return f32x4.div(splat(1), x);
  if (op == Op.Abs) return f32x4.abs(x);
  if (op == Op.Sign) return pick(f32x4.gt(f32x4.abs(x), splat(0)), v128.or(signOf(x), splat(1)), x);
  if (op == Op.Relu) return f32x4.add(f32x4.pmax(x, splat(0)), splat(0)); // the sum makes 0 of −0
  if (op == Op.GeluErf) return f32x4.mul(x, normalBelow4(x, bell4(x)));
  if (op == Op.GeluTanh) return f32x4.mul(x, sigmoid4(geluArgument4(x)));
  if (op == Op.Silu) return f32x4.mul(x, sigmoid4(x));
  return softplus4(x);
}

@inline
function map(op: Op, n: i32, x: usize, y: usize): void {
  const end = x + ((<usize>n + 3) >> 2 << 4);
  const pairs = x + (<usize>n >> 3 << 5);
  for (; x < pairs; x += 32, y += 32) {
    const u = apply(op, v128.load(x));
    const v = apply(op, v128.load(x, 16));
    v128.store(y, u);
    v128.store(y, v, 16);
  }
  for (; x < end; x += 16, y += 16) v128.store(y, apply(op, v128.load(x)));
}

export function exp(n: i32, x: usize, y: usize): void {
  map(Op.Exp, n, x, y);
}

export function expm1(n: i32, x: usize, y: usize): void {
  map(Op.Expm1, n, x, y);
}

export function log(n: i32, x: usize, y: usize): void {
  map(Op.Log, n, x, y);
}

export function log1p(n: i32, x: usize, y: usize): void {
  map(Op.Log1p, n, x, y);
}

export function sin(n: i32, x: usize, y: usize): void {
  map(Op.Sin, n, x, y);
}

export function cos(n: i32, x: usize, y: usize): void {
  map(Op.Cos, n, x, y);
}

export function tanh(n: i32, x: usize, y: usize): void {
  map(Op.Tanh, n, x, y);
}

export function sigmoid(n: i32, x: usize, y: usize): void {
  map(Op.Sigmoid, n, x, y);
}

export function erf(n: i32, x: usize, y: usize): void {
  map(Op.Erf, n, x, y);
}

export function sqrt(n: i32, x: usize, y: usize): void {
  map(Op.Sqrt, n, x, y);
}

export function rsqrt(n: i32, x: usize, y: usize): void {
  map(Op.Rsqrt, n, x, y);
}

export function reciprocal(n: i32, x: usize, y: usize): void {
  map(Op.Reciprocal, n, x, y);
}

export function abs(n: i32, x: usize, y: usize): void {
  map(Op.Abs, n, x, y);
}

export function sign(n: i32, x: usize, y: usize): void {
  map(Op.Sign, n, x, y);
}

export function relu(n: i32, x: usize, y: usize): void {
  map(Op.Relu, n, x, y);
}

export function geluErf(n: i32, x: usize, y: usize): void {
  map(Op.GeluErf, n, x, y);
}

export function geluTanh(n: i32, x: usize, y: usize): void {
  map(Op.GeluTanh, n, x, y);
}

export function silu(n: i32, x: usize, y: usize): void {
  map(Op.Silu, n, x, y);
}

export function softplus(n: i32, x: usize, y: usize): void {
  map(Op.Softplus, n, x, y);
}
