/** Where a link in a notebook may lead: a cell could ask for any address. */

/**
 * Pages of the book are opened in place; an address elsewhere only if the page as the book has it links to it.
 *
 * @param root - the address of the book, with a final slash
 */
export function allowedLink(
  href: string,
  root: string,
  known: ReadonlySet<string>
): {readonly href: string; readonly here: boolean} | undefined {
  if (known.has(href) && /^https?:/.test(href)) return {href, here: false};
  if (!href.startsWith("/") || href.startsWith("//") || href.includes("\\")) return undefined;
  const url = new URL(href.slice(1), root);
  return url.href.startsWith(root) ? {href: url.href, here: true} : undefined;
}
