/** The licenses of packages as one text: which there are, and then the words of each. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

interface Licensed {
  /** Name and version. */
  readonly title: string;
  /** As SPDX calls it. */
  readonly license: string;
  readonly author: string | undefined;
  /** What its files say of licenses and notices; empty where it has none. */
  readonly words: string;
}

const WORDS = /^(licen[cs]e|copying|notice|ofl)(?![\w-]*\.(js|ts|json)$)/i;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | {readonly type: string};
  readonly author?: string | {readonly name: string};
}

/** @throws Error for a package that names no license. */
function licensed(folder: string): Licensed {
  const {name, version, license, author} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const files = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isFile() && WORDS.test(entry.name));
  const kind = typeof license === "string" ? license : license?.type;
  if (kind === undefined && files.length === 0)
    throw new Error(`${name}@${version} is bundled and names no license: leave it out, or ask its author`);
  return {
    title: `${name} ${version}`,
    license: kind ?? "see below",
    author: typeof author === "string" ? author : author?.name,
    words: files
      .map((entry) => entry.name)
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim())
      .join("\n\n")
  };
}

const RULE = "-".repeat(80);

/**
 * The licenses of packages by their folders, in the order of their names.
 *
 * @throws Error for a folder without a package, and for a package that names no license.
 */
export function licensesText(intro: string, folders: Iterable<string>): string {
  const all = [...new Set(folders)].map((folder) => {
    if (!existsSync(join(folder, "package.json"))) throw new Error(`${folder} is bundled, and is no package`);
    return licensed(folder);
  });
  const unique = [...new Map(all.map((one) => [one.title, one])).values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  const list = unique.map(({title, license}) => `${title}: ${license}`).join("\n");
  const parts = unique.map(({title, license, author, words}) => {
    const head = [title, license, ...(author === undefined ? [] : [author])].join("\n");
    return `${RULE}\n${head}\n\n${words === "" ? `The package has no text of its license; its package.json says ${license}.` : words}\n`;
  });
  return `${intro}\n\n${list}\n\n${parts.join("\n")}`;
}

/** Names of packages that a text of licenses does not list. */
export const unlisted = (text: string, names: Iterable<string>): readonly string[] =>
  [...new Set(names)].filter((name) => !text.split("\n").some((line) => line.startsWith(`${name} `))).sort();
