// Walks through two strided views with common extents. The axes lie in static memory: kernels run one at a time.

/** Axes, as many as NumPy had: more is a trap. */
@inline const MOST: i32 = 32;
const EXTENTS = memory.data(MOST * 4);
const FIRST = memory.data(MOST * 4); // strides of the first view, in bytes
const SECOND = memory.data(MOST * 4);
const INDEX = memory.data(MOST * 4);

/** Where the walk stands, in bytes from the beginnings of the views. */
export let atFirst: i32 = 0;
export let atSecond: i32 = 0;

@inline
function at(list: usize, axis: i32): i32 {
  return load<i32>(list + (<usize>axis << 2));
}

@inline
function put(list: usize, axis: i32, value: i32): void {
  store<i32>(list + (<usize>axis << 2), value);
}

export function extentOf(axis: i32): i32 {
  return at(EXTENTS, axis);
}

export function firstStride(axis: i32): i32 {
  return at(FIRST, axis);
}

export function secondStride(axis: i32): i32 {
  return at(SECOND, axis);
}

/**
 * Lays out the axes, merged where both views step as if they were one axis, and without axes of one. Returns how many
 * there are, at least 1; 0 where the views are empty.
 */
export function lay(rank: i32, dims: usize, first: usize, second: usize): i32 {
  let count = 0;
  for (let axis = 0; axis < rank; axis++) {
    const n = at(dims, axis);
    if (n == 0) return 0;
    if (n == 1) continue;
    const a = at(first, axis) << 2;
    const b = at(second, axis) << 2;
    if (count > 0 && firstStride(count - 1) == a * n && secondStride(count - 1) == b * n) {
      put(EXTENTS, count - 1, extentOf(count - 1) * n);
      put(FIRST, count - 1, a);
      put(SECOND, count - 1, b);
      continue;
    }
    if (count == MOST) unreachable();
    set(count++, n, a, b);
  }
  if (count == 0) set(count++, 1, 4, 4);
  return count;
}

function set(axis: i32, n: i32, a: i32, b: i32): void {
  put(EXTENTS, axis, n);
  put(FIRST, axis, a);
  put(SECOND, axis, b);
}

/** Exchanges two axes: the walk takes another order. */
export function exchange(i: i32, j: i32): void {
  const n = extentOf(i);
  const a = firstStride(i);
  const b = secondStride(i);
  set(i, extentOf(j), firstStride(j), secondStride(j));
  set(j, n, a, b);
}

/** Begins a walk over the first `axes` axes and returns its number of steps. */
export function start(axes: i32): i32 {
  let steps = 1;
  for (let axis = 0; axis < axes; axis++) {
    steps *= extentOf(axis);
    put(INDEX, axis, 0);
  }
  atFirst = 0;
  atSecond = 0;
  return steps;
}

/** One step of that walk, the last of the axes fastest. */
export function advance(axes: i32): void {
  for (let axis = axes - 1; axis >= 0; axis--) {
    const i = at(INDEX, axis) + 1;
    const n = extentOf(axis);
    atFirst += firstStride(axis);
    atSecond += secondStride(axis);
    if (i < n) return put(INDEX, axis, i);
    put(INDEX, axis, 0);
    atFirst -= firstStride(axis) * n;
    atSecond -= secondStride(axis) * n;
  }
}
