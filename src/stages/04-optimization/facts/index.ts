import bestRates from "../model/bestRates.json" with {type: "json"};
import race from "../model/raceOnModel.json" with {type: "json"};
import {landscapes} from "/lib/stages/optimization.js";
import {RACE, RACERS, type RacerName} from "../model/race.js";
import {bestOf, endOf, MODEL_RACERS, type ModelRacer, type ModelRuns} from "../model/modelRuns.js";
import {walk} from "../model/walk.js";

const runs = race.value as ModelRuns;

/** How high a racer ends above the lowest point of a landscape, and at which step it broke. */
function raced(on: "ravine" | "rosenbrock", optimizer: RacerName, rate = bestRates.value[on][optimizer]) {
  const [startX, startY] = landscapes[on].start as readonly [number, number];
  const {heights, broke} = walk({landscape: on, optimizer, learningRate: rate, startX, startY}, RACE);
  return {height: heights.at(-1)!, broke: broke ?? NaN};
}

/** The tiny example: ½ (x² + 10 y²) from (10, 1), by gradient descent. */
const tiny = (learningRate: number, steps: number) => walk({learningRate, startX: 10, startY: 1}, steps);

/** By which factor a rate may be off before the network has learned a tenth of a nat less than with the best one. */
function forgives(optimizer: ModelRacer): number {
  const best = endOf(bestOf(runs[optimizer]));
  const good = runs[optimizer].filter((run) => endOf(run) <= best + 0.1).map(({rate}) => rate);
  return Math.max(...good) / Math.min(...good);
}

/** What the first page of the stage says: the race on landscapes, on a model, and the tiny example. */
export function facts() {
  const model = Object.fromEntries(
    MODEL_RACERS.flatMap((racer) => {
      const best = bestOf(runs[racer]);
      return [
        [`${racer}Loss`, endOf(best)],
        [`${racer}Rate`, best.rate]
      ];
    })
  );
  const [slow, best, fast] = [tiny(0.1, 20), tiny(2 / 11, 20), tiny(0.21, 20)];
  const one = RACERS.map((racer) => raced("rosenbrock", racer, 0.01));
  return {
    ...model,
    start: runs.sgd[0]!.losses[0]!,
    sgdThree: endOf(runs.sgd.at(-1)!),
    sgdForgives: forgives("sgd"),
    adamForgives: forgives("adam"),
    ravineSgd: raced("ravine", "sgd").height,
    ravineSgdRate: bestRates.value.ravine.sgd,
    ravineMomentum: raced("ravine", "momentum").height,
    ravineAdam: raced("ravine", "adam").height,
    rosenbrockBroken: one.filter(({broke}) => !Number.isNaN(broke)).length,
    rosenbrockBrokeAt: raced("rosenbrock", "sgd", 0.01).broke,
    rosenbrockAdamOne: raced("rosenbrock", "adam", 0.01).height,
    rosenbrockAdam: raced("rosenbrock", "adam").height,
    slowX: slow.path.at(-1)![0],
    slowHeight: slow.heights.at(-1)!,
    bestHeight: best.heights.at(-1)!,
    fastY: fast.path.at(-1)![1],
    fastHeight: fast.heights.at(-1)!,
    slowStart: slow.heights[0]!
  };
}

/** What the page says of them in words. */
export const claims = (f: ReturnType<typeof facts>) => {
  const of = (name: string): number => (f as Readonly<Record<string, number>>)[name] ?? NaN;
  const losses = MODEL_RACERS.map((racer) => of(`${racer}Loss`));
  return {
    momentumFirst: f.ravineMomentum < f.ravineAdam && f.ravineAdam < f.ravineSgd / 100,
    threeBreak: f.rosenbrockBroken === 3 && f.rosenbrockBrokeAt < 10,
    adamStays: f.rosenbrockAdamOne > 1 && f.rosenbrockAdam < 0.1,
    ratesFarApart: of("sgdRate") >= 30 * of("adamRate"),
    closeTogether: Math.max(...losses) - Math.min(...losses) < 0.2,
    modestGain: of("sgdLoss") - Math.min(...losses) < 0.2 && of("sgdLoss") - Math.min(...losses) > 0.1,
    muonAndAdagradLead: [...losses]
      .sort((a, b) => a - b)
      .slice(0, 2)
      .every((x) => [of("muonLoss"), of("adagradLoss")].includes(x)),
    sgdWorse: f.sgdThree > f.start,
    adamNoMoreForgiving: f.adamForgives <= f.sgdForgives,
    fastGrows: f.fastHeight > 5 && Math.abs(f.fastY) > 5,
    bestIsBetter: f.bestHeight < f.slowHeight / 10
  };
};
