/** A cell on the page: its result, its code, what is wrong with it, and what can be done with it. */
import {attributes, button, element} from "../../element.js";
import {editor} from "../../exercise/editor.js";
import {MODES, type Cell, type Mode} from "../cell.js";

interface CellActions {
  readonly changed: (value: string) => void;
  readonly mode: (mode: Mode) => void;
  readonly pin: () => void;
  readonly run: () => void;
  readonly add: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly reset: () => void;
  readonly remove: () => void;
}

export interface CellView {
  readonly section: HTMLElement;
  /** Where the result is shown. */
  readonly root: HTMLElement;
  readonly area: HTMLTextAreaElement;
  /** Shows the cell as it is now; `original` is what it can be reset to. */
  readonly show: (cell: Cell, state: {readonly stale: boolean; readonly original: boolean}) => void;
  /** Says what is wrong with the code, or nothing. */
  readonly complain: (text: string) => void;
}

const names: Readonly<Record<Mode, string>> = {
  js: "JavaScript",
  ts: "TypeScript",
  md: "Markdown",
  html: "HTML",
  tex: "TeX"
};

const tool = (sign: string, label: string, act: () => void): HTMLButtonElement =>
  attributes(button(sign, act, "tool"), {"aria-label": label, title: label});

export function cellView(cell: Cell, act: CellActions): CellView {
  const root = element("div", {className: "observablehq observablehq--block out"});
  const code = editor(`code-${cell.id}`, cell.value, () => act.changed(code.read()), act.run);
  code.area.rows = Math.min(24, cell.value.split("\n").length);
  attributes(code.area, {"aria-label": `Code of cell ${cell.id}`});
  code.area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act.run();
  });
  const said = element("p", {className: "said", role: "status"});
  const shown = tool("{ }", "Show or hide the code", act.pin);
  const run = tool("▶", "Run this cell (Shift and Enter)", act.run);
  const reset = tool("↺", "As it was written", act.reset);
  const mode = element("select", {onchange: () => act.mode(MODES.find((one) => one === mode.value) ?? "js")});
  mode.append(...MODES.map((one) => element("option", {value: one}, names[one])));
  attributes(mode, {"aria-label": "What the cell is written in"});
  const bar = element(
    "div",
    {className: "cell-bar", role: "group"},
    shown,
    run,
    mode,
    tool("+", "Add a cell below", act.add),
    tool("↑", "Move up", () => act.move(-1)),
    tool("↓", "Move down", () => act.move(1)),
    reset,
    tool("×", "Delete this cell", act.remove)
  );
  attributes(bar, {"aria-label": `Cell ${cell.id}`});
  const section = element("section", {className: "cell"}, root, code.node, said, bar);
  return {
    section,
    root,
    area: code.area,
    show: (cell, {stale, original}) => {
      if (code.area.value !== cell.value) {
        code.write(cell.value);
        code.area.rows = Math.min(24, cell.value.split("\n").length);
      }
      section.dataset["mode"] = cell.mode;
      section.classList.toggle("pinned", cell.pinned);
      section.classList.toggle("stale", stale);
      shown.ariaExpanded = String(cell.pinned);
      mode.value = cell.mode;
      reset.hidden = original;
    },
    complain: (text) => {
      said.textContent = text;
      section.classList.toggle("broken", text !== "");
    }
  };
}
