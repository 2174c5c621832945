/**
 * Words about measured numbers: `[falls with every order](claim:perplexity.falls)` is prose like any other, but the build
 * fails unless the program of the page's facts says that it is true. A claim that no program knows fails it, too.
 */
import type MarkdownIt from "markdown-it";
import {factsOf, programOf} from "./kept.js";
import {pageOf} from "./markdown-line.js";

const SCHEME = "claim:";

/** Whether what a page claims is so. */
function holds(name: string, page: string): boolean {
  const {program, field} = programOf(name, page);
  const claim = factsOf(program)?.claims.get(field);
  if (claim !== undefined) return claim;
  throw new Error(
    `${page}: there is no claim ${name}; claims() in facts/${program.split(".").at(-1)}.ts would have it`
  );
}

export function claims(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("claims", (state) => {
    const page = pageOf(state.env);
    for (const {children} of state.tokens) {
      let inside = false;
      for (const token of children ?? []) {
        const href = token.type === "link_open" ? (token.attrGet("href") ?? "") : "";
        if (href.startsWith(SCHEME)) {
          const name = href.slice(SCHEME.length);
          if (!holds(name, page)) throw new Error(`${page}: the numbers no longer say what it claims, ${name}`);
          inside = true;
          token.attrs = [
            ["class", "claim"],
            ["data-claim", name]
          ];
        }
        if (!inside || !["link_open", "link_close"].includes(token.type)) continue;
        inside = token.type === "link_open";
        token.tag = "span";
      }
    }
  });
  const link = md.validateLink.bind(md);
  md.validateLink = (url) => url.startsWith(SCHEME) || link(url);
  return md;
}
