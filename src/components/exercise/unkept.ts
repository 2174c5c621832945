import {element} from "../element.js";
import {kept} from "../progress/keep.js";
import {placeOfProgress} from "../progress/progress.js";

/** What to say under a verdict on the exercise of this name, if it will not be remembered. */
export const unkept = (_name: string): Node | undefined =>
  kept.lasts() ? undefined : element("small", {}, placeOfProgress());
