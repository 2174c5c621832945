/**
 * Numbers that the library computed: `{{perplexity.mobyOrder3}}` of the facts that the page's own stage keeps,
 * `{{markov.perplexity.mobyOrder3}}` from anywhere; with a format of d3-format, `{{perplexity.mobyOrder3|.2f}}`,
 * `{{…|,}}`, `{{…|.1%}}`. They stand in prose, in tables and in HTML; a name that nothing keeps fails the build.
 * Formulas and code are left alone.
 */
import {format} from "d3";
import type MarkdownIt from "markdown-it";
import {factsOf, programOf} from "./kept.js";
import {pageOf} from "./markdown-line.js";

const FACT = /\{\{\s*([A-Za-z]\w*(?:\.\w+)+)\s*(?:\\?\|\s*([^{}|\\]+?)\s*)?\}\}/;
const sticky = new RegExp(FACT, "y");

/** A fact as text. Without a format a number is written as it is, with separators from 10,000 on. */
function formatted(name: string, specifier: string | undefined, page: string): string {
  const {program, field} = programOf(name, page);
  const fact = factsOf(program)?.facts.get(field);
  if (fact === undefined)
    throw new Error(
      `${page}: there is no fact ${name}; facts/${program.split(".").at(-1)}.ts of its stage would have it`
    );
  if (typeof fact === "string") {
    if (specifier !== undefined) throw new Error(`${page}: ${name} is a text, and ${specifier} formats numbers`);
    return fact;
  }
  if (specifier === undefined)
    return Number.isInteger(fact) && Math.abs(fact) >= 10_000 ? format(",")(fact) : String(fact);
  try {
    return format(specifier)(fact);
  } catch (error) {
    throw new Error(`${page}: ${specifier} is no format (of ${name}): try .2f or , or .1%`, {cause: error});
  }
}

export function factsInText(md: MarkdownIt): MarkdownIt {
  // a table would be split at the bar of a format
  md.core.ruler.before("block", "fact-bars", (state) => {
    state.src = state.src.replace(/^[ \t]*\|.*$/gm, (row) =>
      row.replace(new RegExp(FACT, "g"), (fact) => fact.replace(/\\?\|/, "\\|"))
    );
  });

  md.inline.ruler.push("fact", (state, silent) => {
    sticky.lastIndex = state.pos;
    const match = sticky.exec(state.src);
    if (match === null || sticky.lastIndex > state.posMax) return false;
    const [, name = "", specifier] = match;
    if (!silent) state.push("fact", "", 0).content = formatted(name, specifier, pageOf(state.env));
    state.pos = sticky.lastIndex;
    return true;
  });

  md.core.ruler.after("block", "facts-in-html", (state) => {
    const page = pageOf(state.env);
    for (const token of state.tokens) {
      if (token.type !== "html_block" || !token.content.includes("{{")) continue;
      token.content = token.content.replace(new RegExp(FACT, "g"), (_, name: string, specifier: string | undefined) =>
        md.utils.escapeHtml(formatted(name, specifier, page))
      );
    }
  });

  md.renderer.rules["fact"] = (tokens, i) => md.utils.escapeHtml(tokens[i]?.content ?? "");
  return md;
}
