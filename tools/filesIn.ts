import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {root} from "./root.js";

/** Files of a folder below the root whose name fits, as paths from the root, sorted; none if there is no such folder. */
export function filesIn(folder: string, fits: RegExp): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => fits.test(file))
    .sort()
    .map((file) => `${folder}/${file}`);
}
