import {excerpt} from "../../../../tools/corpora.js";
import {LOOKED_AT, spectra, type Spectrum} from "./spectrum.js";

const brief = (x: number): number => Number(x.toPrecision(5));

/** A small network on first names, before, early in and late in its training. */
export const value = (): readonly Spectrum[] =>
  spectra(excerpt("names").text, LOOKED_AT).map((spectrum) => ({
    ...spectrum,
    loss: brief(spectrum.loss),
    gradientNorm: brief(spectrum.gradientNorm),
    curvatures: spectrum.curvatures.map(brief)
  }));

/** A network for a few names, before its training, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(spectra("anna\nbab\nada\nnan\nbanana\n".repeat(4), [0], 16));
