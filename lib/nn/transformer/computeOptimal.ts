import {real} from "../../core/check.js";
import {pow} from "../../core/math/pow.js";

/** loss = irreducible + a/parametersᵅ + b/tokensᵝ, in nats a token. */
export interface ScalingLaw {
  readonly irreducible: number;
  readonly a: number;
  readonly alpha: number;
  readonly b: number;
  readonly beta: number;
}

/** As fitted to models of 70 million to 16 billion parameters on web text (Hoffmann et al. 2022, eq. 10). */
export const chinchilla: ScalingLaw = {irreducible: 1.69, a: 406.4, alpha: 0.34, b: 410.7, beta: 0.28};

/** How a budget is best spent. */
export interface ComputeOptimal {
  readonly parameters: number;
  readonly tokens: number;
  /** The loss that the law expects there. */
  readonly loss: number;
}

/**
 * The size of model and text that a budget of operations is best spent on, if training costs 6 · parameters · tokens
 * (Hoffmann et al. 2022, eq. 4): where the last operation given to either helps alike.
 *
 * @param flops - multiplications and additions, above 0
 * @throws ConfigError for a budget that is none.
 */
export function computeOptimal(flops: number, law: ScalingLaw = chinchilla): ComputeOptimal {
  real("computeOptimal.flops", flops, {above: 0});
  const {a, alpha, b, beta} = law;
  const ratio = pow((alpha * a) / (beta * b), 1 / (alpha + beta));
  const parameters = ratio * pow(flops / 6, beta / (alpha + beta));
  const tokens = flops / (6 * parameters);
  return {parameters, tokens, loss: expectedLoss(law, parameters, tokens)};
}

/** What a law expects of a model of this many parameters that read this many tokens, in nats a token. */
export const expectedLoss = (
  {irreducible, a, alpha, b, beta}: ScalingLaw,
  parameters: number,
  tokens: number
): number => irreducible + a / pow(parameters, alpha) + b / pow(tokens, beta);
