/** Numbers in a text, to a few digits; all else as JSON has it. */
export const brief = (value: unknown): string =>
  JSON.stringify(value, (_, x: unknown) =>
    typeof x !== "number" ? x : Number.isFinite(x) ? Number(x.toPrecision(4)) : String(x)
  )
    .replace(/"([A-Za-z]\w*)":/g, "$1: ")
    .replaceAll(",", ", ");
