import {dirname, resolve} from "node:path";
import {fileURLToPath} from "node:url";

/** The directory of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
