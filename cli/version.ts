import {createRequire} from "node:module";

/** The version of the library, which is that of its command line. */
export const version = (
  createRequire(import.meta.url)("llm-first-principles/package.json") as {readonly version: string}
).version;
