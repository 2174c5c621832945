/** First weights of other sizes, and gradients that are clipped: what a small network makes of them. */
import * as t from "/lib/tensor.js";
import {allAlike, differenceOfNeurons, practiceNetwork, rescaled} from "./practiceNetwork.js";
import {
  CLIP_AT,
  CLIP_RATES,
  PRACTICE_STEPS,
  SCALES,
  type AlikeRun,
  type ClippedRun,
  type ScaledRun
} from "./practiceSettings.js";
import {trained} from "./trained.js";

const RATE = 0.01;
const round = (x: number): number => (Number.isFinite(x) ? Number(x.toFixed(4)) : 99);

/** Layers scaled by a factor, against what keeps a signal’s size; the output of the network itself is drawn at 0.1. */
export function scaledRun(
  corpus: string,
  layer: "hidden" | "output",
  factor: number,
  steps = PRACTICE_STEPS
): ScaledRun {
  const network = practiceNetwork(corpus);
  const from = layer === "hidden" ? rescaled(network.first, factor, 1) : rescaled(network.first, 1, 10 * factor);
  const optimizer = t.adam({learningRate: RATE});
  const end = trained({network, from, optimizer, steps});
  return {layer, factor, first: round(network.held(from)), last: round(network.held(end))};
}

export const scaledRuns = (corpus: string): readonly ScaledRun[] =>
  (["hidden", "output"] as const).flatMap((layer) => SCALES.map((factor) => scaledRun(corpus, layer, factor)));

/** All hidden neurons alike at first, beside as many that are not, and beside a network that has one. */
export function alikeRun(corpus: string): AlikeRun {
  const network = practiceNetwork(corpus);
  const one = practiceNetwork(corpus, {hidden: [1]});
  const optimizer = t.adam({learningRate: RATE});
  const settings = {optimizer, steps: PRACTICE_STEPS};
  const alike = trained({network, from: allAlike(network.first), ...settings});
  return {
    difference: differenceOfNeurons(alike),
    alike: round(network.held(alike)),
    usual: round(network.held(trained({network, from: network.first, ...settings}))),
    single: round(one.held(trained({network: one, from: one.first, ...settings})))
  };
}

/** Gradient descent at a rate, with gradients clipped at a length. */
function clippedRun(corpus: string, rate: number, most: number, steps = PRACTICE_STEPS): ClippedRun {
  const network = practiceNetwork(corpus);
  const norms: number[] = [];
  const losses: number[] = [];
  const end = trained({
    network,
    from: network.first,
    optimizer: t.chain(t.clipByGlobalNorm(most), t.sgd({learningRate: rate})),
    steps,
    look: ({step, params, grads}) => {
      norms.push(t.item(t.globalNorm(grads)));
      if (step % 20 === 0) losses.push(round(network.held(params)));
    }
  });
  const clipped = norms.filter((norm) => norm > most).length / steps;
  return {
    rate,
    most: most === Infinity ? 0 : most,
    clipped,
    losses: [...losses, round(network.held(end))],
    longest: round(Math.max(...norms)),
    median: round([...norms].sort((a, b) => a - b)[Math.floor(steps / 2)]!)
  };
}

export const clippedRuns = (corpus: string): readonly ClippedRun[] =>
  CLIP_RATES.flatMap((rate) => CLIP_AT.map((most) => clippedRun(corpus, rate, most)));
