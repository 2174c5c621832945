/**
 * Blocks between `::: kind Title` and `:::`. What folds says by `data-depth` from which depth of reading on it is open
 * (`depth.ts`); an answer stays closed until it is asked for.
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

const opens = (attributes: string, summary: string): string => `<details ${attributes}><summary>${summary}</summary>\n`;

/** The beginning of a block that can be folded, by its kind and its title; undefined for the others. */
const folding: Readonly<Record<string, (title: string) => string>> = {
  fold: (title) => opens('class="fold" data-depth="proofs"', title || "The algebra"),
  proof: (title) => opens('class="proof" data-depth="full" open', title === "" ? "Proof" : `Proof ${title}`),
  answer: (title) => opens('class="fold"', title || "The answer")
};

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
      const fold = folding[kind];
      if (fold !== undefined) html(fold(heading));
      else if (label === undefined) {
        const known = [...Object.keys(folding), ...labels.keys()];
        throw new Error(`${page}: unknown block “${kind}”, known are ${known.join(", ")}`);
      } else html(`<section class="block ${kind}"><p class="block-title"><b>${label}</b> ${heading}</p>\n`);
      const lineMax = state.lineMax;
      state.lineMax = next;
      state.md.block.tokenize(state, start + 1, next);
      state.lineMax = lineMax;
      state.line = next + 1;
      html(fold === undefined ? "</section>\n" : "</details>\n");
      return true;
    },
    {alt: ["paragraph", "list", "blockquote"]}
  );
  return md;
}
