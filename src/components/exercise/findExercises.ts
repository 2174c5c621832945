import type {CatalogEntry} from "../progress/done.js";

const CALLS =
  /^:::\s+exercise\s+(?<title>.*)$|\b(?<kind>predict|choose|compute|write)\(\s*[\w.]+,\s*"(?<name>[^"]*)"/gm;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The exercises of a page, by its address and its Markdown: calls of `predict`, `choose`, `compute` and `write` under
 * `::: exercise` titles.
 *
 * @throws Error if a name is not in kebab case.
 */
export function findExercises(path: string, markdown: string): readonly CatalogEntry[] {
  const [, stage, section = ""] = /^\/stages\/(\d+)[^/]*\/(.+)$/.exec(path) ?? [];
  const entries: CatalogEntry[] = [];
  let title = "";
  for (const {groups = {}} of markdown.matchAll(CALLS)) {
    title = groups["title"]?.trim() ?? title;
    const {kind, name} = groups;
    if (kind === undefined || name === undefined) continue;
    if (!KEBAB.test(name)) throw new Error(`${path}: the exercise name “${name}” is not in kebab case`);
    entries.push({name, kind, title, path, stage: Number(stage), section});
  }
  return entries;
}
