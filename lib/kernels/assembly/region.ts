// A region is a stack of bytes. alloc moves its top up, release moves it back; nothing is ever freed one by one.

/** JavaScript's: throws an error that says what could not be had. */
@external("env", "outOfMemory")
declare function outOfMemory(bytes: usize): void;

/** Bytes behind the top that exist, so that loads of whole vectors at the end of a buffer stay inside the memory. */
const SLACK: u64 = 64;

let top: usize = (__heap_base + 15) & ~15;

/** Bytes from the region, 16-byte aligned and padded; 0, with nothing changed, when the memory cannot grow so far. */
export function alloc(bytes: usize): usize {
  const p = top;
  // 64 bits: both the memory's size and the new top may be 2³²
  const next = <u64>p + ((<u64>bytes + 15) & ~15);
  const have = <u64>memory.size() << 16;
  if (next + SLACK > have) {
    const need = <i32>((next + SLACK - have + 65535) >> 16);
    // at least 1 MiB a time; near the end of the address space, only what is needed
    if (memory.grow(max<i32>(16, need)) < 0 && memory.grow(need) < 0) return 0;
  }
  top = <usize>next;
  return p;
}

/** As alloc, for a kernel's own use: throws when there is no room. Ask once and before writing, so that nothing leaks. */
export function scratch(bytes: usize): usize {
  const p = alloc(bytes);
  if (p == 0) outOfMemory(bytes);
  return p;
}

export function mark(): usize {
  return top;
}

export function release(to: usize): void {
  top = to;
}
