import {existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {UsageError} from "../exit.js";
import {packageFolder} from "../files/packageFolder.js";
import {writeWhole} from "../files/writeWhole.js";

/** The files of a template, by their paths; npm leaves out what is called `.gitignore`, so it has another name there. */
function filesOf(template: string): ReadonlyMap<string, string> {
  const folder = join(packageFolder, "templates", template);
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return new Map(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1).replaceAll("\\", "/");
      return [name === "gitignore" ? ".gitignore" : name, readFileSync(path, "utf8")];
    })
  );
}

/** What npm takes as the name of a package. */
const packageName = (dir: string): string =>
  basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "") || "project";

/**
 * Writes a project: a template’s files, and others beside them or in their place.
 *
 * @throws UsageError for a folder that has something in it; what Node throws where nothing can be written.
 */
export function writeProject(dir: string, template: string, others: Readonly<Record<string, string>>): void {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new UsageError(
      "dir",
      "a project goes into a folder of its own",
      [{name: "there is", value: dir}],
      "name another"
    );
  const files = new Map([...filesOf(template), ...Object.entries(others)]);
  for (const [name, text] of files) {
    const path = join(dir, name);
    mkdirSync(dirname(path), {recursive: true});
    writeWhole(path, name === "package.json" ? text.replace(/"name": ".*?"/, `"name": "${packageName(dir)}"`) : text);
  }
}
