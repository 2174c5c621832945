/** The parts of the optimizer that a reader writes, solved, as text: each exercise begins with those before it. */

export const CHAIN = `function chain(...parts) {
  return {
    init: (params) => parts.map((part) => part.init(params)),
    update: (updates, states, params) => {
      const next = [];
      parts.forEach((part, i) => {
        const [changed, state] = part.update(updates, states[i], params);
        updates = changed;
        next.push(state);
      });
      return [updates, next];
    }
  };
}`;

export const SCALE = `function scale(factor) {
  return {
    init: () => null,
    update: (updates) => [updates.map((u) => factor * u), null]
  };
}`;

export const MOMENTUM = `function momentum(beta) {
  return {
    init: (params) => params.map(() => 0),
    update: (updates, velocity) => {
      const next = velocity.map((v, i) => beta * v + updates[i]);
      return [next, next];
    }
  };
}`;

export const ADAM = `function adam(b1, b2, eps) {
  return {
    init: (params) => ({t: 0, m: params.map(() => 0), v: params.map(() => 0)}),
    update: (updates, state) => {
      const t = state.t + 1;
      const m = state.m.map((each, i) => b1 * each + (1 - b1) * updates[i]);
      const v = state.v.map((each, i) => b2 * each + (1 - b2) * updates[i] ** 2);
      const step = m.map((each, i) => each / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + eps));
      return [step, {t, m, v}];
    }
  };
}`;

export const CLIP = `function clip(threshold) {
  return {
    init: () => null,
    update: (updates) => {
      const norm = Math.hypot(...updates);
      const factor = norm > threshold ? threshold / norm : 1;
      return [updates.map((u) => factor * u), null];
    }
  };
}`;

export const DECAY = `function decay(lambda) {
  return {
    init: () => null,
    update: (updates, state, params) => [updates.map((u, i) => u + lambda * params[i]), null]
  };
}`;

/** Runs a chain of the parts that it is told, such as [["momentum", 0.9], ["scale", -0.1]]. */
export const runner = (
  ...names: readonly string[]
): string => `// Given: all places of a walk whose gradients are told, the first place first.
const makers = {${names.join(", ")}};
const make = ([name, ...settings]) => (name === "chain" ? chain(...settings.map(make)) : makers[name](...settings));
function walk(parts, params, gradients) {
  const {init, update} = make(["chain", ...parts]);
  const places = [params];
  let [x, state] = [params, init(params)];
  for (const g of gradients) {
    const [again] = update(g, state, x);
    const [u, next] = update(g, state, x);
    if (JSON.stringify(again) !== JSON.stringify(u)) throw new Error("The same state gave two different updates.");
    [x, state] = [x.map((each, i) => each + u[i]), next];
    places.push(x);
  }
  return places;
}`;
