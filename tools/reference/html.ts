/** The address of an export in the reference, by its name. */
export type Links = ReadonlyMap<string, string>;

/** Text as HTML within Markdown: a dollar sign would begin an expression of the page. */
export const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("$", "&#36;");

/** A type or code as HTML, each name that the reference knows as a link, but for `self`. */
export const linked = (code: string, links: Links, self?: string): string =>
  code
    .split(/("(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*)/)
    .map((part) => {
      const to = part === self ? undefined : links.get(part);
      return to === undefined ? escaped(part) : `<a href="${to}">${escaped(part)}</a>`;
    })
    .join("");

/** Words of prose, in which the names of errors are links without backticks. */
const words = (text: string, links: Links): string =>
  text
    .split(/\b([A-Z]\w*Error)\b/)
    .map((word, i) => (i % 2 === 1 && links.has(word) ? `<a href="${links.get(word)!}">${word}</a>` : escaped(word)))
    .join("");

/** A name alone in backticks is a link; longer code is code. */
const inline = (text: string, links: Links, self?: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part) => {
      if (!part.startsWith("`") || part.length < 3) return words(part, links);
      const code = part.slice(1, -1);
      const to = code === self ? undefined : links.get(code);
      return to === undefined ? `<code>${escaped(code)}</code>` : `<code><a href="${to}">${escaped(code)}</a></code>`;
    })
    .join("");

/** The prose of a docstring: paragraphs, and lists of lines that begin with a dash. */
export const prose = (text: string, links: Links, self?: string): string =>
  text
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const [before = "", ...items] = block.split(/\n\s*- |^- /);
      const list = items.map((item) => `<li>${inline(item, links, self)}</li>`).join("");
      return (
        (before.trim() === "" ? "" : `<p>${inline(before, links, self)}</p>`) + (list === "" ? "" : `<ul>${list}</ul>`)
      );
    })
    .join("\n");

/** A sentence without the paragraph around it. */
export const sentence = (text: string, links: Links, self?: string): string =>
  inline(text.replace(/\s+/g, " "), links, self);
