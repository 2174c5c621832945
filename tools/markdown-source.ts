/**
 * The real source of a symbol, with the test that checks it folded under it:
 *
 *   <<< lib/decode/temperature.ts#temperature test="tests/decode/temperature.test.ts: title of the test"
 *
 * Several symbols of one file are separated by commas, and `*` is all of the file. What is not there fails the build.
 */
import type MarkdownIt from "markdown-it";
import {lineOf, pageOf, type BlockState} from "./markdown-line.js";
import {repositoryUrl} from "./repository.js";
import {lineOfSymbol, sourceOfFile, sourceOfSymbol, sourceOfTest} from "./symbols.js";

const LINE = /^<<<\s+([\w./-]+)#([\w,]+|\*)(?:\s+test="([^":]+):\s*([^"]+)")?\s*$/;

function fileLink(file: string, line: number): string {
  const repository = repositoryUrl();
  if (repository === undefined) return `<code>${file}</code>`;
  return `<a href="${repository}/blob/main/${file}#L${line}">${file}</a>`;
}

function fence(state: BlockState, code: string): void {
  const token = state.push("fence", "code", 0);
  token.info = "ts run=false";
  token.content = `${code}\n`;
  token.markup = "```";
}

function show(state: BlockState, [, file = "", symbols = "", testFile, title]: readonly string[]): void {
  const html = (content: string) => (state.push("html_block", "", 0).content = content);
  const names = symbols.split(",");
  const whole = symbols === "*";
  const code = whole ? sourceOfFile(file) : names.map((symbol) => sourceOfSymbol(file, symbol)).join("\n\n");
  const line = whole ? 1 : lineOfSymbol(file, names[0] ?? "");
  html(`<figure class="source">\n<details data-depth="full" open><summary>${fileLink(file, line)}</summary>\n`);
  fence(state, code);
  if (testFile !== undefined && title !== undefined) {
    const test = sourceOfTest(testFile, title);
    const escape = state.md.utils.escapeHtml;
    html(
      `<details class="source-test"><summary>Its test: ${escape(title)}</summary>\n<p class="source-line">${fileLink(testFile, 1)}</p>\n`
    );
    fence(state, test);
    html("</details>\n");
  }
  html("</details>\n</figure>\n");
}

export function source(md: MarkdownIt): MarkdownIt {
  md.block.ruler.before(
    "fence",
    "source",
    (state, start, _, silent) => {
      const line = lineOf(state, start);
      if (!line.startsWith("<<<")) return false;
      if (silent) return true;
      const page = pageOf(state.env);
      const match = LINE.exec(line);
      if (match === null) throw new Error(`${page}: expected <<< file#symbol test="file: title", found ${line}`);
      try {
        show(state, match);
      } catch (error) {
        throw new Error(`${page}: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
      }
      state.line = start + 1;
      return true;
    },
    {alt: ["paragraph", "list", "blockquote"]}
  );
  return md;
}
