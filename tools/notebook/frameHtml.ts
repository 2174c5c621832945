import {createHash} from "node:crypto";

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Handlers that htl writes, and so Inputs, before it puts a function there: no programs, but an error in the console each. */
const HANDLERS = 32;

/** The frame's file: its policy knows the loader by its hash, so that no inner document may run scripts of its own. */
export function frameHtml(html: string): string {
  const [, loader] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
  if (loader === undefined) throw new Error("The frame of notebooks has no loader.");
  const handlers = Array.from({length: HANDLERS}, (_, i) => hashOf(`::${i}`));
  return html.replace("HASHES", [hashOf(loader), "'unsafe-hashes'", ...handlers].join(" "));
}
