import type {Measure} from "../suite.js";
import type {Model, Trainer} from "./models.js";

const CHECKED = 4; // the first loss, and those after 1, 2 and 3 steps
const NEAR = 1e-3;
const RESIDENT = 10;

/**
 * Our step and a peer's to be timed by turns: with the state carried out of the engine after each, and left in it for ten.
 *
 * @throws unless both begin with the same losses: nobody does less work.
 */
export async function raced(
  suite: string,
  model: Model,
  ours: (model: Model, steps?: number) => Trainer,
  peer: string,
  theirs: Trainer,
  rounds?: number
): Promise<readonly Measure[]> {
  const carried = ours(model);
  for (let step = 0; step < CHECKED; step++) {
    const [a, b] = [await carried(), await theirs()];
    if (!(Math.abs(a - b) <= NEAR))
      throw new Error(`${model.name}: after ${step} steps, our loss is ${a} and that of ${peer} is ${b}`);
  }
  const common = {suite, unit: "a step", peer, theirs, ...(rounds === undefined ? {} : {rounds})};
  return [
    {...common, workload: model.name, ours: carried},
    {...common, workload: `${model.name}, ${RESIDENT} resident`, ours: ours(model, RESIDENT), steps: RESIDENT}
  ];
}
