/** For each landscape and optimizer, the rate that comes lowest in 200 steps from the landscape's own start, among those that stay near the map. */
import {LANDSCAPES, landscapes, type LandscapeName} from "/lib/stages/optimization.js";
import {RACERS, RATES, RACE, type RacerName} from "./race.js";
import {walk, type Place} from "./walk.js";

type Best = Readonly<Record<LandscapeName, Readonly<Record<RacerName, number>>>>;

/** How far a walk may leave the map, as a share of its width. */
const STRAY = 0.1;

const within = ([from, to]: Place, v: number): boolean => Math.max(from - v, v - to) <= STRAY * (to - from);

/** How high a walk ends above the lowest point; infinite where it breaks or strays. */
function left(landscape: LandscapeName, optimizer: RacerName, learningRate: number, steps: number): number {
  const {start, minima, box} = landscapes[landscape];
  const [startX, startY] = start as readonly [number, number];
  const {path, heights, broke} = walk({landscape, optimizer, learningRate, startX, startY}, steps);
  const stays = path.every(([x, y]) => within(box.x, x) && within(box.y, y));
  return broke === undefined && stays ? heights.at(-1)! - minima[0]!.value : Infinity;
}

function best(landscape: LandscapeName, optimizer: RacerName, steps: number): number {
  const ends = RATES.map((rate) => left(landscape, optimizer, rate, steps));
  return RATES[ends.indexOf(Math.min(...ends))]!;
}

const among = (names: readonly LandscapeName[], steps: number): Partial<Best> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(RACERS.map((optimizer) => [optimizer, best(name, optimizer, steps)]))
    ])
  );

export const value = (): Best => among(LANDSCAPES, RACE) as Best;

/** One landscape for a few steps, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(among(["saddle"], 10));
