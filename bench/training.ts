import {openJax} from "./peers/jax.js";
import {openTfjs} from "./peers/tfjs.js";
import type {Measure} from "./suite.js";
import {jaxTrainer, type JaxModule} from "./training/jax.js";
import {models, type Model, type Trainer} from "./training/models.js";
import {ours} from "./training/ours.js";
import {raced} from "./training/raced.js";
import {tfjsTrainer, type TfjsModule} from "./training/tfjs.js";

/** Steps of training, from primitives through automatic differentiation and AdamW, beside two libraries. */
export async function measures(): Promise<readonly Measure[]> {
  const peers: readonly (readonly [peer: string, trainer: (model: Model) => Trainer, rounds?: number])[] = [
    ["jax-js 0.1.25", jaxTrainer((await openJax()) as JaxModule)],
    ["tfjs-wasm 4.22.0", tfjsTrainer((await openTfjs()) as TfjsModule), 3]
  ];
  const list: Measure[] = [];
  for (const model of Object.values(models))
    for (const [peer, trainer, rounds] of peers)
      list.push(
        ...(await raced("training", model, ours, peer, trainer(model), model.kind === "gpt" ? rounds : undefined))
      );
  return list;
}
