/** A model between two tokens of a text: what it remembers, and its logits of what follows. */
interface Along<S> {
  readonly state: S;
  readonly logits: Float64Array;
}

/**
 * Predictions of a model that reads token by token: asked for one context and then for a longer one that begins with it, it
 * reads on from there, and does not start again. What it answers depends on the context alone.
 *
 * @param read - what the model is after one more token: the one at `place` − 1 of the ids, or the text's beginning at 0.
 */
export function predictAlong<S>(
  resting: () => S,
  read: (state: S, ids: ArrayLike<number>, place: number) => Along<S>
): (ids: ArrayLike<number>) => Float64Array {
  let before: {readonly ids: readonly number[]; readonly along: Along<S>} | undefined;
  return (ids) => {
    const known = before?.ids.length ?? 0;
    const goesOn = before !== undefined && known <= ids.length && before.ids.every((id, i) => id === ids[i]);
    let along = goesOn ? before!.along : read(resting(), ids, 0);
    for (let place = goesOn ? known + 1 : 1; place <= ids.length; place++) along = read(along.state, ids, place);
    before = {ids: Array.from(ids), along};
    return along.logits.slice();
  };
}
