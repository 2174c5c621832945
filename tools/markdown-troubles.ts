/**
 * What goes wrong, with the error that it really throws, and how it is done:
 *
 *   [[trouble innerSizes]]
 *
 * is the program `innerSizes` of troubles/, run when the site is built, its message, and `innerSizesMended`.
 */
import type MarkdownIt from "markdown-it";
import {lineOf, pageOf} from "./markdown-line.js";
import {sourceOfSymbol} from "./symbols.js";
import {readTroubles} from "./troubles.js";

const LINE = /^\[\[trouble (\w+)\]\]\s*$/;

const troubles = await readTroubles();

/** The program without its name, as a reader would write it: its expression, or its lines. */
function bodyOf(file: string, name: string): string {
  const source = sourceOfSymbol(file, name).replace(/^export const \w+ = \(\) =>\s*/, "");
  const lines = source.startsWith("{") ? source.replace(/^\{\n|\n\};?$/g, "") : source.replace(/^ {2}/gm, "");
  // what persuades TypeScript to let a mistake through is not the reader's
  return (source.startsWith("{") ? lines.replace(/^ {2}/gm, "") : lines).replace(
    / as unknown as [^)};]+(?=[)};])/g,
    ""
  );
}

export function troublesInText(md: MarkdownIt): MarkdownIt {
  md.block.ruler.before(
    "paragraph",
    "trouble",
    (state, start, _, silent) => {
      const [, name] = LINE.exec(lineOf(state, start)) ?? [];
      if (name === undefined) return false;
      if (silent) return true;
      const trouble = troubles.find((trouble) => trouble.name === name);
      if (trouble === undefined) throw new Error(`${pageOf(state.env)}: troubles/ has no program ${name}`);
      const html = (content: string) => (state.push("html_block", "", 0).content = content);
      const code = (symbol: string) => {
        const token = state.push("fence", "code", 0);
        token.info = "ts run=false";
        token.content = `${bodyOf(trouble.file, symbol)}\n`;
        token.markup = "```";
      };
      html(`<div class="trouble" data-code="${trouble.code}">\n`);
      code(name);
      html(`<pre class="trouble-says">${md.utils.escapeHtml(trouble.message).replaceAll("$", "&#36;")}</pre>\n`);
      html('<p class="trouble-instead">Instead:</p>\n');
      code(`${name}Mended`);
      html("</div>\n");
      state.line = start + 1;
      return true;
    },
    {alt: ["paragraph", "list", "blockquote"]}
  );
  return md;
}
