/** What runs on every page: this reader's progress on the ruler and the section map, and a way to wide formulas by keyboard. */
import {mark, readDone} from "./done.js";
import {kept} from "./keep.js";

const show = () => mark(readDone(kept.get("done")));
show();
// progress made in another tab
addEventListener("storage", show);

// a formula or table that is wider than its place scrolls, so the keyboard must reach it
const scrolling = new ResizeObserver((all) => {
  for (const {target} of all) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
for (const formula of document.querySelectorAll(".katex-display, .scroll")) scrolling.observe(formula);
