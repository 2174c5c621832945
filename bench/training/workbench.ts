import {lastValueFrom, NEVER} from "rxjs";
import {remote} from "../../lib/reactive/remote.js";
import {strides} from "../../lib/reactive/strides.js";
import type {BengioConfig, LmMetrics} from "../../lib/stages/03-neural-lm/index.js";
import type {Measure} from "../suite.js";
import {jaxTrainer, type JaxModule} from "./jax.js";
import {models} from "./models.js";

const [EVERY, STEPS, WARM] = [10, 100, 2000] as const;
const BUDGET = 60; // milliseconds that the worker works before it listens, as in the workbench
const SYMBOLS = 64; // and the unknown one

/** A text of as many characters as the model of the race has, in no order. */
const corpus = Array.from({length: 20_000}, (_, i) =>
  String.fromCharCode(48 + ((i * 7919 + ((i * i) >> 3)) % SYMBOLS))
).join("");

/**
 * A hundred steps as a workbench trains them: in a worker, with a frame of metrics every tenth step, each asked for when the
 * one before has come. The peer makes as many steps on the page itself, without any frame.
 *
 * @param scored - held-out tokens that each frame is judged on: the workbench’s own number, or next to none.
 */
export async function workbenchMeasure(jax: JaxModule, peer: string, scored: number): Promise<Measure> {
  const {embedding, context, hidden, batch} = models.bengio;
  const config: BengioConfig = {
    corpus,
    context,
    width: embedding,
    hidden: [hidden],
    batchSize: batch,
    learningRate: 1e-3,
    clip: Infinity,
    scored
  };
  const run = remote<BengioConfig, null, LmMetrics>(() => new Worker("/worker.js", {type: "module"}), {
    stage: "bengio",
    config
  });
  run.answers(NEVER).subscribe(); // the worker lives on from one call to the next
  let at = 0;
  const train = async (steps: number): Promise<number> => {
    const {metrics} = await lastValueFrom(strides(run, {from: at + EVERY, by: EVERY, to: at + steps, budget: BUDGET}));
    at += steps;
    return metrics.validationLoss;
  };
  await train(WARM); // its engine compiles anew what is called often, as ours and the peer's on the page have done
  const theirs = jaxTrainer(jax)(models.bengio);
  return {
    suite: "browser",
    workload: `${models.bengio.name}, through a workbench's worker, judged on ${scored} tokens every ${EVERY} steps`,
    unit: "a step",
    ours: () => train(STEPS),
    steps: STEPS,
    peer,
    theirs
  };
}
