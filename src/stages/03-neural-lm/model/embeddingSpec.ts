import type {BengioConfig} from "/lib/stages/neural-lm.js";

/** Steps of the run that the map of vectors shows, and steps from one picture to the next. */
export const STEPS = 2000;
export const EVERY = 50;

/** A token that occurs less often keeps its random beginning for long, and would be noise on the map. */
export const LEAST = 100;

export interface MapSettings {
  readonly text: "names" | "opening";
  readonly width: number;
  /** How often another beginning was asked for. */
  readonly draw: number;
}

export const firstMap: MapSettings = {text: "names", width: 16, draw: 0};

/**
 * A small network whose vectors can be looked at: three tokens of context, so that a vector has to say what its token does.
 * Decay pulls every vector towards zero, so that what a random beginning had and no gradient wants fades.
 */
export const mapConfig = ({text, width, draw}: MapSettings, corpus: string) =>
  ({
    corpus,
    documents: text === "names",
    context: 3,
    width,
    hidden: [64],
    learningRate: 0.01,
    weightDecay: 0.3,
    batchSize: 64,
    scored: 2000,
    ...(draw === 0 ? {} : {seed: draw + 1})
  }) satisfies BengioConfig;
