import {attributes, element} from "../element.js";

interface Editor {
  readonly node: HTMLElement;
  readonly area: HTMLTextAreaElement;
  readonly read: () => string;
  readonly write: (code: string) => void;
}

const MOST_ROWS = 24;

/**
 * A place to write code: line numbers, kept indents, and Tab as an indent for those who switch it on. Until then, and
 * after Escape, Tab leaves the field, so that nobody who uses the keyboard is caught in it.
 */
export function editor(id: string, start: string, changed: () => void, run: () => void): Editor {
  const rows = start.split("\n").length + 2;
  const area = element("textarea", {id, value: start, spellcheck: false, rows: Math.min(rows, MOST_ROWS), wrap: "off"});
  attributes(area, {autocapitalize: "none", autocomplete: "off", autocorrect: "off"});
  const numbers = attributes(element("pre", {className: "line-numbers"}), {"aria-hidden": "true"});
  const indents = element("input", {type: "checkbox"});
  const toggle = element("label", {className: "tab-indents"}, indents, "Tab indents (Escape, then Tab, leaves)");
  const node = element("div", {className: "editor"}, element("div", {className: "editor-code"}, numbers, area), toggle);

  const show = () => {
    const count = area.value.split("\n").length;
    numbers.textContent = Array.from({length: Math.max(count, area.rows)}, (_, i) => (i < count ? i + 1 : "")).join(
      "\n"
    );
    numbers.scrollTop = area.scrollTop;
  };
  /** Puts a text where the cursor is. */
  const insert = (text: string) => {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    edited();
  };
  const edited = () => {
    show();
    changed();
  };
  let leaving = false;
  area.addEventListener("keydown", (event) => {
    const lineStart = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const indent = /^ */.exec(area.value.slice(lineStart, area.selectionStart))?.[0] ?? "";
    if (event.key === "Escape") return void (leaving = true);
    const tab = event.key === "Tab" && indents.checked && !leaving;
    leaving = leaving && event.key === "Shift";
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
    else if (event.key === "Enter" && !event.isComposing && indent !== "") insert(`\n${indent}`);
    else if (tab && !event.shiftKey) insert("  ");
    else if (tab && indent.length >= 2) {
      const at = area.selectionStart;
      area.setRangeText("", lineStart, lineStart + 2, "preserve");
      area.setSelectionRange(at - 2, at - 2);
      edited();
    } else if (!tab) return;
    event.preventDefault();
  });
  area.addEventListener("input", edited);
  area.addEventListener("scroll", () => (numbers.scrollTop = area.scrollTop));
  show();
  return {
    node,
    area,
    read: () => area.value,
    write: (code) => {
      area.value = code;
      edited();
    }
  };
}
