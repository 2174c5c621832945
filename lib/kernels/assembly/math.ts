// Four-lane transcendentals from multiply, add, round and bit moves only, so every engine gives the same bits.
// Polynomials: minimax fits made by tools/fit.mjs. Errors in ulp are stated in ENGINE.md.

@inline function f(x: f32): v128 { return f32x4.splat(x); }
@inline function mad(a: v128, b: v128, c: f32): v128 { return f32x4.add(f32x4.mul(a, b), f32x4.splat(c)); }
@inline function pow2(n: v128): v128 { return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23); }
@inline function pick(mask: v128, yes: v128, no: v128): v128 { return v128.bitselect(yes, no, mask); }
@inline const SIGN: i32 = 0x80000000;

@inline const MAGIC: f32 = 12582912; // 1.5·2²³: adding it rounds to an integer held in the low bits

/** eʳ for |r| ≤ ln2/2. */
@inline function expPoly(r: v128): v128 {
  let p = mad(r, f(0.00019918209), 0.0013946355);
  p = mad(p, r, 0.00833326485); p = mad(p, r, 0.04166626557); p = mad(p, r, 0.16666667163); p = mad(p, r, 0.5);
  return f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f(1));
}
/** eˣ: x = n·ln2 + r; 2ⁿ in two halves so that subnormals and overflow come out right. */
@inline export function exp4(x0: v128): v128 {
  const x = f32x4.pmax(f32x4.pmin(x0, f(89)), f(-104));
  const k = mad(x, f(1.44269504), MAGIC), n = f32x4.sub(k, f(MAGIC));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f(0.693359375))), f32x4.mul(n, f(-2.12194440e-4)));
  const i = i32x4.sub(k, i32x4.splat(0x4b400000)), h = i32x4.shr_s(i, 1);
  return f32x4.mul(f32x4.mul(expPoly(r), pow2(h)), pow2(i32x4.sub(i, h)));
}
/** eˣ for x ≤ 0 where results below 2⁻¹²⁶ may be 0: one scaling, for softmax. NaN in, NaN out. */
@inline export function expNeg4(x0: v128): v128 {
  const x = f32x4.pmax(x0, f(-87.3));
  const k = mad(x, f(1.44269504), MAGIC), n = f32x4.sub(k, f(MAGIC));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f(0.693359375))), f32x4.mul(n, f(-2.12194440e-4)));
  return v128.andnot(f32x4.mul(expPoly(r), i32x4.shl(i32x4.add(k, i32x4.splat(127 - 0x4b400000)), 23)), f32x4.lt(x0, f(-87.3)));
}

/** ln x: x = 2ᵉ·m, √½ ≤ m < √2. */
@inline export function log4(x0: v128): v128 {
  const tiny = f32x4.lt(x0, f(1.17549435e-38));
  const x = pick(tiny, f32x4.mul(x0, f(8388608)), x0);
  let e = i32x4.sub(i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23), v128.and(tiny, i32x4.splat(23)));
  const m = i32x4.sub(x, i32x4.shl(i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23), 23));
  const t = f32x4.sub(m, f(1)), z = f32x4.mul(t, t), n = f32x4.convert_i32x4_s(e);
  let p = mad(t, f(0.0691542178), -0.117900021); p = mad(p, t, 0.118730269); p = mad(p, t, -0.123843588); p = mad(p, t, 0.142186716);
  p = mad(p, t, -0.16669248); p = mad(p, t, 0.20002225); p = mad(p, t, -0.24999987); p = mad(p, t, 0.33333310);
  let y = f32x4.mul(f32x4.mul(p, t), z);
  y = f32x4.add(y, f32x4.mul(n, f(-2.12194440e-4)));
  y = f32x4.sub(y, f32x4.mul(z, f(0.5)));
  y = f32x4.add(f32x4.add(t, y), f32x4.mul(n, f(0.693359375)));
  y = pick(f32x4.eq(x0, f(Infinity)), x0, y);
  y = pick(f32x4.eq(x0, f(0)), f(-Infinity), y);
  return pick(v128.or(f32x4.lt(x0, f(0)), f32x4.ne(x0, x0)), f(NaN), y);
}

