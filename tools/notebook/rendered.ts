/** A page's prose by the book's own Markdown, with its code and its expressions taken out of it. */
import {join} from "node:path";
import type MarkdownIt from "markdown-it";
import {markdown} from "../markdown.js";
import {root} from "../root.js";

interface Framework {
  readonly createMarkdownIt: (options: {readonly markdownIt: (md: MarkdownIt) => MarkdownIt}) => MarkdownIt;
}
// Framework has no types
const {createMarkdownIt}: Framework = await import(join(root, "node_modules/@observablehq/framework/dist/markdown.js"));

const isCode = (info: string): boolean => /^js(?:\s|$)/.test(info) && !/\brun=false\b/.test(info);

/** Code by its place among all cells of code, while the page is one text of HTML. */
export const CODE_MARK = /<!--code (\d+)-->\n?/g;

/** Formulas and other expressions by their places, between characters that no text has: `${` in shown code is neither. */
export const HELD = /\uE000[fx](\d+)\uE001/g;
/** Whether a text holds an expression that is computed, and not a formula. */
export const isComputed = (html: string): boolean => html.includes("\uE000x");

/** Text for a template: what would begin an expression, or end the template, is written as HTML has it. */
const escaped = (html: string): string => html.replaceAll("${", "&#36;{").replaceAll("`", "&#96;");

/** A formula as it was rendered, with something else in place of what was made of it. */
function inPlace(html: string, put: string, closing: string): string {
  const [before = ""] = /^(?:<span class="held">|<div class="equation"[^>]*>)?/.exec(html) ?? [];
  if (before.startsWith("<span")) return `${before}${put}${closing}</span>`;
  if (before === "") return put + closing;
  return before + put + html.slice(html.lastIndexOf('<a class="equation-number"'));
}

interface Rendered {
  readonly html: string;
  readonly expressions: readonly string[];
  readonly code: readonly {readonly value: string; readonly pinned: boolean}[];
}

/** @param path - of the page in the book, such as `/playground/markov` */
export function rendered(source: string, path: string): Rendered {
  const code: {value: string; pinned: boolean}[] = [];
  const expressions: string[] = [];
  const hold = (kind: "f" | "x", expression: string) => `\uE000${kind}${expressions.push(expression) - 1}\uE001`;
  const md = createMarkdownIt({markdownIt: markdown});
  const {fence, math} = md.renderer.rules;
  md.renderer.rules.fence = (tokens, i, options, env, self) => {
    const token = tokens[i];
    if (token === undefined || !isCode(token.info)) return fence?.(tokens, i, options, env, self) ?? "";
    code.push({value: token.content.replace(/\n$/, ""), pinned: /\becho\b/.test(token.info)});
    return `<!--code ${code.length - 1}-->\n`;
  };
  md.renderer.rules["placeholder"] = (tokens, i) => hold("x", tokens[i]?.content ?? "");
  md.renderer.rules["math"] = (tokens, i, options, env, self) => {
    const token = tokens[i];
    if (token === undefined) return "";
    const tex = `tex${token.block ? ".block" : ""}\`${token.content.replaceAll("`", "\\`")}\``;
    return inPlace(math?.(tokens, i, options, env, self) ?? "", hold("f", tex), token.markup);
  };
  const env = {path, code: [], startLine: 0, currentLine: 0};
  const tokens = md.parse(source.replace(/^---\n[\s\S]*?\n---\n/, ""), env);
  return {html: escaped(md.renderer.render(tokens, md.options, env)), expressions, code};
}
