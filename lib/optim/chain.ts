import {computed} from "../tensor/region.js";
import type {GradientTransformation} from "./gradientTransformation.js";

/**
 * One transformation after another: each is given the updates of the one before. The state is the list of theirs.
 *
 * Associative: chain(a, chain(b, c)) and chain(chain(a, b), c) give the updates of chain(a, b, c).
 */
export const chain = <S extends readonly unknown[]>(
  ...parts: {readonly [K in keyof S]: GradientTransformation<S[K]>}
): GradientTransformation<Readonly<S>> => {
  const list: readonly GradientTransformation<unknown>[] = parts;
  return {
    elementwise: list.every(({elementwise}) => elementwise === true),
    parts: list,
    init: (params) => list.map(({init}) => init(params)) as unknown as Readonly<S>, // as many states as parts, in their order
    update: (updates, states, params) =>
      computed("float32", () => {
        let current = updates;
        const next = list.map(({update}, i) => {
          const [changed, state] = update(current, states[i], params);
          current = changed;
          return state;
        });
        return [current, next as unknown as Readonly<S>] as const;
      })
  };
};
