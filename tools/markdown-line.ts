import type MarkdownIt from "markdown-it";

export type BlockState = Parameters<Parameters<MarkdownIt["block"]["ruler"]["push"]>[1]>[0];

/** A line of a page without its indentation. */
export const lineOf = (state: BlockState, n: number): string =>
  state.src.slice((state.bMarks[n] ?? 0) + (state.tShift[n] ?? 0), state.eMarks[n]);

/** The path of the page that is being read, for messages. */
export const pageOf = (env: unknown): string =>
  typeof env === "object" && env !== null && "path" in env ? String(env.path) : "a page";
