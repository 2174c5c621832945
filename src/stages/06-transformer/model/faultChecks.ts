/** Five looks at a trained program, each of which takes a second and would have found one of the clinic’s faults. */
import {tensor, type Tensor} from "/lib/tensor.js";
import type {TransformerParams} from "/lib/transformer.js";
import type {FaultyView} from "./faulty.js";

export interface Checks {
  /** The largest change of a logit at any place when a letter behind it is exchanged: 0 where there is a mask. */
  readonly leak: number;
  /** The largest change of the last place’s logits when two letters before it are exchanged: 0 where positions are forgotten. */
  readonly order: number;
  /** The share of places at which the likeliest letter is the one that was just read. */
  readonly copies: number;
  /** The largest difference of the logits that it writes from to those that it reads with. */
  readonly gap: number;
  /** The share of letters that come back when what training reads is spelled as writing spells. */
  readonly spelled: number;
}

/** Letters of the passage that is looked at, and where it begins. */
const [PASSAGE, FROM] = [24, 100] as const;

const row = (ids: readonly number[]): Tensor => tensor(Int32Array.from(ids), {shape: [1, ids.length]});

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);

export function checksOf(opened: FaultyView, params: TransformerParams): Checks {
  const ids = Array.from(opened.held.subarray(FROM, FROM + PASSAGE));
  const {vocabSize} = opened.transformer.config;
  const logits = (list: readonly number[]): ArrayLike<number> => opened.read(params, row(list)).data;
  const last = (data: ArrayLike<number>): readonly number[] => Array.from(data).slice(-vocabSize);
  const as = logits(ids);
  const ended = [...ids.slice(0, -1), (ids.at(-1)! + 1) % vocabSize];
  const before = (data: ArrayLike<number>): readonly number[] => Array.from(data).slice(0, -vocabSize);
  const late = PASSAGE - 3;
  const early = ids.slice(0, late).reduce((found, id, i) => (id === ids[late] ? found : i), 0); // two that differ, near the end
  const turned = ids.map((id, i) => (i === early ? ids[late]! : i === late ? ids[early]! : id));
  const copied = ids.filter((id, i) => {
    const here = Array.from(as).slice(i * vocabSize, (i + 1) * vocabSize);
    return here.indexOf(Math.max(...here)) === id;
  });
  const text = [...opened.tokenizer.decode(ids)];
  const spelled = [...opened.spell(ids)];
  return {
    leak: farthest(before(as), before(logits(ended))),
    order: farthest(last(as), last(logits(turned))),
    copies: copied.length / ids.length,
    gap: farthest(last(as), opened.predict(params)(ids)),
    spelled: text.filter((letter, i) => letter === spelled[i]).length / text.length
  };
}
