/**
 * Blocks between `::: kind Title` and `:::`. A fold is closed until it is asked for.
 */
import type MarkdownIt from "markdown-it";
import {lineOf, pageOf} from "./markdown-line.js";

const labels: ReadonlyMap<string, string> = new Map([
  ["mistake", "Common mistake"],
  ["today", "In today’s models"],
  ["history", "History"],
  ["tradeoff", "Trade-off"],
  ["theorem", "Result"],
  ["exercise", "Exercise"]
]);

export function blocks(md: MarkdownIt): MarkdownIt {
  md.block.ruler.before(
    "fence",
    "container",
    (state, start, end, silent) => {
      const first = lineOf(state, start);
      const [all, kind = "", title = ""] = /^:::\s+(\w+)\s*(.*)$/.exec(first) ?? [];
      if (all === undefined) return false;
      if (silent) return true;
      let depth = 1;
      let next = start;
      let fenced = false;
      while (depth > 0 && ++next < end) {
        const line = lineOf(state, next);
        if (/^```/.test(line)) fenced = !fenced;
        if (!fenced) depth += /^:::\s+\w/.test(line) ? 1 : /^:::\s*$/.test(line) ? -1 : 0;
      }
      const page = pageOf(state.env);
      if (depth > 0) throw new Error(`${page}: “${first}” is never closed`);
      const html = (content: string) => (state.push("html_block", "", 0).content = content);
      // a title is no place for a link to the glossary: the summary of a fold is a button itself
      const heading = md.renderInline(title, state.env).replace(/<a class="term"[^>]*>(.*?)<\/a>/g, "$1");
      const label = labels.get(kind);
      if (kind === "fold") html(`<details class="fold"><summary>${heading || "The algebra"}</summary>\n`);
      else if (label === undefined)
        throw new Error(`${page}: unknown block “${kind}”, known are fold, ${[...labels.keys()].join(", ")}`);
      else html(`<section class="block ${kind}"><p class="block-title"><b>${label}</b> ${heading}</p>\n`);
      const lineMax = state.lineMax;
      state.lineMax = next;
      state.md.block.tokenize(state, start + 1, next);
      state.lineMax = lineMax;
      state.line = next + 1;
      html(kind === "fold" ? "</details>\n" : "</section>\n");
      return true;
    },
    {alt: ["paragraph", "list", "blockquote"]}
  );
  return md;
}
