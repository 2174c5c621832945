/** Formulas in cells, as the book's own pages have them. */
import katex from "katex";
import {macros} from "../macros.js";

declare global {
  var notebookStyle: (name: string) => Promise<string>;
}

const style = document.createElement("style");
style.textContent = await globalThis.notebookStyle("katex");
document.head.append(style);

const typeset = (displayMode: boolean) => {
  return (strings: TemplateStringsArray, ...values: readonly unknown[]): Element => {
    const root = document.createElement(displayMode ? "div" : "span");
    katex.render(String.raw(strings, ...values), root, {displayMode, macros: {...macros}, strict: "ignore"});
    const formula = root.firstElementChild ?? root;
    formula.remove(); // what still stands somewhere is not shown, but inspected
    return formula;
  };
};

export const tex = Object.assign(typeset(false), {block: typeset(true)});
