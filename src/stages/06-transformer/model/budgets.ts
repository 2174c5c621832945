import {chinchilla, computeOptimal, expectedLoss, type ScalingLaw} from "/lib/transformer.js";

/** Constants of Hoffmann’s third way, fitted again to points read off its figure (Besiroglu et al. 2024, table 1). */
export const replicated: ScalingLaw = {irreducible: 1.8172, a: 482.01, alpha: 0.3478, b: 2085.43, beta: 0.3658};

export const LAWS = {
  published: {name: "published, 2022", law: chinchilla},
  replicated: {name: "fitted again, 2024", law: replicated}
} as const;

export type LawName = keyof typeof LAWS;

/** Operations that training Chinchilla took: 6 · 70 billion · 1.4 trillion. */
export const CHINCHILLA_FLOPS = 6 * 70e9 * 1.4e12;

/** With which powers of the budget the best size and the best text grow, and what is above the floor falls. */
export function exponents({alpha, beta}: Pick<ScalingLaw, "alpha" | "beta">) {
  return {size: beta / (alpha + beta), text: alpha / (alpha + beta), loss: (alpha * beta) / (alpha + beta)};
}

/** Losses of models of all sizes between two, where each reads as many tokens as the budget leaves it. */
export function alongBudget(
  law: ScalingLaw,
  flops: number,
  [least, most]: readonly [number, number],
  points = 80
): readonly {readonly parameters: number; readonly tokens: number; readonly loss: number}[] {
  return Array.from({length: points}, (_, i) => {
    const parameters = least * Math.pow(most / least, i / (points - 1));
    const tokens = flops / (6 * parameters);
    return {parameters, tokens, loss: expectedLoss(law, parameters, tokens)};
  });
}

/** The best plan, and tokens for each parameter in it. */
export function planOf(law: ScalingLaw, flops: number) {
  const plan = computeOptimal(flops, law);
  return {...plan, perParameter: plan.tokens / plan.parameters};
}
