/** What is written down of a run, to be read by people too. JSON has no Infinity: it is written as a text. */
export const settingsText = (value: unknown): string =>
  `${JSON.stringify(value, (_, x: unknown) => (typeof x === "number" && !Number.isFinite(x) ? String(x) : x), 2)}\n`;

/** The settings of a text, with the numbers that JSON does not have. */
export const settingsOf = (text: string): unknown =>
  JSON.parse(text, (_, x: unknown) => (x === "Infinity" ? Infinity : x === "-Infinity" ? -Infinity : x));
