/** What runs on every page: this reader's progress on the ruler and the section map. */
import {mark, readDone} from "./done.js";
import {kept} from "./keep.js";

const show = () => mark(readDone(kept.get("done")));
show();
// progress made in another tab
addEventListener("storage", show);

/** A formula that is wider than its place scrolls, so the keyboard must reach it; one that fits is no stop. */
const wideFormulas = () => {
  for (const formula of document.querySelectorAll<HTMLElement>(".katex-display")) {
    if (formula.scrollWidth > formula.clientWidth) formula.tabIndex = 0;
    else formula.removeAttribute("tabindex");
  }
};
new ResizeObserver(wideFormulas).observe(document.body); // it calls once at first, and when a font arrives
document.fonts.addEventListener("loadingdone", wideFormulas);
document.addEventListener("toggle", wideFormulas, true); // a fold that opens
