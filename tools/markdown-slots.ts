import type MarkdownIt from "markdown-it";
import {withHeights} from "./heights.js";
import {pageOf} from "./markdown-line.js";

/** Slots keep the room that was measured for what JavaScript puts into them. */
export function slots(md: MarkdownIt): MarkdownIt {
  md.core.ruler.before("block", "slots", (state) => {
    state.src = withHeights(state.src, pageOf(state.env));
  });
  return md;
}
