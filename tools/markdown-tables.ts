/**
 * No typed number in a table: a cell with a decimal or a number of several digits must take it from a fact, a formula,
 * code, or a live expression. A table of definitions says so in the line before it: `<!-- exact: why -->`.
 */
import type MarkdownIt from "markdown-it";
import {pageOf} from "./markdown-line.js";

const TYPED = /\d[.,]\d|\d{2,}/;
const EXACT = /^<!--\s*exact:\s*\S[\s\S]*-->\s*$/;

export function tables(md: MarkdownIt): MarkdownIt {
  md.core.ruler.after("inline", "typed-numbers", ({tokens, env}) => {
    let checking = false;
    let row = 0;
    let columns: string[] = [];
    let column = 0;
    tokens.forEach(({type, content, children}, i) => {
      if (type === "table_open") {
        checking = !EXACT.test(tokens[i - 1]?.type === "html_block" ? (tokens[i - 1]?.content ?? "") : "");
        row = 0;
        columns = [];
      } else if (type === "table_close") checking = false;
      else if (type === "tr_open") {
        column = 0;
        row += 1;
      } else if (type === "inline" && checking) {
        if (row === 1) columns.push(content);
        const typed = children?.find(({type, content}) => type === "text" && TYPED.test(content));
        if (typed !== undefined) {
          const where = `row ${row}, column “${columns[column] ?? column + 1}”`;
          throw new Error(
            `${pageOf(env)}: a typed number in a table: “${content}” (${where}). Take it from a fact, {{module.fact}}, or write <!-- exact: why --> before the table.`
          );
        }
        column += 1;
      }
    });
  });
  return md;
}
