import type {GradientTransformation} from "./gradientTransformation.js";

/** Settings that live in the state, and the state of what they are settings of. */
export interface InjectState<H, S> {
  readonly settings: H;
  readonly inner: S;
}

/**
 * A transformation whose settings are part of its state: change them there, `{...state, settings: {...}}`, and the next
 * step has the new ones. `make` is called at each step, which costs nothing beside it.
 */
export const inject = <H, S>(
  make: (settings: H) => GradientTransformation<S>,
  settings: H
): GradientTransformation<InjectState<H, S>> => ({
  init: (params) => ({settings, inner: make(settings).init(params)}),
  update: (updates, state, params) => {
    const [changed, inner] = make(state.settings).update(updates, state.inner, params);
    return [changed, {...state, inner}];
  }
});
