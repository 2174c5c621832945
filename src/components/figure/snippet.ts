import {button, element} from "../element.js";

/** Code to look at and to copy. */
export function snippet(code: string): HTMLElement {
  const copy = button("Copy", async () => {
    try {
      await navigator.clipboard.writeText(code);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Select and copy by hand";
    }
  });
  return element("div", {}, element("pre", {className: "fig-code", tabIndex: 0}, code), copy);
}
