/** A value as a verdict shows it: as code, with short numbers, at most about `limit` characters, whatever it is. */
export function showValue(value: unknown, limit = 120): string {
  const text = show(value, limit, 0);
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

const DEPTH = 6;

function show(value: unknown, room: number, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value.length > room ? value.slice(0, room + 1) : value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(Number(value.toPrecision(6)));
  if (typeof value === "bigint") return `${String(value).slice(0, room)}n`;
  if (typeof value !== "object" || value === null) return String(value);
  if (depth >= DEPTH) return "…";
  if (value instanceof Map)
    return `Map {${fill([...value], room, ([k, v], r) => `${show(k, r, depth + 1)} → ${show(v, r, depth + 1)}`)}}`;
  if (value instanceof Set) return `Set {${fill([...value], room, (item, r) => show(item, r, depth + 1))}}`;
  if (Array.isArray(value)) return `[${fill(value, room, (item, r) => show(item, r, depth + 1))}]`;
  if (ArrayBuffer.isView(value) && "length" in value) {
    const numbers: unknown[] = Array.from({length: Math.min(Number(value.length), room)}, (_, i) =>
      Reflect.get(value, i)
    );
    return `[${fill(numbers, room, (item, r) => show(item, r, depth + 1))}]`;
  }
  return `{${fill(Object.entries(value), room, ([key, item], r) => `${key}: ${show(item, r, depth + 1)}`)}}`;
}

/** As many items as there is room for. */
function fill<T>(items: readonly T[], room: number, write: (item: T, room: number) => string): string {
  const parts: string[] = [];
  let left = room;
  for (const item of items) {
    if (left < 0) break;
    const part = write(item, left);
    parts.push(part);
    left -= part.length + 2;
  }
  return parts.join(", ");
}
