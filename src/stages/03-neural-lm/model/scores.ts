/** What a forecast is charged when an outcome comes: three rules, of which two are proper. */
import {log} from "/lib/index.js";

type Forecast = readonly number[];

export const RULES = ["logarithm", "squares", "plain"] as const;
export type RuleName = (typeof RULES)[number];

/** The charge for a forecast when outcome y came. */
const charges: Readonly<Record<RuleName, (q: Forecast, y: number) => number>> = {
  logarithm: (q, y) => 0 - log(q[y]!),
  squares: (q, y) => q.reduce((sum, x, j) => sum + (x - (j === y ? 1 : 0)) * (x - (j === y ? 1 : 0)), 0),
  plain: (q, y) => 1 - q[y]!
};

/** What a forecast is charged on average where p is true; outcomes that do not come charge nothing. */
export const expectedCharge = (rule: RuleName, p: Forecast, q: Forecast): number =>
  p.reduce((sum, share, y) => (share === 0 ? sum : sum + share * charges[rule](q, y)), 0);

/** The forecast of two outcomes, in steps of a hundredth, that is charged least where the first has probability p. */
export function bestOfTwo(rule: RuleName, p: number): number {
  let best = 0;
  const charge = (q: number): number => expectedCharge(rule, [p, 1 - p], [q, 1 - q]);
  for (let k = 1; k <= 100; k++) if (charge(k / 100) < charge(best)) best = k / 100;
  return best;
}
