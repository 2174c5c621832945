import type MarkdownIt from "markdown-it";
import {blocks} from "./markdown-blocks.js";
import {equations} from "./markdown-equations.js";
import {math} from "./markdown-math.js";
import {notes} from "./markdown-notes.js";

/** All that the book adds to Markdown. Each plugin stands alone; terms come last, for they look at finished prose. */
export const markdown = (md: MarkdownIt): MarkdownIt =>
  [math, notes, blocks, equations].reduce((md, plugin) => plugin(md), md);
