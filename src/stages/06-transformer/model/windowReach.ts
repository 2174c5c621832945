/** How far back a model with windows hears. */
import {key, tensor} from "/lib/tensor.js";
import {mistral, transformer} from "/lib/transformer.js";

const LENGTH = 32;

/** The largest distance at which another token changes the last logits of a model that has learned nothing yet. */
export function windowReach(layers: number, window: number): number {
  const model = transformer(mistral({vocabSize: 16, layers, width: 16, heads: 2, context: LENGTH, window}));
  const params = model.init(key(1));
  const last = (ids: readonly number[]): readonly number[] =>
    Array.from(model.apply(params, tensor([ids], {dtype: "int32"})).data.slice(-16));
  const ids = Array.from({length: LENGTH}, (_, i) => (5 * i) % 16);
  const before = last(ids);
  const changed = (distance: number): boolean => {
    const other = last(ids.map((id, i) => (i === LENGTH - 1 - distance ? (id + 1) % 16 : id)));
    return other.some((logit, i) => logit !== before[i]);
  };
  return Math.max(...Array.from({length: LENGTH}, (_, distance) => (changed(distance) ? distance : 0)));
}
