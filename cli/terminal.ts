/** Where a command writes: results, and what is said about them. */
export interface Terminal {
  /** Results, to stdout. */
  readonly out: (text: string) => void;
  /** Progress and errors, to stderr. */
  readonly say: (text: string) => void;
  /** Whether what is said is seen at once, and a line can be rewritten. */
  readonly live: boolean;
  readonly columns: () => number;
}

/** The process's own terminal. */
export const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  live: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
  columns: () => process.stderr.columns ?? 80
};

/** One line of JSON. What is not finite is null, as JSON has it. */
export const jsonLine = (value: unknown): string => `${JSON.stringify(value)}\n`;
