import {whole} from "../core/check.js";

/** A step that can be worked towards: a whole number from 0, or Infinity, which is until the run is done. */
export const asked = (where: string, step: number): number =>
  step === Infinity ? step : whole(where, step, {least: 0, hint: "Infinity works until the run is done"});
