import race from "../model/raceOnModel.json" with {type: "json"};
import {afterTries} from "../model/bestOfTries.js";
import {MODEL_RACERS, MODEL_RATES, type ModelRacer, type ModelRuns} from "../model/modelRuns.js";

const expected = afterTries(race.value as ModelRuns);
const place = (racer: ModelRacer, tries: number): number =>
  1 + MODEL_RACERS.filter((other) => expected[other][tries - 1]! < expected[racer][tries - 1]!).length;

/** What the page of exercises says of tries. */
export function facts() {
  return {
    racers: MODEL_RACERS.length,
    rates: MODEL_RATES.length,
    muonPlaceOne: place("muon", 1),
    muonPlaceTen: place("muon", 10),
    muonOne: expected.muon[0]!,
    muonTen: expected.muon[9]!,
    adagradOne: expected.adagrad[0]!,
    adagradTen: expected.adagrad[9]!,
    adamOne: expected.adam[0]!,
    sgdOne: expected.sgd[0]!,
    sgdTen: expected.sgd[9]!,
    spreadOne: Math.max(...MODEL_RACERS.map((racer) => expected[racer][0]!)) - expected.adagrad[0]!
  };
}

/** What it says in words. */
export const claims = (f: ReturnType<typeof facts>) => ({
  muonFromBehind: f.muonPlaceOne > f.racers - 3 && f.muonPlaceTen === 1,
  adagradFirstAtOne: place("adagrad", 1) === 1,
  triesMatterMore: f.sgdOne - f.sgdTen > 3 * f.spreadOne,
  sgdTwiceBeatsAll: expected.sgd[1]! < f.adagradOne
});
