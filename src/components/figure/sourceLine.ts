import type {Corpus} from "/lib/index.js";

/** What is said of a text under a figure that uses it: one line, or what a corpus says of itself. */
export type Source = string | Corpus | readonly Corpus[];

const size = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} kB`;

/** A corpus in one line: title and author, part, package, license, size. */
function describeCorpus({title, author, source, license, part, bytes, characters}: Corpus): string {
  const from = source.map(({package: name, version}) => `${name} ${version}`).join(", ");
  const amount = `${characters.toLocaleString("en")} characters, ${size(bytes)}`;
  return [`${title}, ${author}`, part, from, license, amount].map((text) => text.replace(/\.$/, "")).join(" · ");
}

/** Writes the source into its line; without one the line is empty. */
export function sourceLine(line: HTMLElement, source: Source | undefined): void {
  const corpora = source === undefined || typeof source === "string" ? [] : "id" in source ? [source] : source;
  const text = typeof source === "string" ? source : corpora.map(describeCorpus).join("; ");
  const shown = text === "" ? "" : `Text: ${text}.`;
  if (line.textContent !== shown) line.textContent = shown;
  line.hidden = shown === "";
}
