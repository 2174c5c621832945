// What every kernel needs of four lanes.
// AssemblyScript's @inline is what keeps vectors in registers: a call would pass them through memory.

@inline
export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

/**
 * a·b + c, rounded twice. In the fast module it is rounded once where the machine can, which differs between machines:
 * a static condition, so that the other module has no trace of it.
 */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}

/** yes where the mask's bits are set, else no. */
@inline
export function pick(mask: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, mask);
}

@inline
export function lane(v: v128): f32 {
  return f32x4.extract_lane(v, 0);
}

/** (v0 + v2) + (v1 + v3) */
@inline
export function hsum(v: v128): f32 {
  const pair = f32x4.add(v, v128.shuffle<f64>(v, v, 1, 0));
  return lane(f32x4.add(pair, v128.shuffle<f32>(pair, pair, 1, 0, 3, 2)));
}

/** The largest lane; NaN where any is NaN. */
@inline
export function hmax(v: v128): f32 {
  const pair = f32x4.max(v, v128.shuffle<f64>(v, v, 1, 0));
  return lane(f32x4.max(pair, v128.shuffle<f32>(pair, pair, 1, 0, 3, 2)));
}

/** The smallest lane; NaN where any is NaN. */
@inline
export function hmin(v: v128): f32 {
  const pair = f32x4.min(v, v128.shuffle<f64>(v, v, 1, 0));
  return lane(f32x4.min(pair, v128.shuffle<f32>(pair, pair, 1, 0, 3, 2)));
}

/** Lanes below `left` (1 to 3) have all bits set. */
@inline
export function firstLanes(left: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(left));
}

/** The `left` (1 to 3) numbers at p; the other lanes hold 0. Nothing behind them is read. */
@inline
export function loadTail(p: usize, left: i32): v128 {
  if (left == 1) return v128.load32_zero(p);
  const two = v128.load64_zero(p);
  return left == 2 ? two : v128.load_lane<f32>(p, two, 2, 8);
}

/** As loadTail, with `fill` in the other lanes. */
@inline
export function loadTailOr(p: usize, left: i32, fill: v128): v128 {
  return pick(firstLanes(left), loadTail(p, left), fill);
}

/** Writes the first `left` (1 to 3) lanes, and nothing behind them. */
@inline
export function storeTail(p: usize, left: i32, v: v128): void {
  if (left == 1) {
    v128.store_lane<f32>(p, v, 0);
  } else {
    v128.store_lane<f64>(p, v, 0);
    if (left == 3) v128.store_lane<f32>(p, v, 2, 8);
  }
}
