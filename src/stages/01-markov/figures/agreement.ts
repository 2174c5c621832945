import {surprisal, toBits, type CorpusText} from "/lib/index.js";
import {distribution} from "/lib/stages/markov.js";
import {element} from "../../../components/element.js";
import {messageOf} from "../../../components/message.js";
import {table} from "../../../components/chart/table.js";
import {counted, encoded, fitted, show} from "../model/models.js";

/** What a model says after each of some beginnings, beside each other. */
export function agreementOf(
  load: () => Promise<CorpusText>,
  beginnings: readonly string[],
  order: number
): HTMLElement {
  const place = element("div");
  const sight = new IntersectionObserver(
    (all) => {
      if (!all.some(({isIntersecting}) => isIntersecting)) return;
      sight.disconnect(); // the text is loaded when a reader comes near
      void load().then(
        ({text}) => place.replaceChildren(compared(text, beginnings, order)),
        (error: unknown) => place.replaceChildren(messageOf(error))
      );
    },
    {rootMargin: "50%"}
  );
  sight.observe(place);
  return place;
}

function compared(text: string, beginnings: readonly string[], order: number): HTMLElement {
  const {tokenizer} = encoded(text);
  const model = fitted(counted(text, order), "kneser-ney");
  const rows = beginnings.map((beginning) => {
    const p = distribution(model, tokenizer.encode(beginning)) ?? new Float64Array();
    const best = Array.from(p.keys())
      .sort((i, j) => (p[j] ?? 0) - (p[i] ?? 0))
      .slice(0, 3);
    const next = best.map((id) => `${show(tokenizer.vocabulary.tokens[id] ?? "")} ${(100 * (p[id] ?? 0)).toFixed(2)}%`);
    return {
      beginning: beginning.replace(/ $/, "·"),
      next: next.join(", "),
      w: toBits(surprisal(p[tokenizer.encode("w")[0] ?? 0] ?? 0))
    };
  });
  return table(rows, [
    {label: "Beginning", value: ({beginning}) => beginning},
    {label: "Likeliest next", value: ({next}) => next},
    {label: "Surprise of w, bits", value: ({w}) => w, format: (v) => v.toFixed(4)}
  ]);
}
