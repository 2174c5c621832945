/** After the build: what is broken in dist/, although Framework was content. */
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {dirname, extname, join, normalize} from "node:path/posix";
import {pagesOf} from "./finish.js";
import {root} from "./root.js";
import {importsOf, weigh} from "./weight.js";

const LIMIT = 300_000;
const site = join(root.replaceAll("\\", "/"), "dist");

const read = (file: string): string => readFileSync(join(site, file), "utf8");

/** The file that an address of the site shows, as a static host resolves it. */
function fileOf(path: string): string | undefined {
  const candidates = [path, `${path}.html`, join(path, "index.html")].map((file) => normalize(file));
  return candidates.find((file) => existsSync(join(site, file)) && statSync(join(site, file)).isFile());
}

/** Where an address in a file leads, relative to the site; undefined for an address outside of it. */
function targetOf(
  from: string,
  address: string,
  base: string
): {readonly path: string; readonly hash: string} | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(address) || address.startsWith("//")) return undefined;
  const [beforeHash = "", hash = ""] = address.split("#");
  const [path = ""] = beforeHash.split("?");
  if (path === "") return {path: from, hash};
  if (!path.startsWith("/")) return {path: normalize(join(dirname(from), decodeURI(path))), hash};
  return {path: path.startsWith(base) ? decodeURI(path.slice(base.length)) : `outside the base: ${path}`, hash};
}

const anchorsOf = new Map<string, ReadonlySet<string>>();
function hasAnchor(file: string, anchor: string): boolean {
  let anchors = anchorsOf.get(file);
  if (anchors === undefined) {
    anchors = new Set([...read(file).matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id));
    anchorsOf.set(file, anchors);
  }
  return anchors.has(decodeURIComponent(anchor)) || anchors.has(anchor);
}

const LOADED = /<(?:link|script|img|source|video|audio|iframe|object|embed)\b[^>]*?\s(?:href|src|data)="([^"]*)"/g;
const LINKED = /<a\b[^>]*?\shref="([^"]*)"/g;

/** The body of a page without what scripts and code samples say. */
const markup = (html: string): string =>
  html.replace(/<script[\s\S]*?<\/script>/g, (script) => script.slice(0, script.indexOf(">") + 1));

function linkProblems(page: string, base: string): readonly string[] {
  const html = markup(read(page));
  const problems: string[] = [];
  const check = (address: string): void => {
    const target = targetOf(page, address, base);
    if (target === undefined) return;
    const file = fileOf(target.path);
    if (file === undefined) problems.push(`${page}: ${address} leads nowhere`);
    else if (target.hash !== "" && file.endsWith(".html") && !hasAnchor(file, target.hash))
      problems.push(`${page}: ${address} names no element`);
  };
  for (const [, address = ""] of html.matchAll(LINKED)) check(address);
  for (const [, address = ""] of html.matchAll(LOADED)) {
    if (/^(https?:)?\/\//.test(address)) problems.push(`${page}: loads ${address} from another origin`);
    else check(address);
  }
  if (html.includes("observablehq--error"))
    problems.push(`${page}: ${/observablehq--error[^>]*>([^<]*)/.exec(html)?.[1] ?? "a cell with an error"}`);
  return problems;
}

function importProblems(file: string, code: string, base: string): readonly string[] {
  const {fixed, lazy} = importsOf(code);
  // Framework's own modules name libraries that are shipped only if a page uses them
  const needed = file.startsWith("_observablehq/") ? fixed : [...fixed, ...lazy];
  return needed.flatMap((specifier) => {
    if (!/^[./]/.test(specifier)) return [`${file}: import “${specifier}” is not resolved`];
    const target = targetOf(file, specifier, base);
    return target !== undefined && existsSync(join(site, target.path))
      ? []
      : [`${file}: import “${specifier}” leads nowhere`];
  });
}

function styleProblems(file: string, css: string, base: string): readonly string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, address = ""]) => {
    if (/^(https?:)?\/\//.test(address)) return [`${file}: loads ${address} from another origin`];
    const target = targetOf(file, address, base);
    return target === undefined || existsSync(join(site, target.path)) ? [] : [`${file}: ${address} leads nowhere`];
  });
}

/** The weight of each page as a table, and a problem for each that is too heavy. */
function weights(
  pages: readonly string[],
  base: string
): {readonly table: string; readonly problems: readonly string[]} {
  const all = pages.map((page) => weigh(site, page, base));
  const kB = (bytes: number | undefined): string => ((bytes ?? 0) / 1000).toFixed(0).padStart(5);
  const kinds = ["html", "css", "js", "woff2"];
  const rows = all.map(({page, bytes, total}) => {
    return `${page.padEnd(44)} ${kinds.map((kind) => kB(bytes.get(kind))).join(" ")} ${kB(total)}`;
  });
  const head = `${"first load, kB compressed".padEnd(44)} ${[...kinds, "all"].map((kind) => kind.padStart(5)).join(" ")}`;
  const problems = all.flatMap(({page, total}) =>
    total > LIMIT ? [`${page}: its first load is ${kB(total).trim()} kB, over ${LIMIT / 1000}`] : []
  );
  return {table: [head, ...rows].join("\n"), problems};
}

/** Checks all of dist/, prints the weights, and throws what is wrong. */
export function checkSite(base: string): void {
  const pages = pagesOf(site);
  const files = readdirSync(site, {recursive: true, encoding: "utf8"}).map((file) => file.replaceAll("\\", "/"));
  const problems = [
    ...pages.flatMap((page) => linkProblems(page, base)),
    ...pages.flatMap((page) =>
      [...read(page).matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].flatMap(([, code = ""]) =>
        importProblems(page, code, base)
      )
    ),
    ...files.filter((file) => extname(file) === ".js").flatMap((file) => importProblems(file, read(file), base)),
    ...files.filter((file) => extname(file) === ".css").flatMap((file) => styleProblems(file, read(file), base)),
    ...pages.flatMap((page) =>
      [...read(page).matchAll(/<style>([\s\S]*?)<\/style>/g)].flatMap(([, css = ""]) => styleProblems(page, css, base))
    )
  ];
  const {table, problems: heavy} = weights(pages, base);
  console.log(table);
  const all = [...problems, ...heavy];
  if (all.length > 0) throw new Error(all.join("\n"));
}
