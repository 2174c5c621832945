import {createRequire} from "node:module";
import {dirname} from "node:path";

/** Where the package lies. */
export const packageFolder = dirname(createRequire(import.meta.url).resolve("llm-first-principles/package.json"));
