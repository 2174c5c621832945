import type MarkdownIt from "markdown-it";
import {blocks} from "./markdown-blocks.js";
import {claims} from "./markdown-claims.js";
import {equations} from "./markdown-equations.js";
import {factsInText} from "./markdown-facts.js";
import {maps} from "./markdown-maps.js";
import {math} from "./markdown-math.js";
import {notes} from "./markdown-notes.js";
import {sectionLinks} from "./markdown-sections.js";
import {slots} from "./markdown-slots.js";
import {paths} from "./markdown-paths.js";
import {source} from "./markdown-source.js";
import {tables} from "./markdown-tables.js";
import {termLinks} from "./markdown-terms.js";
import {troublesInText} from "./markdown-troubles.js";

/** All that the book adds to Markdown. Each plugin stands alone; terms come last, for they look at finished prose. */
export const markdown = (md: MarkdownIt): MarkdownIt =>
  [
    slots,
    math,
    factsInText,
    notes,
    source,
    troublesInText,
    paths,
    maps,
    blocks,
    equations,
    tables,
    claims,
    sectionLinks,
    termLinks
  ].reduce((md, plugin) => plugin(md), md);
