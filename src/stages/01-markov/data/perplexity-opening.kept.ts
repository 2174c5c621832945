/** What the figure of perplexity by order shows at first, so that a page need load neither a text nor a worker for it. */
import {heldOut} from "/lib/index.js";
import {corpus} from "../../../../tools/corpora.js";
import {LARGEST_ORDER, measureOrder, type OrderMeasured} from "../model/ordersStage.js";

export function value(): readonly OrderMeasured[] {
  const text = heldOut(corpus("opening").text);
  return Array.from({length: LARGEST_ORDER + 1}, (_, order) => measureOrder(text, order, "kneser-ney"));
}
