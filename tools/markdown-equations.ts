/**
 * Numbers of equations: `$$y = x$$ {#softmax}` has one, and `[](#eq-softmax)` becomes a link that says (1).
 * Numbers first, references after them, so that a page may refer to what it has not shown yet.
 */
import type MarkdownIt from "markdown-it";
import {pageOf} from "./markdown-line.js";
import {formulaOf, setNumber} from "./markdown-math.js";

export function equations(md: MarkdownIt): MarkdownIt {
  md.core.ruler.push("equation-numbers", (state) => {
    const page = pageOf(state.env);
    const numbers = new Map<string, number>();
    for (const token of state.tokens) {
      const label = formulaOf(token)?.label;
      if (label === undefined) continue;
      if (numbers.has(`#eq-${label}`)) throw new Error(`${page}: two equations are called ${label}`);
      numbers.set(`#eq-${label}`, numbers.size + 1);
      setNumber(token, numbers.size);
    }
    for (const {children} of state.tokens) {
      for (let i = 0; children !== null && i < children.length; ++i) {
        const href = children[i]?.type === "link_open" ? children[i]?.attrGet("href") : null;
        if (!href?.startsWith("#eq-")) continue;
        const number = numbers.get(href);
        if (number === undefined) throw new Error(`${page}: there is no equation ${href}`);
        if (children[i + 1]?.type !== "link_close") continue;
        children[i]?.attrSet("class", "equation-ref");
        const text = new state.Token("text", "", 0);
        text.content = `(${number})`;
        children.splice(i + 1, 0, text);
      }
    }
  });
  return md;
}
