/** Code that prose shows, in the colors that it has on the book's pages. */
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";

for (const [names, language] of [
  [["bash", "sh"], bash],
  [["js", "javascript"], javascript],
  [["json"], json],
  [["ts", "typescript"], typescript]
] as const)
  for (const name of names) hljs.registerLanguage(name, language);

export function highlighted(code: HTMLElement): void {
  const [, language = ""] = /\blanguage-(\w+)/.exec(code.className) ?? [];
  if (hljs.getLanguage(language) !== undefined) hljs.highlightElement(code);
}
