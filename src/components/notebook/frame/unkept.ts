/** A frame without an origin keeps nothing: an exercise says where its answer counts. */
import {element} from "../../element.js";

declare global {
  /** The address of the page that the notebook is of, from the root of the book. */
  var notebookPage: string;
}

export const unkept = (name: string): Node =>
  element(
    "small",
    {},
    "A notebook checks answers and does not remember them. ",
    element("a", {href: `${globalThis.notebookPage}#${name}`}, "On the page"),
    " it counts."
  );
