/** `npm run readme`: writes the table of stages into README.md, between `<!-- stages -->` and `<!-- /stages -->`. */
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {book} from "./book.js";
import {root} from "./root.js";

const BETWEEN = /(<!-- stages -->\n)[\s\S]*?(<!-- \/stages -->)/;

/** The stages as a table in Markdown, from the book's own lists; the built ones with their number of sections. */
function stageTable(): string {
  const rows = book().map(({number, title, question, spiral, sections}) => {
    const built = sections.filter((section) => section.built).length;
    return `| ${number} | ${title} | ${spiral} | ${question} | ${built > 0 ? `${built} pages` : "—"} |`;
  });
  return ["| | Stage | Part | The question it answers | In the book |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** A README with the table as it is now; undefined if it keeps no place for one. */
export const withTable = (readme: string): string | undefined =>
  BETWEEN.test(readme)
    ? readme.replace(BETWEEN, (_, open: string, close: string) => `${open}${stageTable()}\n${close}`)
    : undefined;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = join(root, "README.md");
  const readme = withTable(readFileSync(file, "utf8"));
  if (readme === undefined) throw new Error("README.md has no <!-- stages --> … <!-- /stages -->");
  writeFileSync(file, readme);
}
