/**
 * Fused products beside exact ones, on one thread and on two: `npm run bench -- --only fast`, on a Node that has relaxed
 * SIMD. How much they give is the processor's matter: at most twice, where it fuses as often as it multiplies and adds
 * with the same units; next to nothing, where those are units of their own.
 */
import {canBeFast} from "../lib/kernels/fast.js";
import {openPool} from "../lib/kernels/pool.js";
import {helperScript} from "../tools/helperScript.js";
import type {Measure} from "./suite.js";
import {products} from "./threads.js";
import {engineRace, fastModule, fused} from "./training/fast.js";
import {models, type Model} from "./training/models.js";

const SUITE = "fast";
const ROUNDS = 15;

export async function measures(): Promise<readonly Measure[]> {
  if (!canBeFast()) {
    console.log(`Node ${process.version} has no relaxed SIMD: nothing can be fused`);
    return [];
  }
  const pool = await openPool(2, {helper: await helperScript()});
  const module = await fastModule();
  const [exact, fast, both] = [pool.alone, fused(module, pool.alone), pool.fast(module)];
  const step = (model: Model, steps: number): readonly Measure[] => {
    const name = steps === 1 ? model.name : `${model.name}, ${steps} resident`;
    const common = {suite: SUITE, model, steps, rounds: ROUNDS};
    return [
      engineRace({...common, workload: name, peer: "exact"}, fast, exact, exact),
      engineRace({...common, workload: `${name}, two threads`, peer: "exact, one thread"}, both, exact, exact),
      engineRace({...common, workload: `${name}, two threads`, peer: "exact, two threads"}, both, pool.engine, exact)
    ];
  };
  return [
    ...step(models.gpt, 1),
    ...step(models.gpt, 4),
    ...step(models.bengio, 1),
    ...products.map(([workload, work]) => ({
      ...{suite: SUITE, workload, unit: "a call", peer: "exact", rounds: ROUNDS},
      ours: work(fast),
      theirs: work(exact)
    }))
  ];
}
