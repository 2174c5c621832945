/** Where the list of each exercise is, so that any page can ask it again: read from the pages, as their catalog is. */
import {readFileSync} from "node:fs";
import {dirname, join, posix} from "node:path";
import {findExercises} from "../src/components/exercise/findExercises.js";
import {filesIn} from "./filesIn.js";
import {root} from "./root.js";
import {stageFolders} from "./stageFolders.js";

/** An exercise, the module that its list is imported from, as an address of the site, and the list's name there. */
interface ListOf {
  readonly name: string;
  readonly module: string;
  readonly list: string;
}

const CALL = /\b(?:predict|choose|compute|write)\(\s*(?<list>\w+),\s*"(?<name>[^"]*)"/g;
/** A page that loads its exercises late has one such import. */
const LATE = /\bimport\("(?<from>\.\/exercises\/[^"]*)"\)/g;
const IMPORT = /^import \{(?<names>[^}]*)\} from "(?<from>\.[^"]*)";$/gm;

/**
 * The lists of the exercises of a page, by its address and its Markdown.
 *
 * @throws Error for a list that the page does not import.
 */
export function listsOf(path: string, markdown: string): readonly ListOf[] {
  const imports = [...markdown.matchAll(IMPORT)].flatMap(({groups = {}}) =>
    (groups["names"] ?? "").split(",").map((name) => {
      const [exported = "", local = exported] = name.trim().split(" as ");
      return {exported, local, module: posix.join(dirname(path), groups["from"] ?? "")};
    })
  );
  const late = [...markdown.matchAll(LATE)].map(({groups = {}}) => posix.join(dirname(path), groups["from"] ?? ""));
  return [...markdown.matchAll(CALL)].map(({groups = {}}) => {
    const {list = "", name = ""} = groups;
    const from = imports.find(({local}) => local === list);
    if (from === undefined && late.length === 1 && late[0] !== undefined) return {name, module: late[0], list};
    if (from === undefined) throw new Error(`${path}: “${name}” is asked of ${list}, which the page does not import`);
    return {name, module: from.module, list: from.exported};
  });
}

/** All lists of the book. */
export const exerciseLists = (): readonly ListOf[] =>
  stageFolders
    .flatMap(({slug}) => filesIn(`src/stages/${slug}`, /\.md$/))
    .flatMap((file) => {
      const [path, markdown] = [file.slice(3, -3), readFileSync(join(root, file), "utf8")];
      const lists = listsOf(path, markdown);
      const missing = findExercises(path, markdown).find(({name}) => !lists.some((list) => list.name === name));
      if (missing !== undefined) throw new Error(`${path}: the list of “${missing.name}” was not found`);
      return lists;
    });

/** A module with one function, `listNamed`, that loads the list of an exercise: imports are written out, so that Framework sees them. */
export function exerciseModules(): string {
  const lists = exerciseLists();
  const modules = [...new Set(lists.map(({module}) => module))];
  const load = modules.map((module) => `() => import(${JSON.stringify(`..${module}`)})`);
  const rows = lists.map(({name, module, list}) => [name, [modules.indexOf(module), list]] as const);
  return `const load = [${load.join(",\n")}];
const rows = ${JSON.stringify(Object.fromEntries(rows))};
export const listNamed = async (name) => Object.hasOwn(rows, name) ? (await load[rows[name][0]]())[rows[name][1]] : undefined;
`;
}
