// Comparisons, and what is chosen by them. A bool is a byte, 0 or 1; four of them are one load.

/** The order of `comparisons`. */
const enum Op {
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual
}

/** The compiler knows `op` and keeps one branch. */
@inline
function apply(op: Op, a: v128, b: v128): v128 {
  if (op == Op.Equal) return f32x4.eq(a, b);
  if (op == Op.NotEqual) return f32x4.ne(a, b);
  if (op == Op.Less) return f32x4.lt(a, b);
  if (op == Op.LessEqual) return f32x4.le(a, b);
  if (op == Op.Greater) return f32x4.gt(a, b);
  return f32x4.ge(a, b);
}

@inline
function compareAs(op: Op, n: i32, a: usize, b: usize, y: usize): void {
  for (const end = y + ((<usize>n + 3) & ~3); y < end; a += 16, b += 16, y += 4) {
    const mask = apply(op, v128.load(a), v128.load(b));
    const words = i16x8.narrow_i32x4_s(mask, mask);
    const flags = v128.and(i8x16.narrow_i16x8_s(words, words), i8x16.splat(1));
    v128.store_lane<i32>(y, flags, 0);
  }
}

export function compare(op: i32, n: i32, a: usize, b: usize, y: usize): void {
  if (op == Op.Equal) compareAs(Op.Equal, n, a, b, y);
  else if (op == Op.NotEqual) compareAs(Op.NotEqual, n, a, b, y);
  else if (op == Op.Less) compareAs(Op.Less, n, a, b, y);
  else if (op == Op.LessEqual) compareAs(Op.LessEqual, n, a, b, y);
  else if (op == Op.Greater) compareAs(Op.Greater, n, a, b, y);
  else compareAs(Op.GreaterEqual, n, a, b, y);
}

/** Four bools as 0 or −1, which has all bits set. */
@inline
function maskAt(p: usize): v128 {
  const bytes = v128.load32_zero(p);
  return i32x4.neg(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes)));
}

export function where(n: i32, mask: usize, a: usize, b: usize, y: usize): void {
  for (const end = mask + ((<usize>n + 3) & ~3); mask < end; mask += 4, a += 16, b += 16, y += 16) {
    v128.store(y, v128.bitselect(v128.load(a), v128.load(b), maskAt(mask)));
  }
}

export function fromBools(n: i32, mask: usize, y: usize): void {
  for (const end = mask + ((<usize>n + 3) & ~3); mask < end; mask += 4, y += 16) {
    v128.store(y, v128.and(maskAt(mask), f32x4.splat(1)));
  }
}
