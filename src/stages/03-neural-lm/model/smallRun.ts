/** The small network, trained at once and with a stop between: for comparing what two machines make of it. */
import {hash, timeline} from "/lib/index.js";
import {bengio} from "/lib/stages/neural-lm.js";
import {loadCheckpoint, saveCheckpoint} from "/lib/tensor.js";
import {SMALL_STEPS, smallConfig, STOPPED_AT} from "./smallConfig.js";

/** The fingerprint of the state after all steps, computed without a stop. */
export const hashAtOnce = (seed: number): string => hash(timeline(bengio, smallConfig(seed)).at(SMALL_STEPS).state);

/** The same with a stop: the state becomes a file, and all that goes on is what can be read from it. */
export function hashAfterStop(seed: number): {readonly bytes: number; readonly hash: string} {
  const {model, step, data} = bengio(smallConfig(seed));
  let state = model();
  for (let i = 0; i < STOPPED_AT; i++) state = step(state, data(i));
  const file = saveCheckpoint(state);
  const again = bengio(smallConfig(seed)); // as another process would open it
  let resumed = loadCheckpoint(file) as typeof state;
  for (let i = STOPPED_AT; i < SMALL_STEPS; i++) resumed = again.step(resumed, again.data(i));
  return {bytes: file.length, hash: hash(resumed)};
}
