/** What a transformer says of held-out tokens: of documents each from its begin, of a long text in windows. */
import type {TransformerLmView} from "/lib/stages/transformer.js";
import * as t from "/lib/tensor.js";
import type {TransformerParams} from "/lib/transformer.js";
import type {Costs, Observation} from "./judged.js";

/** Ids that are read at once, [from, end), of which those from `scored` on are charged. */
interface Window {
  readonly from: number;
  readonly scored: number;
  readonly end: number;
}

const AT_ONCE = 32;

/**
 * Windows that cover a stretch, each token charged once. Each after the first begins half a context before what it charges, as
 * the stage itself judges a text.
 */
function windowsOver({from: start, end}: Observation, context: number): readonly Window[] {
  const list: Window[] = [];
  for (let scored = start; scored < end;) {
    const from = Math.max(start, scored - (context >> 1));
    const last = Math.min(end, from + context);
    list.push({from, scored, end: last});
    scored = last;
  }
  return list;
}

/** What a transformer charges for each token that is observed; those that it need not read are NaN. */
export function transformerCosts(
  {transformer, held, documents}: Pick<TransformerLmView, "transformer" | "held" | "documents">,
  params: TransformerParams,
  list: readonly Observation[]
): Costs {
  const costs = new Float64Array(held.length).fill(NaN);
  const stretches = documents === undefined ? [{from: 0, end: Math.max(...list.map(({end}) => end))}] : list;
  const windows = stretches.flatMap((stretch) => windowsOver(stretch, transformer.config.context));
  const first = new Set(stretches.map(({from}) => from));
  const idBefore = (place: number): number => (first.has(place) ? (documents?.begin ?? 0) : held[place - 1]!);
  for (let at = 0; at < windows.length; at += AT_ONCE) {
    const some = windows.slice(at, at + AT_ONCE);
    const longest = Math.max(...some.map(({from, end}) => end - from));
    const ids = new Int32Array(some.length * longest); // what lies behind a window's end, none of its tokens sees
    some.forEach((window, row) => {
      for (let place = window.from; place < window.end; place++)
        ids[row * longest + place - window.from] = idBefore(place);
    });
    t.region(() => {
      const {data, shape} = t.logSoftmax(transformer.apply(params, t.tensor(ids, {shape: [some.length, longest]})));
      some.forEach(({from, scored, end}, row) => {
        for (let place = scored; place < end; place++)
          costs[place] = -data[(row * longest + place - from) * shape.at(-1)! + held[place]!]!;
      });
      return 0;
    });
  }
  return costs;
}
