import type {Row} from "../suite.js";
import {timed} from "../timing.js";
import {canBeFast} from "../../lib/kernels/fast.js";
import {fastMeasure} from "./fast.js";
import {jaxTrainer, type JaxModule} from "./jax.js";
import {models} from "./models.js";
import {ours} from "./ours.js";
import {raced} from "./raced.js";
import {workbenchMeasure} from "./workbench.js";

/** What the page does: the same races as in Node, on its main thread. Nothing collects garbage between turns there. */
export async function race(jax: unknown, peer: string): Promise<readonly Row[]> {
  const module = jax as JaxModule;
  await module.init("wasm");
  module.defaultDevice("wasm");
  const rows: Row[] = [];
  for (const model of [models.gpt, models.bengio])
    for (const measure of await raced("browser", model, ours, peer, jaxTrainer(module)(model)))
      rows.push(await timed(measure, () => undefined));
  if (canBeFast())
    for (const model of [models.gpt, models.bengio])
      rows.push(await timed(await fastMeasure("browser", model), () => undefined));
  for (const scored of [64, 2000])
    rows.push(await timed(await workbenchMeasure(module, peer, scored), () => undefined));
  return rows;
}
