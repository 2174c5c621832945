/**
 * Links to sections of the page's own stage by name: `[perplexity](section:perplexity)`. A section that has no page yet is
 * named without a link; one that the stage's stage.ts does not list fails the build.
 */
import type MarkdownIt from "markdown-it";
import {addressOf, placeOf} from "./book.js";
import {pageOf} from "./markdown-line.js";

const SCHEME = "section:";

export function sectionLinks(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("section-links", (state) => {
    const page = pageOf(state.env);
    for (const {children} of state.tokens) {
      let unlinked = false;
      for (const token of children ?? []) {
        const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
        if (href.startsWith(SCHEME)) {
          const slug = href.slice(SCHEME.length);
          const section = placeOf(page)?.stage.sections.find((section) => section.slug === slug);
          if (section === undefined) throw new Error(`${page}: this stage has no section ${slug}`);
          unlinked = !section.built;
          token.attrSet("href", addressOf(section.path));
        }
        if (!unlinked || !["link_open", "link_close"].includes(token.type)) continue;
        unlinked = token.type === "link_open";
        token.type = "text"; // nothing in place of the tag
        token.nesting = 0;
        token.content = "";
      }
    }
  });
  return md;
}
