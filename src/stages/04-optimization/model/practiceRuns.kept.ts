import {excerpt} from "../../../../tools/corpora.js";
import {practiceNetwork} from "./practiceNetwork.js";
import {alikeRun, clippedRuns, scaledRun, scaledRuns} from "./practiceRuns.js";
import type {AlikeRun, ClippedRun, ScaledRun} from "./practiceSettings.js";

interface Kept {
  /** Tokens of the network’s vocabulary. */
  readonly vocabulary: number;
  readonly scaled: readonly ScaledRun[];
  readonly alike: AlikeRun;
  readonly clipped: readonly ClippedRun[];
}

/** The runs with other first weights, and with clipped gradients. */
export const value = (): Kept => {
  const corpus = excerpt("names").text;
  return {
    vocabulary: practiceNetwork(corpus).vocabulary,
    scaled: scaledRuns(corpus),
    alike: alikeRun(corpus),
    clipped: clippedRuns(corpus)
  };
};

/** A few steps of one of them, which a test repeats. */
export const firstSteps = (): string => JSON.stringify(scaledRun(excerpt("names").text, "hidden", 3, 20));
