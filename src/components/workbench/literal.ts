/** A value as it is written in a program: JSON knows no Infinity, and quotes names that need none. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object" && value !== null) return `{${fieldsOf(value)}}`;
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

/** The fields of a record, for a program that puts others beside them. */
export const fieldsOf = (record: object): string =>
  Object.entries(record)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(", ");