@inline export function tanh4(x: v128): v128 {
  const s = v128.and(x, i32x4.splat(SIGN)), a = v128.xor(x, s), z = f32x4.mul(x, x);
  let p = mad(z, f(-0.00571407518), 0.0206487756); p = mad(p, z, -0.0537432767); p = mad(p, z, 0.133314937); p = mad(p, z, -0.333332837);
  const small = f32x4.add(x, f32x4.mul(f32x4.mul(p, z), x));
  const e = exp4(f32x4.mul(f32x4.pmin(a, f(20)), f(2)));
  const big = v128.or(f32x4.sub(f(1), f32x4.div(f(2), f32x4.add(e, f(1)))), s);
  return pick(f32x4.lt(a, f(0.625)), small, big);
}

@inline export function sigmoid4(x: v128): v128 { return f32x4.div(f(1), f32x4.add(f(1), exp4(f32x4.neg(x)))); }

/** sin (shift 0) or cos (shift 1): reduce by multiples of π/2 in four parts, good for |x| ≤ 2¹⁵. */
@inline export function sincos4(x: v128, shift: i32): v128 {
  const k = mad(x, f(0.636619772), MAGIC), n = f32x4.sub(k, f(MAGIC));
  let r = f32x4.sub(x, f32x4.mul(n, f(1.5703125)));
  r = f32x4.sub(r, f32x4.mul(n, f(4.8351288e-4)));
  r = f32x4.sub(r, f32x4.mul(n, f(3.1385571e-7)));
  r = f32x4.sub(r, f32x4.mul(n, f(6.0770999e-11)));
  const z = f32x4.mul(r, r), q = i32x4.add(k, i32x4.splat(shift));
  let s = mad(z, f(2.71827594e-6), -1.98393318e-4); s = mad(s, z, 0.00833332911); s = mad(s, z, -0.166666672);
  s = f32x4.add(r, f32x4.mul(f32x4.mul(s, z), r));
  let c = mad(z, f(-2.72111379e-7), 2.47995340e-5); c = mad(c, z, -0.00138888834); c = mad(c, z, 0.0416666679);
  c = f32x4.add(f32x4.sub(f(1), f32x4.mul(z, f(0.5))), f32x4.mul(c, f32x4.mul(z, z)));
  const odd = i32x4.ne(v128.and(q, i32x4.splat(1)), i32x4.splat(0));
  return v128.xor(pick(odd, c, s), i32x4.shl(v128.and(q, i32x4.splat(2)), 30));
}

@inline export function erf4(x: v128): v128 {
  const s = v128.and(x, i32x4.splat(SIGN)), a = v128.xor(x, s), z = f32x4.mul(x, x);
  let p = mad(z, f(7.88911930e-5), -8.02084105e-4); p = mad(p, z, 0.00518953521); p = mad(p, z, -0.0268544443); p = mad(p, z, 0.112836003);
  p = mad(p, z, -0.37612626); p = mad(p, z, 1.12837911);
  const small = f32x4.mul(p, x);
  const t = f32x4.div(f(1), f32x4.add(f(1), f32x4.mul(f32x4.pmin(a, f(9)), f(0.5))));
  let q = mad(t, f(0.111606978), -0.439732045); q = mad(q, t, 0.508731484); q = mad(q, t, -0.0513754851); q = mad(q, t, 0.317943364);
  q = mad(q, t, 0.269873142); q = mad(q, t, 0.282992929);
  const b = f32x4.pmin(a, f(9));
  const big = v128.or(f32x4.sub(f(1), f32x4.mul(f32x4.mul(q, t), exp4(f32x4.neg(f32x4.mul(b, b))))), s);
  return pick(f32x4.lt(a, f(1)), small, big);
}

