import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "./root.js";

/** The base path that dist/ was built for: its 404 page alone has addresses from the root. */
export function builtBase(): string {
  const page = join(root, "dist/404.html");
  const [, base] = (existsSync(page) && /href="(\/[^"]*)fonts\//.exec(readFileSync(page, "utf8"))) || [];
  if (base === undefined) throw new Error("There is no finished dist/: run npm run build first.");
  return base;
}
