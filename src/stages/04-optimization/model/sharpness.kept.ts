import {excerpt} from "../../../../tools/corpora.js";
import {SHARP_RATES, type SharpWalk} from "./sharpWalk.js";
import {sharpWalk} from "./sharpness.js";

const brief = (list: readonly number[]): readonly number[] => list.map((x) => Number(x.toPrecision(4)));

/** Walks with three rates. */
export const value = (): readonly SharpWalk[] =>
  SHARP_RATES.map((rate) => {
    const {losses, sharpness} = sharpWalk(excerpt("names").text, rate);
    return {rate, losses: brief(losses), sharpness: brief(sharpness)};
  });

/** A few steps of one, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(sharpWalk(excerpt("names").text, 2, 20, 10));
