/** A line of a program: its name, its operation, and the names of its operands. */
type Line = readonly [name: string, op: "add" | "mul" | "tanh", ...operands: readonly string[]];

/** Which values the slopes of a program are made of: the other factor of a product, what tanh has given, nothing of a sum. */
export const keptValues = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.flatMap(([name, op, ...operands]) => (op === "mul" ? operands : op === "tanh" ? [name] : [])));
