/**
 * About how many bytes a value holds: typed arrays by their views, strings at two bytes a character, everything else at
 * eight bytes a field. What it holds twice is counted once.
 */
export function bytesOf(value: unknown): number {
  const seen = new Set<object>();
  const left: unknown[] = [value];
  let bytes = 0;
  while (left.length > 0) {
    const next = left.pop();
    bytes += typeof next === "string" ? 2 * next.length : 8;
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) bytes += next.byteLength;
    else if (next instanceof Map) for (const [key, item] of next) left.push(key, item);
    else if (next instanceof Set || Array.isArray(next)) for (const item of next) left.push(item);
    else for (const item of Object.values(next)) left.push(item);
  }
  return bytes;
}
