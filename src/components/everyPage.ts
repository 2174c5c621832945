/** What runs on every page: this reader's progress on the ruler and the section map, a way to wide formulas by keyboard, and one to edit. */
import {offerNotebook} from "./notebook/offer.js";
import {mark, readDone} from "./progress/done.js";
import {kept} from "./progress/keep.js";

const show = () => mark(readDone(kept.get("done")));
show();
// progress made in another tab
addEventListener("storage", show);

// a formula or table that is wider than its place scrolls, so the keyboard must reach it
const wide = [...document.querySelectorAll(".katex-display, .scroll")];
const reach = (node: Element) => {
  if (node.scrollWidth > node.clientWidth) node.setAttribute("tabindex", "0");
  else node.removeAttribute("tabindex");
};
const scrolling = new ResizeObserver((all) => all.forEach(({target}) => reach(target)));
wide.forEach((node) => scrolling.observe(node));
// a font that arrives late widens what stands in a place that stays
document.fonts.addEventListener("loadingdone", () => wide.forEach(reach));

offerNotebook();
