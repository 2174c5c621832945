/** The names that every cell may use: Framework's, Observable's libraries, each loaded by the first cell that needs it. */
import {library} from "@observablehq/notebook-kit/runtime";
import {FileAttachment, resize} from "./stdlib.js";

type Load = (specifier: string) => Promise<unknown>;
type Template = (strings: TemplateStringsArray, ...values: readonly unknown[]) => unknown;

const isThenable = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

/** What an html cell shows: its one element, or all that it has in a box; promises in it are waited for, as on a page. */
const prose =
  (fragment: Template, highlight: (code: readonly HTMLElement[]) => Promise<void>): Template =>
  async (strings, ...values) => {
    const settled = values.some(isThenable) ? await Promise.all(values) : values;
    // the kit writes a backslash before a backtick, and htl would show it
    const raw = strings.raw.map((text) => text.replaceAll("\\`", "`"));
    const made = fragment(Object.assign([...strings], {raw}), ...settled) as DocumentFragment;
    for (const block of made.querySelectorAll<HTMLElement>("pre:not([aria-hidden])")) block.tabIndex = 0; // it scrolls, so the keyboard must reach it
    await highlight([...made.querySelectorAll<HTMLElement>("pre > code[class^=language-]")]);
    const [only] = made.children;
    if (only !== undefined && made.childElementCount === 1 && made.textContent?.trim() === only.textContent?.trim()) {
      only.remove(); // what still stands somewhere is not shown, but inspected
      return only;
    }
    const box = document.createElement("div");
    box.className = "prose";
    box.append(made);
    return box;
  };

export function builtins(load: Load, tick: () => void): Readonly<Record<string, () => unknown>> {
  const named = async (specifier: string, name: string) => ((await load(specifier)) as Record<string, unknown>)[name];
  const highlight = async (code: readonly HTMLElement[]): Promise<void> => {
    if (code.length === 0) return;
    const {highlighted} = (await load("notebook:highlight")) as {readonly highlighted: (code: HTMLElement) => void};
    code.forEach(highlighted);
  };
  return {
    now: library.now,
    dark: library.dark,
    width: library.width,
    Generators: library.Generators,
    Mutable: library.Mutable,
    FileAttachment: () => FileAttachment,
    resize: () => resize,
    Plot: () => load("npm:@observablehq/plot"),
    Inputs: () => load("npm:@observablehq/inputs"),
    d3: () => load("npm:d3"),
    htl: () => load("npm:htl"),
    html: () => named("npm:htl", "html"),
    svg: () => named("npm:htl", "svg"),
    tex: () => named("notebook:tex", "tex"),
    md: () => named("notebook:md", "md"),
    __html: async () => prose(((await named("npm:htl", "html")) as {readonly fragment: Template}).fragment, highlight),
    __tick: () => tick
  };
}
