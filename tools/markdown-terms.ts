/**
 * Links to the glossary: the first use of each term in a page's prose becomes one by itself; `[](#term-perplexity)`
 * and `[how surprised](#term-perplexity)` are for where a link is wanted.
 */
import type MarkdownIt from "markdown-it";
import {pageOf} from "./markdown-line.js";
import {slugOf, termAddress, termBySlug, usesOf, type Term} from "./terms.js";

type State = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];
type Token = State["tokens"][number];

/** Pages that are lists of links, or of terms. */
const without: ReadonlySet<string> = new Set(["/glossary", "/404", "/index", "/review"]);

function opening(state: State, term: Term): Token {
  const token = new state.Token("link_open", "a", 1);
  token.attrs = [
    ["class", "term"],
    ["href", termAddress(term)],
    ["title", term.definition]
  ];
  return token;
}

function text(state: State, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}

/** A text with a link around each term that the page has not used before. */
function linked(state: State, token: Token, seen: Set<string>): readonly Token[] {
  const out: Token[] = [];
  let from = 0;
  for (const use of usesOf(token.content)) {
    if (seen.has(slugOf(use.term))) continue;
    seen.add(slugOf(use.term));
    out.push(text(state, token.content.slice(from, use.at)), opening(state, use.term), text(state, use.text));
    out.push(new state.Token("link_close", "a", -1));
    from = use.at + use.text.length;
  }
  return from === 0 ? [token] : [...out, text(state, token.content.slice(from))];
}

function references(state: State, children: Token[]): void {
  for (let i = 0; i < children.length; ++i) {
    const href = children[i]?.type === "link_open" ? children[i]?.attrGet("href") : null;
    if (!href?.startsWith("#term-")) continue;
    const term = termBySlug.get(href.slice("#term-".length));
    if (term === undefined) throw new Error(`${pageOf(state.env)}: there is no term ${href} in any stage's list`);
    children[i] = opening(state, term);
    if (children[i + 1]?.type === "link_close") children.splice(i + 1, 0, text(state, term.term));
  }
}

function prose(state: State, children: readonly Token[], seen: Set<string>): Token[] {
  let inLink = 0;
  return children.flatMap((token) => {
    if (token.type === "link_open") inLink += 1;
    else if (token.type === "link_close") inLink -= 1;
    else if (token.type === "html_inline")
      inLink += /^<a[\s>]/i.test(token.content) ? 1 : /^<\/a>/i.test(token.content) ? -1 : 0;
    return token.type === "text" && inLink === 0 ? linked(state, token, seen) : [token];
  });
}

const barrier = /^(heading|table)_(open|close)$/;

export function termLinks(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("terms", (state) => {
    const seen = new Set<string>();
    const whole = without.has(pageOf(state.env));
    let outside = 0;
    for (const token of state.tokens) {
      if (barrier.test(token.type)) outside += token.type.endsWith("open") ? 1 : -1;
      if (token.type !== "inline" || token.children === null) continue;
      references(state, token.children);
      if (outside === 0 && !whole) token.children = prose(state, token.children, seen);
    }
  });
  return md;
}
