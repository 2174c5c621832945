/** How long a training step of a transformer takes, by a clock that is handed in. */
import {hash} from "/lib/index.js";
import {oneStep} from "./oneStep.js";

const ROUNDS = 5;

interface StepTime {
  /** The best of several rounds. */
  readonly milliseconds: number;
  /** The fingerprint of the parameters after a step. */
  readonly hash: string;
}

export function stepTime(width: number, now: () => number): StepTime {
  const step = oneStep({vocabSize: 80, layers: 2, width, batch: 12, context: 64});
  const [after] = step(); // once before the clock runs
  const rounds = Array.from({length: ROUNDS}, () => {
    const began = now();
    step();
    return now() - began;
  });
  return {milliseconds: Math.min(...rounds), hash: hash(after)};
}
