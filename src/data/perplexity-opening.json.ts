/** What the figure of perplexity by order shows at first, so that a page need load neither a text nor a worker for it. */
import {corpus} from "../../tools/corpora.js";
import {LARGEST_ORDER, measureOrder, parts} from "../workers/perplexityByOrder.js";

const text = parts(corpus("opening").text);
const measured = Array.from({length: LARGEST_ORDER + 1}, (_, order) => measureOrder(text, order, "kneser-ney"));
process.stdout.write(JSON.stringify(measured));
